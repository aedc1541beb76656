package org.jieti.cli.text;

import static org.jieti.cli.text.Table.Align.LEFT;
import static org.jieti.cli.text.Table.Align.RIGHT;

import org.jieti.cli.Session;
import org.jieti.core.grading.Attained;
import org.jieti.core.grading.Grade;
import org.jieti.core.result.Comparison;
import org.jieti.core.result.DomainResult;
import org.jieti.core.result.Result;
import org.jieti.report.words.Numbers;
import org.jieti.report.words.Words;
import org.jspecify.annotations.Nullable;

/// What moved between two results, and why.
public final class CompareText {
    private CompareText() {}

    public static String render(Session session, Comparison comparison) {
        Words words = new Words(session.language(), comparison.before().model());
        StringBuilder text = new StringBuilder();
        text.append(session.say("compare.before", described(comparison.before()))).append('\n');
        text.append(session.say("compare.after", described(comparison.after()))).append("\n\n");
        Table domains = new Table(session.ansi(), LEFT, LEFT, LEFT, RIGHT, RIGHT, RIGHT);
        domains.row(
                session.say("column.domain"),
                session.say("column.level.before"),
                session.say("column.level.after"),
                session.say("column.score.before"),
                session.say("column.score.after"),
                session.say("column.change"));
        for (Comparison.DomainChange change : comparison.domains()) {
            domains.row(
                    words.name(change.before().domain()),
                    level(words, change.before().grade()),
                    level(words, change.after().grade()),
                    score(change.before()),
                    score(change.after()),
                    Numbers.change(change.scoreChange()));
        }
        domains.row(
                "@|bold " + session.say("compare.overall") + "|@",
                level(words, comparison.before().overall()),
                level(words, comparison.after().overall()),
                total(comparison.before()),
                total(comparison.after()),
                Numbers.change(comparison.totalChange()));
        text.append(domains.render("  ")).append('\n');
        if (comparison.after().overall() != null) {
            text.append("  ").append(words.why(comparison.after().overall())).append("\n\n");
        }
        moved(session, words, comparison, text);
        return text.toString();
    }

    private static void moved(
            Session session, Words words, Comparison comparison, StringBuilder text) {
        if (comparison.moved().isEmpty()) {
            text.append(session.say("compare.same")).append('\n');
            return;
        }
        text.append(session.styled("@|bold " + session.say("compare.moved") + "|@\n"));
        Table moved = new Table(session.ansi(), LEFT, LEFT, LEFT, LEFT, RIGHT, RIGHT, RIGHT, LEFT);
        moved.row(
                session.say("column.level"),
                session.say("column.criterion"),
                session.say("column.before"),
                session.say("column.after"),
                session.say("column.byFulfilment"),
                session.say("column.byWeight"),
                session.say("column.change"),
                "");
        for (Comparison.Moved each : comparison.moved()) {
            moved.row(
                    words.code(each.after().level()),
                    words.name(each.after().criterion()),
                    words.answer(each.before()),
                    words.answer(each.after()),
                    Numbers.signedPoints(each.byFulfilment()),
                    Numbers.signedPoints(each.byWeight()),
                    Numbers.signedPoints(each.change()),
                    "@|faint " + each.id() + "|@");
        }
        text.append(moved.render("  "));
    }

    private static String described(Result result) {
        return result.assessment().unit().name() + "  " + result.assessment().asOf();
    }

    private static String level(Words words, @Nullable Grade grade) {
        Attained attained = grade == null ? null : grade.attained();
        return attained == null ? "–" : words.level(attained.level());
    }

    private static String score(DomainResult domain) {
        return domain.score().score() == null || domain.score().score().now() == null
                ? "–"
                : Numbers.score(domain.score().score().now());
    }

    private static String total(Result result) {
        return result.tree().total() == null || result.tree().total().now() == null
                ? "–"
                : Numbers.score(result.tree().total().now());
    }
}
