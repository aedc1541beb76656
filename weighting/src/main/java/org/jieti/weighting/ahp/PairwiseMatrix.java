package org.jieti.weighting.ahp;

import java.util.ArrayList;
import java.util.List;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Statement;

/// A matrix of pairs compared: positive and reciprocal, possibly with judgements missing.
public final class PairwiseMatrix {
    private final int size;

    /// ratios[row * size + column], above 0; 0 where the judgement is missing.
    private final double[] ratios;

    private PairwiseMatrix(int size, double[] ratios) {
        this.size = size;
        this.ratios = ratios;
    }

    /// A matrix without any judgement.
    public static PairwiseMatrix empty(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("Nothing is compared.");
        }
        double[] ratios = new double[size * size];
        for (int i = 0; i < size; i++) {
            ratios[i * size + i] = 1;
        }
        return new PairwiseMatrix(size, ratios);
    }

    /// The matrix of what an expert stated about the members of a group.
    public static PairwiseMatrix of(List<NodeId> members, Statement.Compared statement) {
        PairwiseMatrix matrix = empty(members.size());
        for (Statement.Judgement judgement : statement.judgements()) {
            matrix.set(
                    members.indexOf(judgement.first()),
                    members.indexOf(judgement.second()),
                    judgement.ratio());
        }
        return matrix;
    }

    /// The matrix whose ratios are those of its weights, so that nothing contradicts.
    public static PairwiseMatrix consistent(double... weights) {
        PairwiseMatrix matrix = empty(weights.length);
        for (int i = 0; i < weights.length; i++) {
            for (int j = i + 1; j < weights.length; j++) {
                matrix.set(i, j, weights[i] / weights[j]);
            }
        }
        return matrix;
    }

    private void set(int row, int column, double ratio) {
        if (row < 0 || column < 0 || row == column || !(ratio > 0 && Double.isFinite(ratio))) {
            throw new IllegalArgumentException(
                    "The judgement (%d, %d) cannot be %s.".formatted(row, column, ratio));
        }
        ratios[row * size + column] = ratio;
        ratios[column * size + row] = 1 / ratio;
    }

    /// The same matrix with one judgement changed.
    ///
    /// @param ratio above 0
    public PairwiseMatrix with(int row, int column, double ratio) {
        PairwiseMatrix changed = new PairwiseMatrix(size, ratios.clone());
        changed.set(row, column, ratio);
        return changed;
    }

    public int size() {
        return size;
    }

    /// How many times as important the row's node is as the column's; 0 where nobody said.
    public double ratio(int row, int column) {
        return ratios[row * size + column];
    }

    public boolean isMissing(int row, int column) {
        return ratio(row, column) == 0;
    }

    public boolean isComplete() {
        for (double ratio : ratios) {
            if (ratio == 0) {
                return false;
            }
        }
        return true;
    }

    /// A copy of the ratios: ratios[row * size + column], above 0; 0 where missing.
    public double[] toArray() {
        return ratios.clone();
    }

    /// The sets of nodes that judgements join. Weights exist exactly if there is one (Bozóki,
    /// Fülöp & Rónyai 2010, Theorem 2).
    public List<List<Integer>> parts() {
        List<List<Integer>> parts = new ArrayList<>();
        boolean[] seen = new boolean[size];
        for (int start = 0; start < size; start++) {
            if (seen[start]) {
                continue;
            }
            List<Integer> part = new ArrayList<>(List.of(start));
            seen[start] = true;
            for (int next = 0; next < part.size(); next++) {
                for (int other = 0; other < size; other++) {
                    if (!seen[other] && !isMissing(part.get(next), other)) {
                        seen[other] = true;
                        part.add(other);
                    }
                }
            }
            parts.add(part);
        }
        return parts;
    }
}
