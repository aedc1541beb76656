package org.jieti.server.demo;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.jieti.core.assessment.Answer;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.assessment.Reading;
import org.jieti.core.model.MeasureId;
import org.jieti.core.model.NodeId;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.assessments.Answering;
import org.jieti.server.assessments.Save;
import org.jieti.server.assessments.SaveOutcome;
import org.jieti.server.assessments.WrittenAnswer;
import org.jieti.server.assessments.WrittenAnswer.State;
import org.jieti.server.assessments.WrittenReading;
import org.springframework.stereotype.Component;

/// Answers an assessment in which nobody has answered yet, one question after another, as somebody
/// at the page would.
@Component
public class Respondent {
    private final Answering answering;

    Respondent(Answering answering) {
        this.answering = answering;
    }

    /// Gives all answers and values of an assessment as one person's.
    ///
    /// @throws IllegalStateException if one of them is not taken
    public void answer(SignedIn me, UUID assessment, Assessment answers) {
        answers.answers().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> answer(me, assessment, each.getKey(), each.getValue()));
        answers.measures().forEach((measure, reading) -> report(me, assessment, measure, reading));
    }

    private void answer(SignedIn me, UUID assessment, NodeId criterion, Answer answer) {
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
        require(answering.save(me, assessment, criterion, written, Save.of(0)), criterion);
    }

    private void report(SignedIn me, UUID assessment, MeasureId measure, Reading reading) {
        WrittenReading written =
                new WrittenReading(BigDecimal.valueOf(reading.value()), reading.unit(), "");
        require(answering.save(me, assessment, measure, written, Save.of(0)), measure);
    }

    private static void require(SaveOutcome<?> outcome, Object what) {
        if (!(outcome instanceof SaveOutcome.Saved<?>)) {
            throw new IllegalStateException("%s was not taken: %s".formatted(what, outcome));
        }
    }
}
