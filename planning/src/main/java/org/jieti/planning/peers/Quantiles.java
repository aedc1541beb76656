package org.jieti.planning.peers;

import java.util.Arrays;
import org.jieti.core.scoring.Threshold;
import org.jspecify.annotations.Nullable;

/// Quantiles of a score, rounded to whole points, so that no unit's score is among them and a unit
/// more or less seldom shows. The outer ones are null where fewer than two units lie beyond: they
/// would be, nearly, the score of one.
///
/// Linear interpolation between order statistics (definition 7 of Hyndman & Fan, *The American
/// Statistician* 50(4), 1996).
///
/// @param low 10 %
/// @param lower 25 %
/// @param upper 75 %
/// @param high 90 %
public record Quantiles(
        @Nullable Integer low,
        @Nullable Integer lower,
        int median,
        @Nullable Integer upper,
        @Nullable Integer high) {
    private static final double BEYOND = 2;

    /// Takes them of at least three scores, in any order.
    static Quantiles of(double[] scores) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        return new Quantiles(
                outer(sorted, 0.1),
                outer(sorted, 0.25),
                at(sorted, 0.5),
                outer(sorted, 0.75),
                outer(sorted, 0.9));
    }

    private static @Nullable Integer outer(double[] sorted, double share) {
        boolean enough = Threshold.isAtLeast(sorted.length * Math.min(share, 1 - share), BEYOND);
        return enough ? at(sorted, share) : null;
    }

    private static int at(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        double value = sorted[below] + (place - below) * (sorted[above] - sorted[below]);
        return (int) Math.round(value);
    }

    /// In which part of the group a score lies, by what is published alone: 1 for the lowest
    /// quarter, 4 for the highest; 1 or 4 stand for a half where quarters are not published.
    public int quarter(double score) {
        if (score < median) {
            return lower == null || score < lower ? 1 : 2;
        }
        return upper == null || score >= upper ? 4 : 3;
    }
}
