package org.jieti.robustness.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jieti.core.scoring.Threshold;

/// Turns sums into indices. Not for use by several threads.
final class Estimates {
    /// The ends of an interval, as shares of the resamples.
    private static final double TAIL = 0.025;

    /// Up to so many values at either end are picked out rather than all values sorted.
    private static final int FEW = 8;

    private final int factors;

    /// `[resample]`: how many rows it holds, the sample itself first.
    private final double[] sizes;

    /// `[resample]`: the variance in it.
    private final double[] variances;

    /// The places of the resamples that have variance; `defined` of them.
    private final int[] places;

    /// One for each of them: what turns a sum into an index of the first order.
    private final double[] scales;

    private int defined;
    private final double[] values;
    private final double[] ends = new double[FEW];

    Estimates(int factors, double[] sizes) {
        this.factors = factors;
        this.sizes = sizes;
        this.variances = new double[sizes.length];
        this.places = new int[sizes.length];
        this.scales = new double[sizes.length];
        this.values = new double[sizes.length];
    }

    Indices of(Sums of) {
        double mean = of.of(2 * factors)[0] / (2 * sizes[0]);
        if (of.range() <= Threshold.TOLERANCE) {
            return new Indices.NoVariance(of.centre() + mean);
        }
        double[] sum = of.of(2 * factors);
        double[] squares = of.of(2 * factors + 1);
        for (int resample = 0; resample < sizes.length; resample++) {
            double about = sum[resample] / (2 * sizes[resample]);
            variances[resample] = squares[resample] / (2 * sizes[resample]) - about * about;
        }
        defined = 0;
        for (int resample = 1; resample < sizes.length; resample++) {
            if (variances[resample] > variances[0] * Threshold.TOLERANCE) {
                scales[defined] = 1 / (sizes[resample] * variances[resample]);
                places[defined++] = resample;
            }
        }
        List<Indices.Effect> effects = new ArrayList<>(factors);
        for (int factor = 0; factor < factors; factor++) {
            effects.add(
                    new Indices.Effect(
                            estimate(of.of(2 * factor), 1), estimate(of.of(2 * factor + 1), 2)));
        }
        return new Indices.Defined(of.centre() + mean, variances[0], effects);
    }

    /// @param part 1 for the first order, 2 for the total: by what a mean is divided beside the
    ///     variance
    private Estimate estimate(double[] sums, double part) {
        double value = sums[0] / (part * sizes[0] * variances[0]);
        if (defined == 0 || 2 * defined < sizes.length - 1) {
            return new Estimate(value, null);
        }
        for (int i = 0; i < defined; i++) {
            values[i] = sums[places[i]] * scales[i] / part;
        }
        double place = TAIL * (defined - 1);
        int before = (int) place;
        if (before + 2 > FEW) {
            Arrays.sort(values, 0, defined);
            return new Estimate(
                    value,
                    new Estimate.Interval(
                            between(values[before], values[before + 1], place - before),
                            between(
                                    values[defined - 1 - before],
                                    values[defined - 2 - before],
                                    place - before)));
        }
        least(before + 2, 1);
        double low = between(ends[before], ends[before + 1], place - before);
        least(before + 2, -1);
        double high = between(ends[before], ends[before + 1], place - before);
        return new Estimate(value, new Estimate.Interval(low, -high));
    }

    private static double between(double from, double to, double share) {
        return from + share * (to - from);
    }

    /// Picks out the least values, ascending.
    ///
    /// @param count how many
    /// @param sign 1, or −1 for the negatives of the greatest
    private void least(int count, double sign) {
        Arrays.fill(ends, Double.POSITIVE_INFINITY);
        for (int i = 0; i < defined; i++) {
            double value = sign * values[i];
            if (value < ends[count - 1]) {
                int at = count - 1;
                while (at > 0 && ends[at - 1] > value) {
                    ends[at] = ends[at - 1];
                    at--;
                }
                ends[at] = value;
            }
        }
    }
}
