package org.jieti.core.model;

import java.util.List;

/// 本地变体: what a local variant changes in the model that it extends, as it writes it down.
///
/// @param of the model that is varied
/// @param changes each at one node, measure or rule, by kind and then in the order of the variant
public record Variation(ModelId of, List<Change> changes) {
    public Variation {
        changes = List.copyOf(changes);
    }

    /// One change.
    ///
    /// @param at the id of the node or measure, or the name of the rule
    public record Change(Kind kind, String at) {}

    /// What becomes of what a change names.
    public enum Kind {
        /// It is new, with all that is beneath it.
        ADDED,
        /// It is gone, with all that was beneath it.
        REMOVED,
        /// Some of its fields differ.
        SET,
        /// A rule that holds for the whole model is another.
        REPLACED
    }

    /// What was changed in one way, in the order of the variant, each once.
    public List<String> at(Kind kind) {
        return changes.stream()
                .filter(change -> change.kind() == kind)
                .map(Change::at)
                .distinct()
                .toList();
    }
}
