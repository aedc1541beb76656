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
        public void multiply(
                int from, int to, double[] coefficients, int stride, int run, double[][] into) {
            two(from, to, coefficients, stride, run, into[0], into[1]);
            two(from, to, coefficients, stride, run + 2, into[2], into[3]);
        }

        private void two(
                int from, int to, double[] c, int stride, int run, double[] a, double[] b) {
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
                        k * stride + run,
                        stride);
            }
            for (; k < to; k++) {
                addOne(a, values[k], c[k * stride + run]);
                addOne(b, values[k], c[k * stride + run + 1]);
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
                int at,
                int stride) {
            double a0 = c[at];
            double a1 = c[at + stride];
            double a2 = c[at + 2 * stride];
            double a3 = c[at + 3 * stride];
            double b0 = c[at + 1];
            double b1 = c[at + stride + 1];
            double b2 = c[at + 2 * stride + 1];
            double b3 = c[at + 3 * stride + 1];
            for (int i = 0; i < a.length; i++) {
                double y0 = x0[i];
                double y1 = x1[i];
                double y2 = x2[i];
                double y3 = x3[i];
                a[i] = Math.fma(y3, a3, Math.fma(y2, a2, Math.fma(y1, a1, Math.fma(y0, a0, a[i]))));
                b[i] = Math.fma(y3, b3, Math.fma(y2, b2, Math.fma(y1, b1, Math.fma(y0, b0, b[i]))));
            }
        }

        private static void addOne(double[] a, double[] x, double c) {
            for (int i = 0; i < a.length; i++) {
                a[i] = Math.fma(x[i], c, a[i]);
            }
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
