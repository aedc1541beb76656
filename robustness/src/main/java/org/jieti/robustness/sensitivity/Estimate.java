package org.jieti.robustness.sensitivity;

import org.jspecify.annotations.Nullable;

/// An index as it was estimated. Estimates may lie a little below 0 or above 1.
///
/// @param interval null without a bootstrap, or where most resamples had no variance
public record Estimate(double value, @Nullable Interval interval) {

    /// Between the 2.5 % and the 97.5 % quantile of the resamples.
    public record Interval(double low, double high) {
        public Interval {
            if (!(low <= high)) {
                throw new IllegalArgumentException(
                        "An interval runs upwards, but got %s to %s.".formatted(low, high));
            }
        }
    }

    /// Whether the interval lies over 0: the sample does not tell the index from none.
    public boolean isOverZero() {
        return interval != null && interval.low() <= 0 && interval.high() >= 0;
    }
}
