package org.jieti.core.uncertainty;

import java.util.List;
import org.jieti.core.model.NodeId;
import org.jspecify.annotations.Nullable;

/// How likely a rating or a measure is to be off, by the strength of the evidence behind it.
///
/// @param strengths on offer, the default first
/// @param assigned which evidence is of another strength than the default; of several that fit,
///     the last counts
public record EvidenceStrengths(List<Strength> strengths, List<Assigned> assigned) {

    /// A class of evidence.
    ///
    /// @param id as in `weak`
    /// @param up the probability that the rating should be one step better, in [0, 1]
    /// @param down the probability that it should be one step worse; `up + down` at most 1
    /// @param measure by how much a measured value may be off, as a share of it, in [0, 1): it is
    ///     multiplied by 1 ± share, uniformly
    public record Strength(String id, double up, double down, double measure) {
        public Strength {
            if (!(up >= 0 && down >= 0 && up + down <= 1)) {
                throw new IllegalArgumentException(
                        "Strength %s: the probabilities up (%s) and down (%s) must not be negative nor exceed 1 together."
                                .formatted(id, up, down));
            }
            if (!(measure >= 0 && measure < 1)) {
                throw new IllegalArgumentException(
                        "Strength %s: the share (%s) by which a measure may be off must lie in 0..1. Maybe it was given in percent."
                                .formatted(id, measure));
            }
        }

        /// Whether nothing is ever off.
        public boolean isCertain() {
            return up == 0 && down == 0 && measure == 0;
        }
    }

    /// Evidence of one strength.
    ///
    /// @param beneath the node whose criteria are meant, or a criterion
    /// @param unit the id of the only unit meant; null for all
    public record Assigned(NodeId beneath, @Nullable String unit, String strength) {}

    public EvidenceStrengths {
        strengths = List.copyOf(strengths);
        assigned = List.copyOf(assigned);
        if (strengths.isEmpty()) {
            throw new IllegalArgumentException("Evidence needs at least one strength.");
        }
    }

    /// The place of a strength among those on offer; −1 if there is none of that id.
    public int find(String id) {
        for (int i = 0; i < strengths.size(); i++) {
            if (strengths.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /// The place of the strength that a unit's evidence for a criterion has.
    ///
    /// @throws IllegalArgumentException if it is assigned a strength that is not on offer
    public int of(String unit, NodeId criterion) {
        int place = 0;
        for (Assigned each : assigned) {
            boolean meant =
                    (each.unit() == null || each.unit().equals(unit))
                            && each.beneath().contains(criterion);
            if (meant) {
                place = find(each.strength());
                if (place < 0) {
                    throw new IllegalArgumentException("No strength " + each.strength());
                }
            }
        }
        return place;
    }
}
