package org.jieti.core.agreement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jieti.core.assessment.Answer;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.MeasureBand;
import org.jspecify.annotations.Nullable;

/// Several raters who rated the same unit against the same model, each without the others.
public record Panel(MaturityModel model, List<Rater> raters) {
    public Panel {
        raters = List.copyOf(raters);
        if (raters.isEmpty()) {
            throw new IllegalArgumentException("A panel has at least one rater.");
        }
        Set<String> ids = new HashSet<>();
        String unit = raters.getFirst().assessment().unit().id();
        for (Rater rater : raters) {
            if (!ids.add(rater.id())) {
                throw new IllegalArgumentException(
                        "Two raters are called %s.".formatted(rater.id()));
            }
            if (!rater.assessment().model().equals(model.id())) {
                throw new IllegalArgumentException(
                        "Rater %s rated against %s, not %s."
                                .formatted(rater.id(), rater.assessment().model(), model.id()));
            }
            if (!rater.assessment().unit().id().equals(unit)) {
                throw new IllegalArgumentException(
                        "Rater %s rated unit %s, not %s."
                                .formatted(rater.id(), rater.assessment().unit().id(), unit));
            }
        }
    }

    /// What each rater gave to one criterion, in the order of the raters.
    List<Answer> answers(Criterion criterion) {
        return raters.stream().map(rater -> rater.assessment().answer(criterion.id())).toList();
    }

    /// How many raters entered the measure that a criterion reads; 0 if it reads none.
    int measured(Criterion criterion) {
        MeasureBand reads = criterion.reading();
        return reads == null
                ? 0
                : (int)
                        raters.stream()
                                .filter(
                                        rater ->
                                                rater.assessment()
                                                        .measures()
                                                        .containsKey(reads.measure()))
                                .count();
    }

    /// The fulfilments given to some criteria; a gap where an answer is no rating.
    RatingTable ratings(List<Criterion> criteria) {
        List<List<@Nullable Double>> rows = new ArrayList<>();
        for (Rater rater : raters) {
            List<@Nullable Double> row = new ArrayList<>();
            for (Criterion criterion : criteria) {
                row.add(
                        rater.assessment().answer(criterion.id()) instanceof Answer.Rated rated
                                ? rated.rating().fulfilment()
                                : null);
            }
            rows.add(row);
        }
        return RatingTable.of(rows);
    }
}
