package org.jieti.cli.text;

import static org.jieti.cli.text.Table.Align.LEFT;
import static org.jieti.cli.text.Table.Align.RIGHT;

import java.util.Comparator;
import java.util.List;
import org.jieti.cli.Session;
import org.jieti.report.sensitivity.Basis;
import org.jieti.report.sensitivity.SensitivityResult;
import org.jieti.report.sensitivity.SensitivityWords;
import org.jieti.report.words.Numbers;
import org.jieti.robustness.sensitivity.ExperimentStudy.Quantity;
import org.jieti.robustness.sensitivity.Indices;
import org.jieti.robustness.sensitivity.LeaveOneOut;

/// What moves results, on a terminal.
public final class SensitivityText {
    private final Session session;
    private final SensitivityResult result;
    private final SensitivityWords words;
    private final StringBuilder text = new StringBuilder();

    private SensitivityText(Session session, SensitivityResult result) {
        this.session = session;
        this.result = result;
        this.words = new SensitivityWords(result, session.language());
    }

    public static String render(Session session, SensitivityResult result) {
        SensitivityText page = new SensitivityText(session, result);
        page.head();
        Indices shift = result.shift();
        if (shift != null) {
            page.shift(shift);
        }
        for (int quantity = 0; quantity < result.quantities().size(); quantity++) {
            if (result.units().size() == 1) {
                page.alone(quantity);
            } else {
                page.together(quantity);
            }
        }
        if (result.basis() instanceof Basis.Indexed(_, var removals)) {
            page.removals(removals);
        }
        return page.text.toString();
    }

    private void line(String line) {
        text.append(session.ansi().string(line)).append('\n');
    }

    private static String faint(String cell) {
        return "@|faint " + cell + "|@";
    }

    private void head() {
        line("@|bold " + Session.plain(words.title()) + "|@");
        line(Session.plain(words.facts()));
        line(Session.plain(words.varied()));
        line(words.run());
        if (!words.stopped().isEmpty()) {
            line("@|yellow " + words.stopped() + "|@");
        }
        line(faint(words.say("note")));
        if (result.units().size() > 1) {
            line(faint(words.say("note.many")));
        }
    }

    private void title(String title, String spread) {
        line("");
        line("@|bold " + Session.plain(title) + "|@   " + Session.plain(spread));
    }

    private void shift(Indices shift) {
        switch (shift) {
            case Indices.Defined defined -> {
                title(words.say("shift"), words.spread(defined));
                effects(defined);
            }
            case Indices.NoVariance _ -> title(words.say("shift"), words.say("shift.none"));
        }
    }

    private void alone(int quantity) {
        Quantity of = result.quantities().get(quantity);
        Indices indices = result.indices().of(0, quantity);
        title(words.quantity(of), words.spread(of, indices));
        if (indices instanceof Indices.Defined defined) {
            effects(defined);
        }
    }

    private void effects(Indices.Defined defined) {
        Table table = new Table(session.ansi(), LEFT, RIGHT, RIGHT, RIGHT, RIGHT, LEFT);
        table.row(
                faint(words.say("column.factor")),
                faint(words.say("column.first")),
                faint(words.say("column.interval")),
                faint(words.say("column.total")),
                faint(words.say("column.interval")),
                "");
        for (int factor : SensitivityResult.order(defined)) {
            Indices.Effect effect = defined.effects().get(factor);
            table.row(
                    Session.plain(words.factor(factor)),
                    words.index(effect.first().value()),
                    faint(words.interval(effect.first())),
                    words.index(effect.total().value()),
                    faint(words.interval(effect.total())),
                    faint(words.remark(effect)));
        }
        text.append(table.render("  "));
    }

    private void together(int quantity) {
        SensitivityResult.Summary summary = result.summary(quantity);
        title(
                words.quantity(result.quantities().get(quantity)),
                words.say("moved", summary.moved(), result.units().size()));
        if (summary.moved() == 0) {
            return;
        }
        Table table = new Table(session.ansi(), LEFT, RIGHT, RIGHT, LEFT);
        table.row(
                faint(words.say("column.factor")),
                faint(words.say("column.first")),
                faint(words.say("column.total")),
                "");
        summary.parts().stream()
                .sorted(Comparator.comparingDouble(SensitivityResult.Part::total).reversed())
                .forEach(
                        part ->
                                table.row(
                                        Session.plain(words.factor(part.factor())),
                                        words.index(part.first()),
                                        words.index(part.total()),
                                        faint(words.say("leads", part.leads()))));
        text.append(table.render("  "));
    }

    private void removals(List<LeaveOneOut.Removal> removals) {
        title(words.say("removals.title"), words.say("removals.note"));
        Table table = new Table(session.ansi(), LEFT, RIGHT, RIGHT);
        table.row(
                faint(words.say("removals.element")),
                faint(words.say("removals.shift")),
                faint(words.say("removals.weight")));
        for (LeaveOneOut.Removal removal : removals) {
            table.row(
                    "  ".repeat(removal.depth() - 1) + Session.plain(words.element(removal)),
                    words.shift(removal),
                    Numbers.weight(removal.effectiveWeight()));
        }
        text.append(table.render("  "));
    }
}
