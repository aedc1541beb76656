package org.jieti.core.scoring;

/// The one tolerance with which thresholds compare, so that a share that is 0.8 by arithmetic
/// is not lost to binary fractions.
public final class Threshold {
    public static final double TOLERANCE = 1e-9;

    private Threshold() {}

    public static boolean isAtLeast(double value, double threshold) {
        return value >= threshold - TOLERANCE;
    }
}
