package org.jieti.server.demo;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jieti.core.assessment.Answer;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.assessment.Reading;
import org.jieti.core.model.MeasureId;
import org.jieti.core.model.NodeId;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.assessments.AnswerSheet;
import org.jieti.server.assessments.Answering;
import org.jieti.server.assessments.Assessments;
import org.jieti.server.assessments.KeptAnswer;
import org.jieti.server.assessments.KeptReading;
import org.jieti.server.assessments.Save;
import org.jieti.server.assessments.SaveOutcome;
import org.jieti.server.assessments.WrittenAnswer;
import org.jieti.server.assessments.WrittenAnswer.State;
import org.jieti.server.assessments.WrittenReading;
import org.springframework.stereotype.Component;

/// Answers an assessment, one question after another, as somebody at the page would who sees all
/// that is there.
@Component
public class Respondent {
    private final Answering answering;
    private final Assessments assessments;

    Respondent(Answering answering, Assessments assessments) {
        this.answering = answering;
        this.assessments = assessments;
    }

    /// Gives all answers and values of an assessment as one person's.
    ///
    /// @throws IllegalStateException if one of them is not taken
    public void answer(SignedIn me, UUID assessment, Assessment answers) {
        AnswerSheet sheet = assessments.sheet(Objects.requireNonNull(assessments.find(assessment)));
        answers.answers().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(
                        each -> {
                            KeptAnswer kept = sheet.answers().get(each.getKey());
                            answer(
                                    me,
                                    assessment,
                                    each.getKey(),
                                    each.getValue(),
                                    Save.of(kept == null ? 0 : kept.version()));
                        });
        answers.measures()
                .forEach(
                        (measure, reading) -> {
                            KeptReading kept = sheet.readings().get(measure);
                            report(
                                    me,
                                    assessment,
                                    measure,
                                    reading,
                                    Save.of(kept == null ? 0 : kept.version()));
                        });
    }

    private void answer(SignedIn me, UUID assessment, NodeId criterion, Answer answer, Save save) {
        WrittenAnswer written =
                switch (answer) {
                    case Answer.Rated(var rating, String note) ->
                            new WrittenAnswer(State.RATED, rating.id(), note);
                    case Answer.NotApplicable(String reason) ->
                            new WrittenAnswer(State.NOT_APPLICABLE, null, reason);
                    case Answer.InsufficientEvidence(String reason) ->
                            new WrittenAnswer(State.INSUFFICIENT, null, reason);
                    case Answer.Unanswered _ -> WrittenAnswer.none();
                };
        require(answering.save(me, assessment, criterion, written, save), criterion);
    }

    private void report(
            SignedIn me, UUID assessment, MeasureId measure, Reading reading, Save save) {
        WrittenReading written =
                new WrittenReading(BigDecimal.valueOf(reading.value()), reading.unit(), "");
        require(answering.save(me, assessment, measure, written, save), measure);
    }

    private static void require(SaveOutcome<?> outcome, Object what) {
        if (!(outcome instanceof SaveOutcome.Saved<?>)) {
            throw new IllegalStateException("%s was not taken: %s".formatted(what, outcome));
        }
    }
}
