package org.jieti.robustness.linear;

import java.util.Arrays;

/// Loops over lanes that carry nothing from one lane to the next and are left to the compiler to
/// vectorise. Runs anywhere.
public final class PlainKernel extends Kernel {
    @Override
    public int step() {
        return 8;
    }

    @Override
    public int tile() {
        return 96;
    }

    @Override
    public Product product(double[][] values) {
        return new PlainProduct(values);
    }

    /// One array for each column: in loops over several arrays with one index the compiler sees
    /// that lanes do not touch each other.
    private static final class PlainProduct implements Product {
        private final double[][] values;

        PlainProduct(double[][] values) {
            this.values = values;
        }

        @Override
        public void multiply(int from, int to, double[] coefficients, int at, double[][] into) {
            two(from, to, coefficients, at, into[0], into[1]);
            two(from, to, coefficients, at + 2, into[2], into[3]);
        }

        private void two(int from, int to, double[] c, int at, double[] a, double[] b) {
            Arrays.fill(a, 0);
            Arrays.fill(b, 0);
            int k = from;
            for (; k + 4 <= to; k += 4) {
                addFour(
                        a,
                        b,
                        values[k],
                        values[k + 1],
                        values[k + 2],
                        values[k + 3],
                        c,
                        at + k * RUNS);
            }
            for (; k < to; k++) {
                addOne(a, values[k], c[at + k * RUNS]);
                addOne(b, values[k], c[at + k * RUNS + 1]);
            }
        }

        private static void addFour(
                double[] a,
                double[] b,
                double[] x0,
                double[] x1,
                double[] x2,
                double[] x3,
                double[] c,
                int at) {
            double a0 = c[at];
            double a1 = c[at + RUNS];
            double a2 = c[at + 2 * RUNS];
            double a3 = c[at + 3 * RUNS];
            double b0 = c[at + 1];
            double b1 = c[at + RUNS + 1];
            double b2 = c[at + 2 * RUNS + 1];
            double b3 = c[at + 3 * RUNS + 1];
            for (int i = 0; i < a.length; i++) {
                double y0 = x0[i];
                double y1 = x1[i];
                double y2 = x2[i];
                double y3 = x3[i];
                a[i] = Math.fma(y3, a3, Math.fma(y2, a2, Math.fma(y1, a1, Math.fma(y0, a0, a[i]))));
                b[i] = Math.fma(y3, b3, Math.fma(y2, b2, Math.fma(y1, b1, Math.fma(y0, b0, b[i]))));
            }
        }
    }

    @Override
    public void total(
            int parts,
            double[][] points,
            double[][][] deltas,
            double[] weights,
            double[] deviations,
            int at,
            int stride,
            double[][] into) {
        for (int j = 0; j < RUNS; j++) {
            Arrays.fill(into[j], 0);
            int part = 0;
            for (; part + 1 < parts; part += 2) {
                int first = at + part * stride + j;
                int second = first + stride;
                addTwo(
                        into[j],
                        deltas[part][j],
                        weights[first],
                        points[part],
                        deviations[first],
                        deltas[part + 1][j],
                        weights[second],
                        points[part + 1],
                        deviations[second]);
            }
            if (part < parts) {
                int last = at + part * stride + j;
                addOne(into[j], deltas[part][j], weights[last]);
                addOne(into[j], points[part], deviations[last]);
            }
        }
    }

    private static void addOne(double[] into, double[] x, double c) {
        for (int lane = 0; lane < into.length; lane++) {
            into[lane] = Math.fma(x[lane], c, into[lane]);
        }
    }

    private static void addTwo(
            double[] into,
            double[] x0,
            double c0,
            double[] x1,
            double c1,
            double[] x2,
            double c2,
            double[] x3,
            double c3) {
        for (int lane = 0; lane < into.length; lane++) {
            double first = Math.fma(x1[lane], c1, Math.fma(x0[lane], c0, into[lane]));
            into[lane] = Math.fma(x3[lane], c3, Math.fma(x2[lane], c2, first));
        }
    }

    @Override
    public void moments(double[][] of, double[] sum, double[] square) {
        moments(of[0], of[1], of[2], of[3], sum, square);
    }

    private static void moments(
            double[] a, double[] b, double[] c, double[] d, double[] sum, double[] square) {
        for (int lane = 0; lane < sum.length; lane++) {
            double x = a[lane];
            double y = b[lane];
            double z = c[lane];
            double w = d[lane];
            sum[lane] = sum[lane] + x + y + z + w;
            square[lane] =
                    Math.fma(w, w, Math.fma(z, z, Math.fma(y, y, Math.fma(x, x, square[lane]))));
        }
    }

    @Override
    public void climb(
            double[][] base, double[][] delta, double[] thresholds, double[] caps, double[] into) {
        for (int lane = 0; lane < into.length; lane++) {
            int reached = 0;
            while (reached < thresholds.length
                    && base[reached][lane] + delta[reached][lane] >= thresholds[reached]) {
                reached++;
            }
            into[lane] = Math.min(power(Math.max(1, reached)), caps[lane]);
        }
    }

    @Override
    public void climb(double[] base, double[] delta, double[] thresholds, double[] sum) {
        for (int lane = 0; lane < sum.length; lane++) {
            double have = base[lane] + delta[lane];
            int level = 1;
            while (level < thresholds.length && have >= thresholds[level]) {
                level++;
            }
            sum[lane] += power(level);
        }
    }
}
