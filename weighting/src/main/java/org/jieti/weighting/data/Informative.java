package org.jieti.weighting.data;

import java.util.Arrays;
import java.util.List;
import org.jieti.core.elicitation.Elicitation.Column;
import org.jieti.core.elicitation.Method;
import org.jieti.core.model.Direction;

/// Weights from a table of units: every column weighs what it informs. A column that is the same
/// for all units says nothing and weighs 0.
public final class Informative {
    private Informative() {}

    /// What a table makes impossible.
    public sealed interface Information {
        /// What each column informs, at least 0 and not all 0.
        record Known(List<Double> information) implements Information {}

        /// The same for all units, in every column.
        record NothingVaries() implements Information {}

        /// Columns that all rise and fall together, so that none adds to the others.
        record AllAlike() implements Information {}

        /// A column with a value that the method cannot take.
        record Unfit(String column, double value) implements Information {}
    }

    /// What each column informs by a method that reads a table.
    ///
    /// @param columns at least one, of as many units each
    public static Information of(Method method, List<Column> columns) {
        double[][] values = new double[columns.size()][];
        boolean varies = false;
        for (int j = 0; j < values.length; j++) {
            values[j] = columns.get(j).values().stream().mapToDouble(Double::doubleValue).toArray();
            varies |= !isConstant(values[j]);
            double least = least(values[j]);
            if (!(least >= lowest(method)) || (method == Method.MEREC && least == 0)) {
                return new Information.Unfit(columns.get(j).name(), least);
            }
        }
        if (!varies) {
            return new Information.NothingVaries();
        }
        Direction[] directions = columns.stream().map(Column::direction).toArray(Direction[]::new);
        double[] information =
                switch (method) {
                    case ENTROPY -> Entropy.information(values);
                    case CRITIC -> Critic.information(values, directions);
                    case DEVIATION -> StandardDeviation.information(values);
                    case GINI -> Gini.information(values);
                    case MEREC -> Merec.information(values, directions);
                    case EQUAL, DIRECT, BUDGET, AHP, BEST_WORST, RANKING, DELPHI ->
                            throw new IllegalArgumentException(method + " reads no table.");
                };
        return sum(information) > 1e-12
                ? new Information.Known(Arrays.stream(information).boxed().toList())
                : new Information.AllAlike();
    }

    /// The smallest value that a method can take: shares and logarithms know no negative ones.
    private static double lowest(Method method) {
        return switch (method) {
            case ENTROPY, GINI, MEREC -> 0;
            case CRITIC, DEVIATION -> -Double.MAX_VALUE;
            case EQUAL, DIRECT, BUDGET, AHP, BEST_WORST, RANKING, DELPHI -> 0;
        };
    }

    static boolean isConstant(double[] values) {
        return greatest(values) == least(values);
    }

    static double least(double[] values) {
        double least = values[0];
        for (double value : values) {
            least = Math.min(least, value);
        }
        return least;
    }

    static double greatest(double[] values) {
        double greatest = values[0];
        for (double value : values) {
            greatest = Math.max(greatest, value);
        }
        return greatest;
    }

    static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /// The sample's standard deviation.
    static double deviation(double[] values) {
        double mean = sum(values) / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }

    /// From 0 at the worst value to 1 at the best; all 0 for a constant column.
    static double[] scaled(double[] values, Direction direction) {
        double least = least(values);
        double range = greatest(values) - least;
        double[] scaled = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double along = range == 0 ? 0 : (values[i] - least) / range;
            scaled[i] =
                    switch (direction) {
                        case HIGHER -> along;
                        case LOWER -> range == 0 ? 0 : 1 - along;
                    };
        }
        return scaled;
    }
}
