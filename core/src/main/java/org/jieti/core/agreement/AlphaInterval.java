package org.jieti.core.agreement;

/// A bootstrap interval for alpha.
///
/// @param confidence the share of the resamples' coefficients that lie within, in (0, 1)
/// @param undefined how many resamples had no variation and therefore no coefficient
public record AlphaInterval(
        double low, double high, double confidence, int resamples, int undefined) {
    public AlphaInterval {
        if (!(low <= high)) {
            throw new IllegalArgumentException(
                    "An interval runs upwards, but got %s to %s.".formatted(low, high));
        }
    }
}
