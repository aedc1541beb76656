package org.jieti.core.population;

import java.util.List;
import org.jieti.core.model.NodeId;
import org.jspecify.annotations.Nullable;

/// What came out for one unit.
public sealed interface Outcome {

    /// It has an index.
    ///
    /// @param index as rounded, where the model rounds it
    /// @param published the index as its publisher printed it; null where the table has none
    /// @param band null in a model without bands
    record Scored(
            double index,
            @Nullable Double published,
            int rank,
            @Nullable IndexBand band,
            List<PeerRank> peers)
            implements Outcome {
        public Scored {
            peers = List.copyOf(peers);
        }
    }

    /// The rank within a peer group.
    ///
    /// @param of how many units of the group have an index
    record PeerRank(Grouping grouping, String group, int rank, int of) {}

    /// It took no part: it has no score, which is not a score of 0.
    record NotSurveyed() implements Outcome {}

    /// It was screened out.
    ///
    /// @param filled the share of its cells that were filled, in [0, 1]
    /// @param least the share that it needed
    record TooFewData(double filled, double least) implements Outcome {}

    /// Cells are missing that nothing stands in for.
    record MissingData(List<NodeId> leaves) implements Outcome {
        public MissingData {
            leaves = List.copyOf(leaves);
        }
    }

    /// The aggregation of a node is not defined for its parts, as for negative ones under a
    /// geometric mean.
    record Undefined(NodeId node) implements Outcome {}
}
