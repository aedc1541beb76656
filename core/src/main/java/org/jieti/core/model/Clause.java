package org.jieti.core.model;

import java.util.List;

/// A clause of a model's source, restated, with what carries it.
///
/// @param id where it stands in the source, as in `2.3/data/III/1`
/// @param carriedBy the criteria that ask for it, and the ladders that start from it
public record Clause(String id, Text says, List<NodeId> carriedBy) {
    public Clause {
        carriedBy = List.copyOf(carriedBy);
    }
}
