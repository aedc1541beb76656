package org.jieti.core.scoring;

import org.jieti.core.model.Criterion;
import org.jieti.core.model.CriterionKind;

/// The sums of [ScoreTree] on arrays, for one [Layout] and many *lanes*: a lane is one unit with
/// one set of weights and ratings, as a run of a Monte Carlo draws them.
///
/// Lanes lie side by side in a row; a loop over them carries nothing from one to the next and is
/// left to the compiler to vectorise. Terms are added in the order of the model, as [ScoreTree]
/// adds them, so both agree to the last bit. Not for use by several threads.
public final class ScoreLanes {
    private final Layout layout;
    private final int width;
    private int count;

    /// `applied[row][lane]`: the weight among the siblings that take part, in [0, 1].
    private final double[][] applied;

    /// `inDomain[row][lane]`: the product of the weights from the domain down.
    private final double[][] inDomain;

    /// `effective[row][lane]`: the product of the weights from the root down.
    private final double[][] effective;

    /// `scores[row][lane]`, in [0, 100].
    private final double[][] scores;

    private final double[] total;
    private final double[] highest;

    private ScoreLanes(Layout layout, int width) {
        this.layout = layout;
        this.width = width;
        int rows = layout.weighted().size();
        this.applied = new double[rows][width];
        this.inDomain = new double[rows][width];
        this.effective = new double[rows][width];
        this.scores = new double[rows][width];
        this.total = new double[width];
        this.highest = new double[width];
    }

    /// Room for so many lanes.
    public static ScoreLanes of(Layout layout, int width) {
        return new ScoreLanes(layout, width);
    }

    public Layout layout() {
        return layout;
    }

    /// The number of lanes in use.
    public int count() {
        return count;
    }

    /// Takes weights over; all scores are those of the next call of [#score].
    ///
    /// @param weights `[row][lane]`: fractions of 1 among siblings, 0 exactly where the layout's
    ///     weights are 0
    /// @param lanes how many lanes there are, at most the width
    public void weigh(double[][] weights, int lanes) {
        if (lanes > width) {
            throw new IllegalArgumentException(
                    "Got %d lanes, but there is room for %d.".formatted(lanes, width));
        }
        count = lanes;
        for (Layout.Siblings siblings : layout.siblings()) {
            apply(siblings, weights);
            for (int row : siblings.members()) {
                descend(siblings.parent(), row);
            }
        }
    }

    private void apply(Layout.Siblings siblings, double[][] weights) {
        for (int row : siblings.members()) {
            fill(applied[row], 0);
        }
        for (int row : siblings.taking()) {
            System.arraycopy(weights[row], 0, applied[row], 0, count);
        }
        if (!siblings.divides() || siblings.scored().isEmpty()) {
            return;
        }
        fill(total, 0);
        for (int row : siblings.taking()) {
            add(total, weights[row], count);
        }
        for (int row : siblings.taking()) {
            divide(applied[row], total, count);
        }
    }

    private void descend(int parent, int row) {
        if (parent < 0) {
            fill(inDomain[row], 1);
            System.arraycopy(applied[row], 0, effective[row], 0, count);
        } else {
            multiply(inDomain[row], inDomain[parent], applied[row], count);
            multiply(effective[row], effective[parent], applied[row], count);
        }
    }

    /// Lets states count as fulfilled, or as far as a higher rung of their ladder carries them.
    ///
    /// @param fulfilments `[criterion][lane]`: what the criteria's own answers give, in [0, 1], 0
    ///     for a missing one; overwritten with what counts
    public void settle(double[][] fulfilments) {
        for (Layout.Ladder ladder : layout.ladders()) {
            if (ladder.settles()) {
                settle(ladder, fulfilments);
            }
        }
    }

    private void settle(Layout.Ladder ladder, double[][] fulfilments) {
        int[] levels =
                ladder.rungs().stream().mapToInt(Layout.Rung::level).sorted().distinct().toArray();
        fill(highest, 0);
        for (int i = levels.length - 1; i >= 0; i--) {
            for (Layout.Rung rung : ladder.rungs()) {
                if (rung.level() == levels[i]) {
                    settle(rung, fulfilments);
                }
            }
        }
    }

    private void settle(Layout.Rung rung, double[][] fulfilments) {
        fill(total, 0);
        for (int index : rung.criteria()) {
            Criterion criterion = layout.criteria().get(index);
            if (criterion.kind() == CriterionKind.STATE) {
                carry(fulfilments[index], highest, layout.satisfied(), count);
            }
            add(total, fulfilments[index], count);
        }
        raise(highest, total, rung.criteria().size(), count);
    }

    /// Scores every lane.
    ///
    /// @param fulfilments `[criterion][lane]`: what counts, in [0, 1], after [#settle]
    public void score(double[][] fulfilments) {
        for (Layout.Ladder ladder : layout.ladders()) {
            double[] sum = scores[ladder.row()];
            fill(sum, 0);
            for (int i = 0; i < ladder.criteria().size(); i++) {
                addScaled(
                        sum, fulfilments[ladder.criteria().get(i)], ladder.points().get(i), count);
            }
        }
        for (int i = layout.siblings().size() - 1; i >= 0; i--) {
            Layout.Siblings siblings = layout.siblings().get(i);
            double[] sum = siblings.parent() < 0 ? total : scores[siblings.parent()];
            fill(sum, 0);
            for (int row : siblings.scored()) {
                addProduct(sum, applied[row], scores[row], count);
            }
        }
    }

    /// `[lane]`: the scores of a domain or indicator, in [0, 100]; 0 where it is excluded.
    public double[] score(int row) {
        return scores[row];
    }

    /// `[lane]`: the total over domains, in [0, 100]; 0 where there is none.
    public double[] total() {
        return total;
    }

    /// `[lane]`: the product of the weights from the domain down, in [0, 1].
    public double[] weightInDomain(int row) {
        return inDomain[row];
    }

    /// `[lane]`: the product of the weights from the root down, in [0, 1].
    public double[] effectiveWeight(int row) {
        return effective[row];
    }

    private void fill(double[] row, double value) {
        for (int lane = 0; lane < count; lane++) {
            row[lane] = value;
        }
    }

    private static void add(double[] sum, double[] a, int count) {
        for (int lane = 0; lane < count; lane++) {
            sum[lane] += a[lane];
        }
    }

    private static void addScaled(double[] sum, double[] a, double factor, int count) {
        for (int lane = 0; lane < count; lane++) {
            sum[lane] += factor * a[lane];
        }
    }

    private static void addProduct(double[] sum, double[] a, double[] b, int count) {
        for (int lane = 0; lane < count; lane++) {
            sum[lane] += a[lane] * b[lane];
        }
    }

    private static void multiply(double[] product, double[] a, double[] b, int count) {
        for (int lane = 0; lane < count; lane++) {
            product[lane] = a[lane] * b[lane];
        }
    }

    private static void divide(double[] a, double[] divisor, int count) {
        for (int lane = 0; lane < count; lane++) {
            a[lane] /= divisor[lane];
        }
    }

    private static void carry(double[] own, double[] higher, double satisfied, int count) {
        for (int lane = 0; lane < count; lane++) {
            own[lane] = higher[lane] >= satisfied ? 1 : Math.max(own[lane], higher[lane]);
        }
    }

    private static void raise(double[] highest, double[] sum, double size, int count) {
        for (int lane = 0; lane < count; lane++) {
            highest[lane] = Math.max(highest[lane], sum[lane] / size);
        }
    }
}
