package org.jieti.cli.text;

import static org.jieti.cli.text.Table.Align.LEFT;
import static org.jieti.cli.text.Table.Align.RIGHT;

import org.jieti.cli.Session;
import org.jieti.core.assessment.Answer;
import org.jieti.core.assessment.Reading;
import org.jieti.core.grading.GateVerdict;
import org.jieti.core.grading.Grade;
import org.jieti.core.grading.LevelVerdict;
import org.jieti.core.model.Band;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.Guidance;
import org.jieti.core.model.Indicator;
import org.jieti.core.model.Limit;
import org.jieti.core.model.Measure;
import org.jieti.core.model.MeasureBand;
import org.jieti.core.result.DomainResult;
import org.jieti.core.result.Result;
import org.jieti.core.scoring.BranchScore;
import org.jieti.core.scoring.CriterionScore;
import org.jieti.core.scoring.ScoreNode;
import org.jieti.report.words.Numbers;
import org.jieti.report.words.Words;
import org.jspecify.annotations.Nullable;

/// The derivation of one node: formula, weights, points, exclusions, and the verdicts that made
/// its level.
public final class ExplainText {
    private final Session session;
    private final Result result;
    private final Words words;
    private final StringBuilder text = new StringBuilder();

    private ExplainText(Session session, Result result) {
        this.session = session;
        this.result = result;
        this.words = new Words(session.language(), result.model());
    }

    /// Renders the derivation.
    ///
    /// @param guidance what assessors read beside the node, if it is a criterion
    public static String render(
            Session session, Result result, ScoreNode node, @Nullable Guidance guidance) {
        ExplainText page = new ExplainText(session, result);
        switch (node) {
            case BranchScore branch -> page.branch(branch);
            case CriterionScore criterion -> page.criterion(criterion, guidance);
        }
        return page.text.toString();
    }

    private void line(String line) {
        text.append(session.styled(line)).append('\n');
    }

    private void branch(BranchScore branch) {
        line("@|bold " + words.name(branch.node()) + "|@  @|faint " + branch.id() + "|@");
        place(branch, branch.weight(), branch.appliedWeight());
        if (branch.isExcluded()) {
            line("  " + session.say("explain.excluded"));
            return;
        }
        if (branch.node() instanceof Indicator ladder && ladder.start() != null) {
            line("  " + session.say("explain.start", words.text(ladder.start().text())));
        }
        line("");
        if (branch.node() instanceof Indicator indicator && indicator.bearsCriteria()) {
            criteria(branch);
        } else {
            children(branch);
        }
        line("");
        line(
                "  "
                        + session.say(
                                "explain.coverage",
                                Numbers.percent(branch.coverage().answeredShare()),
                                branch.coverage().unanswered(),
                                branch.coverage().insufficient(),
                                branch.coverage().notApplicable()));
        if (branch.score() != null && branch.score().highest() > branch.score().lowest()) {
            line(
                    "  "
                            + session.say(
                                    "explain.possible",
                                    Numbers.score(branch.score().lowest()),
                                    Numbers.score(branch.score().highest())));
        }
        DomainResult domain = result.domain(branch.id());
        if (domain != null && domain.grade() != null) {
            grade(domain.grade());
        }
    }

    private void place(ScoreNode node, double weight, double applied) {
        line("  " + session.say("explain.weight", Numbers.weight(weight)));
        if (Math.abs(applied - weight) > 1e-12) {
            line("  " + session.say("explain.weight.applied", Numbers.weight(applied)));
        }
        line(
                "  "
                        + session.say(
                                "explain.weight.effective",
                                Numbers.weight(node.effectiveWeight())));
        line("  " + session.say("explain.contribution", Numbers.score(node.contribution())));
    }

    private void children(BranchScore branch) {
        Table table = new Table(session.ansi(), LEFT, RIGHT, LEFT, RIGHT, LEFT, RIGHT, LEFT);
        for (ScoreNode child : branch.children()) {
            if (child instanceof BranchScore part) {
                table.row(
                        words.name(part.node()),
                        Numbers.weight(part.appliedWeight()),
                        "×",
                        part.isExcluded() ? "–" : Numbers.score(part.earned()),
                        "=",
                        Numbers.score(part.appliedWeight() * part.earned()),
                        "@|faint "
                                + part.id()
                                + (part.isExcluded() ? "  " + session.say("domain.excluded") : "")
                                + "|@");
            }
        }
        table.row(session.say("explain.sum"), "", "", "", "", Numbers.score(branch.earned()), "");
        text.append(table.render("  "));
    }

