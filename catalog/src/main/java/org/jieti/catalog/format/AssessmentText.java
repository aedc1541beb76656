package org.jieti.catalog.format;

import java.util.List;
import org.jieti.catalog.source.Value;
import org.jieti.catalog.source.YamlText;
import org.jieti.core.assessment.Answer;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.assessment.Reading;
import org.jieti.core.assessment.Unit;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Measure;
import org.jspecify.annotations.Nullable;

/// An assessment as the text of its file, which reads back as the same assessment. Criteria without
/// an answer are left out.
public final class AssessmentText {
    private AssessmentText() {}

    /// The text of the file.
    ///
    /// @param model gives the order of criteria and measures
    /// @param remarks what stands above, one comment a line; line breaks within are dropped
    public static String of(Assessment assessment, MaturityModel model, List<String> remarks) {
        StringBuilder text = new StringBuilder();
        for (String remark : remarks) {
            text.append("# ").append(remark.replaceAll("\\p{Cntrl}+|\\R+", " ")).append('\n');
        }
        return text.append(YamlText.of(value(assessment, model))).toString();
    }

    private static Value value(Assessment assessment, MaturityModel model) {
        Entries answers = new Entries();
        for (Criterion criterion : model.criteria()) {
            Value answer = answer(assessment.answers().get(criterion.id()));
            if (answer != null) {
                answers.value(criterion.id().value(), answer);
            }
        }
        Entries measures = new Entries();
        for (Measure measure : model.measures()) {
            Reading reading = assessment.measures().get(measure.id());
            if (reading != null) {
                measures.value(
                        measure.id().value(),
                        new Entries()
                                .number("value", reading.value())
                                .text("unit", reading.unit())
                                .mapping());
            }
        }
        return new Entries()
                .text("model", assessment.model().toString())
                .value("unit", unit(assessment.unit()))
                .text("asOf", assessment.asOf().toString())
                .value("answers", answers.mapping())
                .value("measures", measures.mapping())
                .mapping();
    }

    private static Value unit(Unit unit) {
        return new Entries()
                .text("id", unit.id())
                .text("name", unit.name())
                .optionalText("region", unit.region().isEmpty() ? null : unit.region())
                .optionalText("peerGroup", unit.peerGroup().isEmpty() ? null : unit.peerGroup())
                .mapping();
    }

    private static @Nullable Value answer(@Nullable Answer answer) {
        return switch (answer) {
            case null -> null;
            case Answer.Unanswered _ -> null;
            case Answer.Rated(var rating, String note) ->
                    new Entries()
                            .text("rating", rating.id())
                            .optionalText("note", note.isEmpty() ? null : note)
                            .mapping();
            case Answer.NotApplicable(String reason) -> new Entries().text("na", reason).mapping();
            case Answer.InsufficientEvidence(String reason) ->
                    new Entries().text("insufficient", reason).mapping();
        };
    }
}
