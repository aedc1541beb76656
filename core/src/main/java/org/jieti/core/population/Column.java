package org.jieti.core.population;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// One leaf's cells, one a unit. Where `present[unit]` is false, `values[unit]` means nothing.
final class Column {
    private final double[] values;
    private final boolean[] present;

    private Column(double[] values, boolean[] present) {
        this.values = values;
        this.present = present;
    }

    double[] values() {
        return values;
    }

    boolean[] present() {
        return present;
    }

    static Column empty(int units) {
        return new Column(new double[units], new boolean[units]);
    }

    Column copy() {
        return new Column(values.clone(), present.clone());
    }

    void set(int unit, double value) {
        values[unit] = value;
        present[unit] = true;
    }

    void remove(int unit) {
        present[unit] = false;
    }

    @Nullable Double at(int unit) {
        return present[unit] ? values[unit] : null;
    }

    /// The values of the units that are present and chosen, in their order.
    double[] of(IntPredicate chosen) {
        return IntStream.range(0, values.length)
                .filter(unit -> present[unit] && chosen.test(unit))
                .mapToDouble(unit -> values[unit])
                .toArray();
    }

    double[] all() {
        return of(_ -> true);
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /// The sample standard deviation (n − 1); needs two values.
    static double deviation(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / (values.length - 1));
    }

    static double least(double[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }

    static double greatest(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }

    /// The adjusted sample skewness and excess kurtosis (Joanes & Gill, *The Statistician* 47,
    /// 1998, type 2); null for fewer than four values or a constant column.
    static @Nullable Shape shape(double[] values) {
        int n = values.length;
        if (n < 4 || least(values) == greatest(values)) {
            return null;
        }
        double mean = mean(values);
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (double value : values) {
            double off = value - mean;
            second += off * off / n;
            third += off * off * off / n;
            fourth += off * off * off * off / n;
        }
        double g1 = third / Math.pow(second, 1.5);
        double g2 = fourth / (second * second) - 3;
        double count = n;
        return new Shape(
                g1 * Math.sqrt(count * (count - 1)) / (count - 2),
                ((count + 1) * g2 + 6) * (count - 1) / ((count - 2) * (count - 3)));
    }
}