    private void criteria(BranchScore ladder) {
        Table table =
                new Table(session.ansi(), LEFT, LEFT, LEFT, RIGHT, LEFT, RIGHT, LEFT, RIGHT, LEFT);
        for (ScoreNode child : ladder.children()) {
            if (child instanceof CriterionScore criterion) {
                table.row(
                        words.code(criterion.level()),
                        words.name(criterion.criterion()),
                        words.answer(criterion),
                        Numbers.points(criterion.points()),
                        "×",
                        criterion.isExcluded()
                                ? "–"
                                : Numbers.fulfilment(criterion.currentFulfilment()),
                        "=",
                        Numbers.points(criterion.earned()),
                        "@|faint " + criterion.id() + "|@");
            }
        }
        table.row(
                "",
                session.say("explain.sum"),
                "",
                "",
                "",
                "",
                "",
                Numbers.points(ladder.earned()),
                "");
        text.append(table.render("  "));
    }

    private void grade(Grade grade) {
        line("");
        line("@|bold " + session.say("explain.levels") + "|@");
        Table table = new Table(session.ansi(), LEFT, RIGHT, RIGHT, RIGHT, RIGHT, LEFT);
        table.row(
                session.say("column.level"),
                session.say("column.asked"),
                session.say("column.unsatisfied"),
                session.say("column.share"),
                session.say("column.scoreFrom"),
                "");
        for (LevelVerdict verdict : grade.levels()) {
            table.row(
                    words.level(verdict.level()),
                    Integer.toString(verdict.asked()),
                    Integer.toString(verdict.unsatisfied()),
                    verdict.asked() == 0 ? "–" : Numbers.share(verdict.share()),
                    Numbers.score(verdict.scoreFrom()),
                    session.say(verdict.reached() ? "verdict.reached" : "verdict.missed"));
        }
        text.append(table.render("  "));
        for (GateVerdict gate : grade.gates()) {
            line("  " + words.gate(gate));
        }
        line("  " + words.why(grade));
    }

    private void criterion(CriterionScore scored, @Nullable Guidance guidance) {
        Criterion criterion = scored.criterion();
        line("@|bold " + words.name(criterion) + "|@  @|faint " + criterion.id() + "|@");
        text.append(CriterionText.facts(session, words, criterion, "  "));
        line("");
        if (guidance != null) {
            text.append(
                    CriterionText.guidance(
                            session, words, result.model().ratings(), guidance, "  "));
            line("");
        }
        answer(scored);
        line(
                "  "
                        + session.say(
                                "explain.points",
                                Numbers.points(scored.points()),
                                Numbers.fulfilment(scored.currentFulfilment()),
                                Numbers.points(scored.earned())));
        if (Math.abs(scored.points() - scored.statedPoints()) > 1e-12) {
            line(
                    "  "
                            + session.say(
                                    "explain.points.before",
                                    Numbers.points(scored.statedPoints())));
        }
        line(
                "  "
                        + session.say(
                                "explain.weight.effective",
                                Numbers.weight(scored.effectiveWeight())));
        line("  " + session.say("explain.contribution", Numbers.score(scored.contribution())));
    }

    private void answer(CriterionScore scored) {
        line("  " + session.say("explain.answer", words.answer(scored)));
        switch (scored.answer()) {
            case Answer.Rated rated when !rated.note().isBlank() ->
                    line("  " + session.say("explain.note", rated.note()));
            case Answer.NotApplicable na -> line("  " + session.say("explain.na", na.reason()));
            case Answer.InsufficientEvidence insufficient ->
                    line("  " + session.say("explain.note", insufficient.reason()));
            case Answer.Rated _, Answer.Unanswered _ -> {}
        }
        MeasureBand reads = scored.criterion().reading();
        if (reads != null) {
            measure(reads);
        }
    }

    private void measure(MeasureBand reads) {
        Measure measure = result.model().findMeasure(reads.measure());
        Band band = measure == null ? null : measure.band(reads.band());
        if (measure == null || band == null) {
            return;
        }
        Reading reading = result.assessment().measures().get(measure.id());
        line(
                "  "
                        + session.say(
                                "explain.measure",
                                words.text(measure.name()),
                                reading == null ? "–" : Numbers.measured(reading.value()),
                                measure.unit(),
                                limit(band.limit()),
                                words.standing(band.standing())));
    }

    private String limit(Limit limit) {
        String sign =
                switch (limit.side()) {
                    case BELOW -> "<";
                    case ABOVE -> ">";
                    case AT_MOST -> "≤";
                    case AT_LEAST -> "≥";
                };
        return sign + " " + Numbers.measured(limit.value());
    }
}
