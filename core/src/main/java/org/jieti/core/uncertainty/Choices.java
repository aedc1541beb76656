package org.jieti.core.uncertainty;

import java.util.List;
import org.jieti.core.population.Aggregation;
import org.jieti.core.population.Normalisation;

/// The choices of the method that a run draws; an empty list stands for what is chosen already.
///
/// @param presets ids of grading presets
/// @param aggregations used at every node of an index
/// @param normalisations of an index
public record Choices(
        List<Option<String>> presets,
        List<Option<Aggregation>> aggregations,
        List<Option<Normalisation>> normalisations) {
    public static final Choices NONE = new Choices(List.of(), List.of(), List.of());

    /// One of several that may be chosen.
    ///
    /// @param odds how often it is drawn, relative to the others; above 0
    public record Option<T>(T value, double odds) {
        public Option {
            if (!(odds > 0 && Double.isFinite(odds))) {
                throw new IllegalArgumentException(
                        "The odds (%s) of %s must be above 0.".formatted(odds, value));
            }
        }
    }

    public Choices {
        presets = List.copyOf(presets);
        aggregations = List.copyOf(aggregations);
        normalisations = List.copyOf(normalisations);
    }
}
