package org.jieti.robustness.experiment;

/// What one unit comes to, lane by lane.
///
/// Parts are the domains of a maturity model, or the children of an index's root. Numbers of a part
/// or a whole that the unit does not have mean nothing; whether it has them is the same in every
/// lane.
public final class Outcomes {
    private final double[][] scores;
    private final int[][] levels;
    private final double[] total;
    private final int[] level;
    private final boolean[] scored;
    private final boolean[] graded;
    private boolean hasTotal;
    private boolean hasLevel;

    /// Room for the outcomes of so many lanes.
    public Outcomes(int parts, int width) {
        scores = new double[parts][width];
        levels = new int[parts][width];
        total = new double[width];
        level = new int[width];
        scored = new boolean[parts];
        graded = new boolean[parts];
    }

    public int partCount() {
        return scores.length;
    }

    /// `[lane]`: the scores of a part, in the range of the model.
    public double[] scores(int part) {
        return scores[part];
    }

    /// `[lane]`: the levels of a part, from 1.
    public int[] levels(int part) {
        return levels[part];
    }

    /// `[lane]`: the totals.
    public double[] total() {
        return total;
    }

    /// `[lane]`: the overall levels, from 1.
    public int[] level() {
        return level;
    }

    /// Whether a part has a score: it takes part, and something in it is answered.
    public boolean isScored(int part) {
        return scored[part];
    }

    /// Whether a part has a level.
    public boolean isGraded(int part) {
        return graded[part];
    }

    /// Whether there is a total.
    public boolean isScored() {
        return hasTotal;
    }

    /// Whether there is an overall level.
    public boolean isGraded() {
        return hasLevel;
    }

    void part(int part, boolean isScored, boolean isGraded) {
        scored[part] = isScored;
        graded[part] = isGraded;
    }

    void whole(boolean isScored, boolean isGraded) {
        hasTotal = isScored;
        hasLevel = isGraded;
    }
}
