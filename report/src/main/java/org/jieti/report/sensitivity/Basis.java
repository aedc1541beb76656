package org.jieti.report.sensitivity;

import java.util.List;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Preset;
import org.jieti.core.model.WeightSet;
import org.jieti.core.population.IndexModel;
import org.jieti.robustness.sensitivity.LeaveOneOut;
import org.jspecify.annotations.Nullable;

/// What units were scored by.
public sealed interface Basis {

    /// A maturity model.
    ///
    /// @param preset null exactly for a model without levels
    record Assessed(MaturityModel model, WeightSet weights, @Nullable Preset preset)
            implements Basis {}

    /// An index over a population.
    ///
    /// @param removals what leaving out each of its elements does to the ranks
    record Indexed(IndexModel model, List<LeaveOneOut.Removal> removals) implements Basis {
        public Indexed {
            removals = List.copyOf(removals);
        }
    }
}
