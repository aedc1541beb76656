package org.jieti.report.view;

import java.util.List;
import java.util.Map;
import org.jieti.core.model.Guidance;
import org.jieti.core.model.Language;
import org.jieti.core.model.NodeId;
import org.jieti.core.result.Result;
import org.jieti.report.words.Words;
import org.jspecify.annotations.Nullable;

/// A whole result as a page shows it, in its order.
///
/// @param radar null where too few domains take part to draw a figure
/// @param blocks null where there is no level to reach
/// @param matrix null in a model without levels
public record ResultView(
        String lang,
        String title,
        Heading heading,
        @Nullable ChartView radar,
        List<DomainRow> domains,
        boolean hasLevels,
        boolean hasTotal,
        String domainsTitle,
        String domainsCaption,
        String positionHead,
        @Nullable Blocks blocks,
        List<GateRow> gates,
        @Nullable Matrix matrix,
        Formula formula,
        List<TreeNode> tree,
        List<Fact> basis,
        List<Fact> standings) {
    public ResultView {
        domains = List.copyOf(domains);
        gates = List.copyOf(gates);
        tree = List.copyOf(tree);
        basis = List.copyOf(basis);
        standings = List.copyOf(standings);
    }

    public static ResultView of(Result result, Map<NodeId, Guidance> guidance, Language language) {
        Subject subject = Subject.of(result, guidance, language);
        Words words = subject.words();
        Heading heading = Heading.of(subject);
        return new ResultView(
                switch (language) {
                    case ZH -> "zh-CN";
                    case EN -> "en";
                },
                title(words, heading),
                heading,
                ChartView.of(subject),
                DomainRow.of(subject),
                subject.hasLevels(),
                subject.hasTotal(),
                words.say(subject.hasLevels() ? "domains.title" : "domains.title.score"),
                subject.hasLevels()
                        ? words.say("domains.caption", subject.levels())
                        : words.say("domains.caption.score"),
                words.say("col.position", subject.levels()),
                Blocks.of(subject),
                GateRow.of(subject),
                Matrix.of(subject),
                Formula.of(subject),
                TreeNode.of(subject),
                Fact.of(subject),
                Fact.standings(subject));
    }

    private static String title(Words words, Heading heading) {
        return heading.level().isAwarded()
                ? words.say(
                        "page.title",
                        heading.unit(),
                        heading.level().code(),
                        heading.level().name())
                : words.say("page.title.plain", heading.unit());
    }
}
