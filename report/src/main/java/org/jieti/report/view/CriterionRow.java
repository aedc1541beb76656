package org.jieti.report.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jieti.core.assessment.Answer;
import org.jieti.core.model.Band;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.Guidance;
import org.jieti.core.model.Rating;
import org.jieti.core.model.Text;
import org.jieti.core.scoring.AnswerState;
import org.jieti.core.scoring.CriterionScore;
import org.jieti.core.scoring.Threshold;
import org.jieti.report.words.Numbers;
import org.jieti.report.words.Words;

/// One criterion of the derivation: its answer, what it earned, where it comes from, and what an
/// assessor reads beside it.
///
/// @param gate the kind of gate that it is; empty for most
/// @param remark what was written with the answer: a note or a reason; empty for most
/// @param statedPoints its points if everything were applicable; empty where they are its points
/// @param raised that a higher rung lends it more than its own answer gives; empty for most
/// @param elsewhere where a figure of the source puts it at another level; empty for most
/// @param measure the definition of the measure that it reads; empty unless it is a metric
/// @param limit the limit of that measure, and what was reported
/// @param isExcluded whether it takes no part in the score
public record CriterionRow(
        String id,
        String name,
        LevelMark level,
        String kind,
        String gate,
        TreeNode.Badge standing,
        AnswerMark answer,
        String remark,
        String effectiveWeight,
        String points,
        String statedPoints,
        String fulfilment,
        String raised,
        String earned,
        String contributionToDomain,
        String contribution,
        String elsewhere,
        String source,
        String effort,
        String measure,
        String limit,
        String question,
        List<Anchor> anchors,
        String evidence,
        boolean isExcluded) {

    /// What makes one rating.
    public record Anchor(String rating, String text, boolean isGiven) {}

    public CriterionRow {
        anchors = List.copyOf(anchors);
    }

    static CriterionRow of(Subject subject, CriterionScore score) {
        Words words = subject.words();
        Criterion criterion = score.criterion();
        Guidance beside = subject.guidance().get(criterion.id());
        String elsewhere = words.elsewhere(criterion);
        boolean excluded = score.isExcluded();
        return new CriterionRow(
                criterion.id().value(),
                words.name(criterion),
                subject.mark(criterion.level()),
                words.kind(criterion.kind()),
                subject.gate(criterion),
                TreeNode.Badge.of(words, criterion.standing()),
                subject.answer(score),
                remark(score.answer()),
                Numbers.weight(score.effectiveWeight()),
                Numbers.points(score.points()),
                Math.abs(score.statedPoints() - score.points()) > Threshold.TOLERANCE
                        ? words.say("tree.points.stated", Numbers.points(score.statedPoints()))
                        : "",
                excluded ? words.code(0) : Numbers.fulfilment(score.currentFulfilment()),
                raised(words, score),
                Numbers.points(score.earned()),
                Numbers.points(score.contributionToDomain()),
                Numbers.points(score.contribution()),
                elsewhere == null ? "" : elsewhere,
                clauses(words, criterion.source()),
                words.effort(criterion.effort()),
                measure(subject, criterion),
                limit(subject, criterion),
                beside == null ? "" : words.text(beside.question()),
                beside == null ? List.of() : anchors(subject, score, beside),
                beside == null ? "" : words.text(beside.evidence()),
                excluded);
    }

    private static String remark(Answer answer) {
        return switch (answer) {
            case Answer.Rated rated -> rated.note();
            case Answer.NotApplicable excluded -> excluded.reason();
            case Answer.InsufficientEvidence insufficient -> insufficient.reason();
            case Answer.Unanswered _ -> "";
        };
    }

    private static String raised(Words words, CriterionScore score) {
        double own = score.fulfilment().own();
        if (score.state() == AnswerState.SETTLED
                || score.currentFulfilment() <= own + Threshold.TOLERANCE) {
            return "";
        }
        return words.say("tree.raised", Numbers.fulfilment(own));
    }

    private static String measure(Subject subject, Criterion criterion) {
        Subject.Measured measured = subject.measured(criterion);
        Words words = subject.words();
        return measured == null
                ? ""
                : words.say(
                        "tree.measure",
                        words.text(measured.measure().name()),
                        words.text(measured.measure().asks()));
    }

    private static String limit(Subject subject, Criterion criterion) {
        Subject.Measured measured = subject.measured(criterion);
        Band band = measured == null ? null : measured.measure().band(measured.band());
        if (measured == null || band == null) {
            return "";
        }
        Words words = subject.words();
        String unit = measured.measure().unit();
        return words.say(
                "tree.limit",
                words.limit(band.limit(), unit),
                words.standing(band.standing()),
                measured.reading() == null
                        ? words.say("tree.unreported")
                        : words.measured(measured.reading().value(), unit));
    }

    private static List<Anchor> anchors(Subject subject, CriterionScore score, Guidance beside) {
        List<Anchor> anchors = new ArrayList<>();
        for (Rating rating : subject.result().model().ratings().ratings()) {
            Text anchor = beside.anchors().get(rating.id());
            if (anchor != null) {
                anchors.add(
                        new Anchor(
                                subject.words().text(rating.name()),
                                subject.words().text(anchor),
                                score.answer() instanceof Answer.Rated rated
                                        && rated.rating().id().equals(rating.id())));
            }
        }
        return anchors;
    }

    static String clauses(Words words, List<String> ids) {
        return ids.stream()
                .map(words::clause)
                .distinct()
                .collect(Collectors.joining(words.say("list.separator")));
    }
}
