package org.jieti.core.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A leaf of the tree: what is rated.
///
/// @param level the level that it evidences, counting from 1; 0 in a model without levels
/// @param source ids of the clauses it comes from, the governing one first
/// @param mayBeNotApplicable whether a unit may declare it not applicable
/// @param mandatory below "satisfied" its domain stays below `level`
/// @param veto unless satisfied, caps a level; null for most
/// @param reading the measure it reads; present exactly for metrics
/// @param statedPoints its points where the model states them; null where a rule sets them
public record Criterion(
        NodeId id,
        Text name,
        int level,
        CriterionKind kind,
        Effort effort,
        List<String> source,
        Standing standing,
        boolean mayBeNotApplicable,
        boolean mandatory,
        @Nullable Veto veto,
        @Nullable MeasureBand reading,
        @Nullable Double statedPoints)
        implements Node {
    public Criterion {
        source = List.copyOf(source);
        if ((kind == CriterionKind.METRIC) != (reading != null)) {
            throw new IllegalArgumentException(
                    "Criterion %s is a %s, and only metrics read a measure.".formatted(id, kind));
        }
    }

    @Override
    public List<Node> children() {
        return List.of();
    }
}
