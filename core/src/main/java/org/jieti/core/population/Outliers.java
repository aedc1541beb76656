package org.jieti.core.population;

import org.jspecify.annotations.Nullable;

/// Treats the outliers of a column (Handbook 2008, step 3; the procedure is that of COINr's
/// `winsorise` and `Treat`, Becker et al., JOSS 7(78), 2022).
final class Outliers {
    private Outliers() {}

    /// What was done to one column.
    ///
    /// @param before its shape before; null where it has none, as for a constant column
    /// @param after its shape afterwards
    /// @param moved how many units' values were moved
    record Treated(@Nullable Shape before, @Nullable Shape after, Treatment by, int moved) {
        static final Treated NOT = new Treated(null, null, Treatment.NONE, 0);
    }

    /// Treats a column in place.
    static Treated treat(Column column, Step.Winsorise limits) {
        Column untreated = column.copy();
        Shape before = Column.shape(column.all());
        int moved = winsorise(column, limits);
        Shape after = Column.shape(column.all());
        if (after != null && !after.isWithin(limits) && limits.then() == Step.Then.LOGARITHM) {
            takeLogarithm(column, untreated);
            return new Treated(before, Column.shape(column.all()), Treatment.LOGARITHM, 0);
        }
        return new Treated(
                before, after, moved == 0 ? Treatment.NONE : Treatment.WINSORISED, moved);
    }

    /// Moves extremes until the column is within the limits, or no more may be moved. Returns how
    /// many units' values were moved.
    private static int winsorise(Column column, Step.Winsorise limits) {
        boolean[] moved = new boolean[column.values().length];
        Shape now = Column.shape(column.all());
        while (now != null && !now.isWithin(limits)) {
            boolean[] next = extremes(column, now);
            boolean[] together = moved.clone();
            for (int unit = 0; unit < next.length; unit++) {
                together[unit] |= next[unit];
            }
            if (count(together) > limits.mostPoints()) {
                break;
            }
            double nearest = nearest(column, next, now);
            for (int unit = 0; unit < next.length; unit++) {
                if (next[unit]) {
                    column.set(unit, nearest);
                }
            }
            moved = together;
            now = Column.shape(column.all());
        }
        return count(moved);
    }

    /// `ln(x − least + (greatest − least) / 100)`; rises with `x`, so the direction stays.
    private static void takeLogarithm(Column column, Column untreated) {
        double[] all = untreated.all();
        double least = Column.least(all);
        double above = 0.01 * (Column.greatest(all) - least);
        for (int unit = 0; unit < column.values().length; unit++) {
            if (untreated.present()[unit]) {
                column.set(unit, StrictMath.log(untreated.values()[unit] - least + above));
            }
        }
    }

    /// The units that hold the most extreme value on the side of the tail.
    private static boolean[] extremes(Column column, Shape shape) {
        double[] all = column.all();
        double extreme = shape.skewness() >= 0 ? Column.greatest(all) : Column.least(all);
        boolean[] holders = new boolean[column.values().length];
        for (int unit = 0; unit < holders.length; unit++) {
            holders[unit] = column.present()[unit] && column.values()[unit] == extreme;
        }
        return holders;
    }

    private static double nearest(Column column, boolean[] extremes, Shape shape) {
        double[] rest = column.of(unit -> !extremes[unit]);
        return shape.skewness() >= 0 ? Column.greatest(rest) : Column.least(rest);
    }

    private static int count(boolean[] flags) {
        int count = 0;
        for (boolean flag : flags) {
            count += flag ? 1 : 0;
        }
        return count;
    }
}
