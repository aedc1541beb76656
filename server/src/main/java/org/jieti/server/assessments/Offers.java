package org.jieti.server.assessments;

import java.util.ArrayList;
import java.util.List;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Measure;
import org.jieti.core.model.Node;

/// What the answers of one round offer to the next: answers to questions that the model still asks,
/// in a form that it still knows.
final class Offers {
    private Offers() {}

    /// Something to put into the new assessment.
    sealed interface Offer {}

    record OfAnswer(KeptAnswer answer) implements Offer {}

    record OfReading(KeptReading reading) implements Offer {}

    /// Offers of a sheet to an assessment by `model`. Answers that the sheet itself was only
    /// offered have never been confirmed, and go no further.
    static List<Offer> of(AnswerSheet sheet, MaturityModel model) {
        List<Offer> offers = new ArrayList<>();
        sheet.answers().values().stream()
                .filter(kept -> kept.origin() == Origin.OWN && fits(kept, model))
                .forEach(
                        kept ->
                                offers.add(
                                        new OfAnswer(
                                                new KeptAnswer(
                                                        kept.criterion(),
                                                        kept.written(),
                                                        Origin.PREVIOUS,
                                                        1,
                                                        null,
                                                        kept.changedBy(),
                                                        kept.changedAt()))));
        sheet.readings().values().stream()
                .filter(kept -> kept.origin() == Origin.OWN && fits(kept, model))
                .forEach(
                        kept ->
                                offers.add(
                                        new OfReading(
                                                new KeptReading(
                                                        kept.measure(),
                                                        kept.written(),
                                                        Origin.PREVIOUS,
                                                        1,
                                                        null,
                                                        kept.changedBy(),
                                                        kept.changedAt()))));
        return offers;
    }

    private static boolean fits(KeptAnswer kept, MaturityModel model) {
        Node node = model.find(kept.criterion());
        WrittenAnswer written = kept.written();
        return node instanceof Criterion criterion
                && switch (written.state()) {
                    case RATED ->
                            criterion.reading() == null
                                    && model.ratings().find(String.valueOf(written.rating()))
                                            != null;
                    case NOT_APPLICABLE -> criterion.mayBeNotApplicable();
                    case INSUFFICIENT -> true;
                    case UNANSWERED -> false;
                };
    }

    private static boolean fits(KeptReading kept, MaturityModel model) {
        Measure measure = model.findMeasure(kept.measure());
        return measure != null
                && kept.written().value() != null
                && measure.unit().equals(kept.written().unit());
    }
}
