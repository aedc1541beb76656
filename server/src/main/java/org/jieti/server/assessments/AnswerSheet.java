package org.jieti.server.assessments;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jieti.core.assessment.Answer;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.assessment.Reading;
import org.jieti.core.assessment.Unit;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.MeasureId;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Rating;
import org.jieti.server.units.AssessedUnit;
import org.jspecify.annotations.Nullable;

/// All that a unit has answered, as it is kept.
public record AnswerSheet(Map<NodeId, KeptAnswer> answers, Map<MeasureId, KeptReading> readings) {
    static final AnswerSheet EMPTY = new AnswerSheet(Map.of(), Map.of());

    public AnswerSheet {
        answers = Map.copyOf(answers);
        readings = Map.copyOf(readings);
    }

    /// What counts of it: an answer that is only offered from the round before does not.
    public Assessment counted(MaturityModel model, AssessedUnit unit, LocalDate asOf) {
        Map<NodeId, Answer> counted = new LinkedHashMap<>();
        answers.forEach(
                (criterion, kept) -> {
                    if (kept.origin() == Origin.OWN) {
                        counted.put(criterion, answer(model, kept.written()));
                    }
                });
        Map<MeasureId, Reading> measures = new LinkedHashMap<>();
        readings.forEach(
                (measure, kept) -> {
                    BigDecimal value = kept.written().value();
                    if (kept.origin() == Origin.OWN && value != null) {
                        measures.put(
                                measure, new Reading(value.doubleValue(), kept.written().unit()));
                    }
                });
        return new Assessment(
                model.id(),
                new Unit(unit.code(), unit.name(), unit.region(), unit.peerGroup()),
                asOf,
                counted,
                measures);
    }

    /// The same sheet with an answer in place.
    AnswerSheet with(KeptAnswer answer) {
        Map<NodeId, KeptAnswer> changed = new HashMap<>(answers);
        changed.put(answer.criterion(), answer);
        return new AnswerSheet(changed, readings);
    }

    /// The same sheet with a reading in place.
    AnswerSheet with(KeptReading reading) {
        Map<MeasureId, KeptReading> changed = new HashMap<>(readings);
        changed.put(reading.measure(), reading);
        return new AnswerSheet(answers, changed);
    }

    private static Answer answer(MaturityModel model, WrittenAnswer written) {
        return switch (written.state()) {
            case RATED ->
                    new Answer.Rated(
                            rating(model, String.valueOf(written.rating())), written.note());
            case NOT_APPLICABLE -> new Answer.NotApplicable(written.note());
            case INSUFFICIENT -> new Answer.InsufficientEvidence(written.note());
            case UNANSWERED -> new Answer.Unanswered();
        };
    }

    private static Rating rating(MaturityModel model, String id) {
        @Nullable Rating rating = model.ratings().find(id);
        if (rating == null) {
            throw new IllegalStateException(
                    "The kept rating %s is not on the scale.".formatted(id));
        }
        return rating;
    }
}
