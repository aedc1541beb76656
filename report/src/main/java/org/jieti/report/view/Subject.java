package org.jieti.report.view;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jieti.core.assessment.Answer;
import org.jieti.core.assessment.Reading;
import org.jieti.core.grading.Grade;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.Guidance;
import org.jieti.core.model.Language;
import org.jieti.core.model.Measure;
import org.jieti.core.model.MeasureBand;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Overall;
import org.jieti.core.result.Result;
import org.jieti.core.scoring.AnswerState;
import org.jieti.core.scoring.CriterionScore;
import org.jieti.core.scoring.Threshold;
import org.jieti.report.words.Words;
import org.jspecify.annotations.Nullable;

/// What a page is made from: a result, what assessors read beside its criteria, and the words of
/// one language.
record Subject(Result result, Map<NodeId, Guidance> guidance, Words words) {
    private static final int SHADES = 5;

    static Subject of(Result result, Map<NodeId, Guidance> guidance, Language language) {
        return new Subject(result, guidance, new Words(language, result.model()));
    }

    int levels() {
        return result.model().levels().size();
    }

    boolean hasLevels() {
        return result.model().grading() != null;
    }

    /// False where the result is the profile of its domains: no total, no overall level.
    boolean hasTotal() {
        return result.model().grading() == null
                || result.model().grading().overall() == Overall.GRADED;
    }

    double satisfied() {
        return result.model().grading() == null ? 1 : result.model().grading().satisfied();
    }

    LevelMark mark(int level) {
        return LevelMark.of(result.model(), level, words);
    }

    LevelMark mark(@Nullable Grade grade) {
        return grade == null || grade.attained() == null
                ? LevelMark.NONE
                : mark(grade.attained().level());
    }

    List<LevelMark> marks() {
        return IntStream.rangeClosed(1, levels()).mapToObj(this::mark).toList();
    }

    /// The step of the level scale, from 1 to 5, that stands for a share.
    static int shade(double share) {
        return Math.min(
                SHADES, 1 + (int) Math.floor(share * SHADES + SHADES * Threshold.TOLERANCE));
    }

    /// What was answered, measures with their value.
    AnswerMark answer(CriterionScore criterion) {
        return new AnswerMark(answerText(criterion), answerShape(criterion));
    }

    /// What was answered of the criterion itself, whatever a higher rung has settled.
    AnswerMark ownAnswer(CriterionScore criterion) {
        return criterion.state() == AnswerState.SETTLED
                        && criterion.answer() instanceof Answer.Rated rated
                ? new AnswerMark(words.ownAnswer(criterion), shape(rated.rating().fulfilment()))
                : answer(criterion);
    }

    /// The shape beside a rating.
    String shape(double fulfilment) {
        if (fulfilment >= 1) {
            return "full";
        }
        return Threshold.isAtLeast(fulfilment, satisfied())
                ? "most"
                : fulfilment > 0 ? "part" : "none";
    }

    private String answerText(CriterionScore criterion) {
        Measured measured = measured(criterion.criterion());
        return criterion.state() == AnswerState.RATED
                        && !(criterion.answer() instanceof Answer.Rated)
                        && measured != null
                        && measured.reading() != null
                ? words.measured(measured.reading().value(), measured.measure().unit())
                : words.answer(criterion);
    }

    private String answerShape(CriterionScore criterion) {
        return switch (criterion.state()) {
            case RATED -> shape(criterion.fulfilment().own());
            case SETTLED -> "settled";
            case UNANSWERED -> "open";
            case INSUFFICIENT -> "insufficient";
            case NOT_APPLICABLE -> "na";
        };
    }

    /// A measure with the band that a criterion reads, and what was reported.
    record Measured(Measure measure, String band, @Nullable Reading reading) {}

    /// Null unless the criterion is a metric.
    @Nullable Measured measured(Criterion criterion) {
        MeasureBand reads = criterion.reading();
        Measure measure = reads == null ? null : result.model().findMeasure(reads.measure());
        return reads == null || measure == null
                ? null
                : new Measured(
                        measure, reads.band(), result.assessment().measures().get(measure.id()));
    }

    /// What the best rating of a criterion takes; empty where the model does not say.
    String met(Criterion criterion) {
        Guidance beside = guidance.get(criterion.id());
        if (beside == null) {
            return "";
        }
        var anchor = beside.anchors().get(result.model().ratings().best().id());
        return anchor == null ? "" : words.text(anchor);
    }

    String evidence(Criterion criterion) {
        Guidance beside = guidance.get(criterion.id());
        return beside == null ? "" : words.text(beside.evidence());
    }

    /// Whether a criterion is a gate, by name; empty for most.
    String gate(Criterion criterion) {
        if (criterion.veto() != null) {
            return words.say("gate.veto");
        }
        return criterion.mandatory() ? words.say("gate.mandatory") : "";
    }
}
