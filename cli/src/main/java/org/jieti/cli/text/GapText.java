package org.jieti.cli.text;

import static org.jieti.cli.text.Table.Align.LEFT;
import static org.jieti.cli.text.Table.Align.RIGHT;

import java.util.List;
import java.util.stream.Collectors;
import org.jieti.cli.Session;
import org.jieti.core.grading.Attained;
import org.jieti.core.grading.Grade;
import org.jieti.core.result.DomainResult;
import org.jieti.core.result.Gap;
import org.jieti.core.result.Result;
import org.jieti.report.words.Numbers;
import org.jieti.report.words.Words;
import org.jspecify.annotations.Nullable;

/// The distance to a target, criterion by criterion.
public final class GapText {
    private GapText() {}

    public static String render(Session session, Gap gap) {
        Words words = new Words(session.language(), gap.now().model());
        StringBuilder text = new StringBuilder();
        for (DomainResult domain : gap.now().domains()) {
            int target = gap.target().level(domain.domain().id());
            if (target == 0 || domain.score().isExcluded()) {
                continue;
            }
            List<Gap.Item> items =
                    gap.items().stream()
                            .filter(item -> item.domain().equals(domain.domain().id()))
                            .toList();
            DomainResult then = gap.joint().domain(domain.domain().id());
            text.append(
                    session.styled(
                            "@|bold "
                                    + session.say(
                                            "gap.domain",
                                            words.name(domain.domain()),
                                            level(words, domain.grade()),
                                            words.code(target),
                                            items.size(),
                                            level(words, then == null ? null : then.grade()))
                                    + "|@\n"));
            text.append(table(session, words, items).render("  ")).append('\n');
        }
        Result joint = gap.joint();
        text.append(
                        session.say(
                                "gap.joint",
                                gap.items().size(),
                                level(words, gap.now().overall()),
                                level(words, joint.overall()),
                                Numbers.score(total(gap.now())),
                                Numbers.score(total(joint))))
                .append('\n');
        return text.toString();
    }

    private static double total(Result result) {
        return result.tree().total() == null ? 0 : result.tree().total().lowest();
    }

    private static String level(Words words, @Nullable Grade grade) {
        Attained attained = grade == null ? null : grade.attained();
        return attained == null ? "–" : words.code(attained.level());
    }

    private static Table table(Session session, Words words, List<Gap.Item> items) {
        Table table = new Table(session.ansi(), LEFT, LEFT, LEFT, LEFT, RIGHT, RIGHT, LEFT, LEFT);
        if (!items.isEmpty()) {
            table.row(
                    session.say("column.level"),
                    session.say("column.criterion"),
                    session.say("column.answer"),
                    session.say("column.effort"),
                    session.say("column.gain.score"),
                    session.say("column.gain.total"),
                    session.say("column.gain.shares"),
                    "");
        }
        for (Gap.Item item : items) {
            String shares =
                    item.shareGains().stream()
                            .map(g -> words.code(g.level()) + " +" + Numbers.share(g.gain()))
                            .collect(Collectors.joining(", "));
            String opens =
                    item.opens().stream()
                            .map(gate -> words.gate(gate.kind()))
                            .distinct()
                            .collect(Collectors.joining(words.say("list.names")));
            table.row(
                    words.code(item.criterion().level()),
                    words.name(item.criterion().criterion()),
                    words.answer(item.criterion()),
                    item.criterion().criterion().effort().name(),
                    Numbers.change(item.scoreGain()),
                    "+" + Numbers.points(item.totalGain()),
                    shares,
                    "@|faint "
                            + item.criterion().id()
                            + "|@"
                            + (opens.isEmpty() ? "" : "  " + session.say("gap.opens", opens)));
        }
        return table;
    }
}
