package org.jieti.weighting;

import org.jieti.core.model.WeightRecord;
import org.jieti.core.model.WeightSpread;
import org.jspecify.annotations.Nullable;

/// The weights of one group of siblings, with how they came about.
final class GroupWeights {
    private final double[] weights;
    private final WeightRecord.Group record;
    private final WeightSpread.@Nullable Group spread;

    GroupWeights(double[] weights, WeightRecord.Group record, WeightSpread.@Nullable Group spread) {
        this.weights = weights.clone();
        this.record = record;
        this.spread = spread;
    }

    /// The weight of the record's member at that place.
    double weight(int member) {
        return weights[member];
    }

    WeightRecord.Group record() {
        return record;
    }

    WeightSpread.@Nullable Group spread() {
        return spread;
    }
}
