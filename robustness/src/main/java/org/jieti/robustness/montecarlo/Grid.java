package org.jieti.robustness.montecarlo;

/// The bins in which the scores of one unit and one part are counted, so that quantiles need not
/// keep every score: of equal width around the mean of a pilot, as far as 4.5 of its standard
/// deviations, the outermost open. Within a bin a quantile is interpolated; its error is below a
/// bin, 7 % of a standard deviation.
///
/// The pilot is the first chunk of runs: whoever counts any runs counts in the same bins.
final class Grid {
    /// Half the width, in standard deviations of the pilot.
    private static final double REACH = 4.5;

    /// The least standard deviation that bins are made for, as a part of the model's range.
    private static final double LEAST = 1e-4;

    private final int bins;

    /// `[row * units + unit]`.
    private final double[] low;

    /// `[row * units + unit]`: bins per point.
    private final double[] density;

    Grid(int bins, int size) {
        this.bins = bins;
        this.low = new double[size];
        this.density = new double[size];
    }

    /// @param index `row * units + unit`
    /// @param deviation of the pilot
    /// @param span the model's range
    void set(int index, double mean, double deviation, double span) {
        double reach = REACH * Math.max(deviation, LEAST * span);
        low[index] = mean - reach;
        density[index] = bins / (2 * reach);
    }

    int bins() {
        return bins;
    }

    double[] low() {
        return low;
    }

    double[] density() {
        return density;
    }

    int bin(int index, double score) {
        int bin = (int) ((score - low[index]) * density[index]);
        return Math.clamp(bin, 0, bins - 1);
    }

    /// The score that a share of the runs does not exceed.
    ///
    /// @param counts `[bin]`
    double quantile(int index, int[] counts, double share, double least, double greatest) {
        long runs = 0;
        for (int count : counts) {
            runs += count;
        }
        double wanted = share * runs;
        long below = 0;
        for (int bin = 0; bin < bins; bin++) {
            if (below + counts[bin] >= wanted && counts[bin] > 0) {
                double from = bin == 0 ? least : low[index] + bin / density[index];
                double to = bin == bins - 1 ? greatest : low[index] + (bin + 1) / density[index];
                double at = from + (to - from) * (wanted - below) / counts[bin];
                return Math.clamp(at, least, greatest);
            }
            below += counts[bin];
        }
        return greatest;
    }
}
