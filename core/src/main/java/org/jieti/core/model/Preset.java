package org.jieti.core.model;

/// A rule that turns what is fulfilled into a level. Data of the model: none is official.
public sealed interface Preset {
    String id();

    Text name();

    /// Level l is reached when the share of every level up to l is at least `threshold`, in
    /// [0, 1].
    record Share(String id, Text name, double threshold) implements Preset {}

    /// Level l is reached when every criterion at levels up to l is satisfied.
    record Staged(String id, Text name) implements Preset {}

    /// Level l is reached when the score is at least that of a unit that meets all demands at
    /// levels up to l and none above.
    record BandOfScore(String id, Text name) implements Preset {}
}
