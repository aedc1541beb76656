package org.jieti.report.batch;

import java.util.List;
import java.util.stream.IntStream;
import org.jieti.catalog.batch.Batch;
import org.jieti.catalog.batch.Progress;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Preset;
import org.jieti.core.model.WeightSet;
import org.jieti.core.result.Ranking;
import org.jieti.core.result.Scoring;
import org.jspecify.annotations.Nullable;

/// The results of many units, ranked.
///
/// @param preset null exactly for a model without levels
/// @param rows in the order of the input
public record BatchResult(
        MaturityModel model,
        WeightSet weights,
        @Nullable Preset preset,
        List<UnitRow> rows,
        Ranking ranking) {
    public BatchResult {
        rows = List.copyOf(rows);
        if (rows.size() != ranking.places().size()) {
            throw new IllegalArgumentException(
                    "%d units have %d places.".formatted(rows.size(), ranking.places().size()));
        }
    }

    /// Scores each unit, on all processors; each by itself, so their order does not matter.
    public static BatchResult of(Batch batch, Progress progress) {
        progress.start(Progress.Stage.SCORING, batch.inputs().size());
        List<UnitRow> rows =
                IntStream.range(0, batch.inputs().size())
                        .parallel()
                        .mapToObj(
                                i -> {
                                    UnitRow row = UnitRow.of(Scoring.score(batch.inputs().get(i)));
                                    progress.advance(1);
                                    return row;
                                })
                        .toList();
        Ranking ranking =
                Ranking.of(
                        rows.stream()
                                .map(row -> new Ranking.Entry(row.unit().peerGroup(), row.total()))
                                .toList());
        return new BatchResult(batch.model(), batch.weights(), batch.preset(), rows, ranking);
    }
}
