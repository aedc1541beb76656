package org.jieti.weighting.ahp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The judgements most worth revisiting: those of which one alone, moved to another value of
/// Saaty's scale, takes most off the consistency ratio. Every stated judgement is tried with every
/// value of the scale.
public final class Revisions {
    private static final int MOST = 3;

    /// The smallest gain in the ratio that is worth an expert's time: a tenth of its limit.
    private static final double LEAST_GAIN = 0.01;

    /// One judgement, and the value that would help.
    ///
    /// @param advised 1/9 to 9, how many times as important the row's node is as the column's
    /// @param ratio the consistency ratio with it
    public record Revision(int row, int column, double advised, double ratio) {}

    private Revisions() {}

    /// At most three, the most helpful first; none where nothing helps.
    ///
    /// @param stated with what the expert left out missing
    public static List<Revision> of(PairwiseMatrix stated, RandomIndex table) {
        Priorities now = Priorities.of(stated);
        List<Revision> revisions = new ArrayList<>();
        for (int i = 0; i < stated.size(); i++) {
            for (int j = i + 1; j < stated.size(); j++) {
                if (!stated.isMissing(i, j)) {
                    Revision best = best(now.matrix(), i, j, table);
                    if (best.ratio() < now.ratio(table) - LEAST_GAIN) {
                        revisions.add(best);
                    }
                }
            }
        }
        revisions.sort(Comparator.comparingDouble(Revision::ratio));
        return List.copyOf(revisions.subList(0, Math.min(MOST, revisions.size())));
    }

    private static Revision best(PairwiseMatrix matrix, int row, int column, RandomIndex table) {
        Revision best = new Revision(row, column, 1, Double.MAX_VALUE);
        for (int step = -8; step <= 8; step++) {
            double value = step < 0 ? 1.0 / (1 - step) : 1 + step;
            double ratio = Priorities.of(matrix.with(row, column, value)).ratio(table);
            if (ratio < best.ratio()) {
                best = new Revision(row, column, value, ratio);
            }
        }
        return best;
    }
}
