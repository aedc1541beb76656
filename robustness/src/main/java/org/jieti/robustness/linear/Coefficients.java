package org.jieti.robustness.linear;

/// The coefficients of some runs, for one panel and one thread. Everything is `[… * width + run]`
/// with the runs of a block side by side.
public abstract class Coefficients {
    private final int width;

    /// `columns[column * width + run]`: deviations from the point.
    protected final double[] columns;

    /// `parts[part * width + run]`: the weights of the parts in the total.
    protected final double[] parts;

    /// `partDeviations[part * width + run]`: what they deviate from the point.
    protected final double[] partDeviations;

    /// `shares[(level − 1) * partCount + part]` `[run]`, in one row: the weights of the parts in
    /// the overall share of a level; empty unless graded by shares.
    protected final double[] shares;

    protected final double[] shareDeviations;

    /// `thresholds[(area * levels + level − 1) * width + run]`: the score that a level takes, the
    /// tolerance taken off; empty unless graded by scores.
    protected final double[] thresholds;

    /// @param levels how many there are; 0 unless graded
    protected Coefficients(Panel panel, int levels, int width) {
        this.width = width;
        this.columns = new double[panel.columnCount() * width];
        this.parts = new double[panel.partCount() * width];
        this.partDeviations = new double[parts.length];
        this.shares = new double[levels * panel.partCount() * width];
        this.shareDeviations = new double[shares.length];
        this.thresholds = new double[(panel.partCount() + 1) * levels * width];
    }

    public final int width() {
        return width;
    }

    /// Works the coefficients out.
    ///
    /// @param weights `[row][run]`
    public abstract void fill(double[][] weights, int runs);

    public final double[] columns() {
        return columns;
    }

    public final double[] parts() {
        return parts;
    }

    public final double[] partDeviations() {
        return partDeviations;
    }

    public final double[] shares() {
        return shares;
    }

    public final double[] shareDeviations() {
        return shareDeviations;
    }

    public final double[] thresholds() {
        return thresholds;
    }
}
