package org.jieti.report.weighing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import org.jieti.core.model.Consistency;
import org.jieti.core.model.Language;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Node;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Text;
import org.jieti.core.model.WeightRecord;
import org.jieti.core.model.WeightSet;
import org.jieti.report.html.PageTemplate;
import org.jieti.report.words.Numbers;
import org.jspecify.annotations.Nullable;

/// What a weighing says, in one language.
final class WeighingWords {
    /// The bundle, and the page, that holds these words.
    static final String BUNDLE = "weighing";

    private static final MathContext THREE_DIGITS = new MathContext(3);

    private final Language language;
    private final MaturityModel model;

    WeighingWords(Language language, MaturityModel model) {
        this.language = language;
        this.model = model;
    }

    String say(String key, Object... values) {
        return PageTemplate.say(BUNDLE, language, key, values);
    }

    String text(Text text) {
        return text.in(language);
    }

    String name(NodeId id) {
        Node node = model.find(id);
        return node == null ? id.value() : text(node.name());
    }

    /// The name of the node above a group, or that it holds the domains.
    String group(@Nullable NodeId parent) {
        return parent == null ? say("group.domains") : name(parent);
    }

    String method(WeightSet set) {
        return say("method." + set.method());
    }

    /// Whose figure it is: an expert's, or that of all together.
    String whose(@Nullable String expert) {
        return expert == null ? say("together") : expert;
    }

    String measure(Consistency consistency) {
        String measure = say("measure." + id(consistency.measure()));
        return consistency.table() == null || consistency.measure() != Consistency.Measure.RATIO
                ? measure
                : say("measure.table", measure, consistency.table());
    }

    static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String verdict(Consistency consistency) {
        return consistency.limit() == null
                ? "–"
                : say(consistency.isAcceptable() ? "verdict.accepted" : "verdict.revisit");
    }

    /// Whether all that is measured is accepted, with the figure that is furthest from it.
    String verdict(WeightRecord record) {
        WeightRecord.Verdict verdict = record.verdict();
        if (verdict == null) {
            return "";
        }
        String worst =
                say(
                        "verdict.worst",
                        measure(verdict.worst()),
                        figure(verdict.worst().value()),
                        whose(verdict.worst().expert()),
                        group(verdict.under()));
        return verdict.above() == 0
                ? say("verdict.all", verdict.judged(), worst)
                : say("verdict.some", verdict.above(), verdict.judged(), worst);
    }

    /// A figure of consistency or agreement, with three decimals.
    static String figure(double figure) {
        return Numbers.decimals(figure, 3);
    }

    /// A judgement as people write it: 3, 1/3, or a number of three digits.
    static String ratio(double ratio) {
        double reciprocal = Math.rint(1 / ratio);
        return ratio < 1 && Math.abs(1 / ratio - reciprocal) < 1e-9
                ? "1/" + (long) reciprocal
                : number(ratio);
    }

    /// A number with at most three digits.
    static String number(double number) {
        BigDecimal shown = new BigDecimal(number).round(THREE_DIGITS).stripTrailingZeros();
        return (shown.scale() < 0 ? shown.setScale(0) : shown).toPlainString();
    }

    String joined(List<String> parts) {
        return String.join(say("list.separator"), parts);
    }
}
