package org.jieti.robustness.linear;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The kernel on vectors of whatever width the machine has. The only class that needs the module
/// `jdk.incubator.vector`.
///
/// A product keeps 4 runs × 3 vectors of sums in registers while it goes down the columns: per
/// column 3 loads and 4 broadcasts feed 12 fused multiply-adds, as in the inner loop of a matrix
/// product (Goto & van de Geijn, ACM TOMS 34(3), 2008); 16 registers suffice.
public final class VectorKernel extends Kernel {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int VECTOR = SPECIES.length();
    private static final int LANES = 3 * VECTOR;

    @Override
    public int step() {
        return LANES;
    }

    @Override
    public int tile() {
        return LANES;
    }

    @Override
    public Product product(double[][] values) {
        int lanes = values.length == 0 ? 0 : values[0].length;
        double[] packed = new double[values.length * lanes];
        for (int strip = 0; strip < lanes; strip += LANES) {
            for (int column = 0; column < values.length; column++) {
                System.arraycopy(
                        values[column],
                        strip,
                        packed,
                        strip * values.length + column * LANES,
                        LANES);
            }
        }
        return new VectorProduct(packed, values.length, lanes);
    }

    /// `packed[strip][column][lane]`, in strips as wide as three vectors.
    private static final class VectorProduct implements Product {
        private final double[] packed;
        private final int columns;
        private final int lanes;

        VectorProduct(double[] packed, int columns, int lanes) {
            this.packed = packed;
            this.columns = columns;
            this.lanes = lanes;
        }

        @Override
        public void multiply(int from, int to, double[] coefficients, int at, double[][] into) {
            for (int lane = 0; lane < lanes; lane += LANES) {
                strip(lane * columns, from, to, coefficients, at, into, lane);
            }
        }

        private void strip(
                int strip,
                int from,
                int to,
                double[] coefficients,
                int at,
                double[][] into,
                int lane) {
            double[] x = packed;
            DoubleVector a0 = DoubleVector.zero(SPECIES);
            DoubleVector a1 = a0;
            DoubleVector a2 = a0;
            DoubleVector b0 = a0;
            DoubleVector b1 = a0;
            DoubleVector b2 = a0;
            DoubleVector c0 = a0;
            DoubleVector c1 = a0;
            DoubleVector c2 = a0;
            DoubleVector d0 = a0;
            DoubleVector d1 = a0;
            DoubleVector d2 = a0;
            for (int column = from; column < to; column++) {
                int next = strip + column * LANES;
                DoubleVector x0 = DoubleVector.fromArray(SPECIES, x, next);
                DoubleVector x1 = DoubleVector.fromArray(SPECIES, x, next + VECTOR);
                DoubleVector x2 = DoubleVector.fromArray(SPECIES, x, next + 2 * VECTOR);
                int first = at + column * RUNS;
                DoubleVector w = DoubleVector.broadcast(SPECIES, coefficients[first]);
                a0 = x0.fma(w, a0);
                a1 = x1.fma(w, a1);
                a2 = x2.fma(w, a2);
                w = DoubleVector.broadcast(SPECIES, coefficients[first + 1]);
                b0 = x0.fma(w, b0);
                b1 = x1.fma(w, b1);
                b2 = x2.fma(w, b2);
                w = DoubleVector.broadcast(SPECIES, coefficients[first + 2]);
                c0 = x0.fma(w, c0);
                c1 = x1.fma(w, c1);
                c2 = x2.fma(w, c2);
                w = DoubleVector.broadcast(SPECIES, coefficients[first + 3]);
                d0 = x0.fma(w, d0);
                d1 = x1.fma(w, d1);
                d2 = x2.fma(w, d2);
            }
            store(a0, a1, a2, into[0], lane);
            store(b0, b1, b2, into[1], lane);
            store(c0, c1, c2, into[2], lane);
            store(d0, d1, d2, into[3], lane);
        }

        private static void store(
                DoubleVector first, DoubleVector second, DoubleVector third, double[] row, int at) {
            first.intoArray(row, at);
            second.intoArray(row, at + VECTOR);
            third.intoArray(row, at + 2 * VECTOR);
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
        int lanes = into[0].length;
        for (int lane = 0; lane < lanes; lane += VECTOR) {
            DoubleVector a = DoubleVector.zero(SPECIES);
            DoubleVector b = a;
            DoubleVector c = a;
            DoubleVector d = a;
            for (int part = 0; part < parts; part++) {
                int first = at + part * stride;
                double[][] delta = deltas[part];
                DoubleVector x = DoubleVector.fromArray(SPECIES, points[part], lane);
                a = DoubleVector.fromArray(SPECIES, delta[0], lane).fma(all(weights[first]), a);
                b = DoubleVector.fromArray(SPECIES, delta[1], lane).fma(all(weights[first + 1]), b);
                c = DoubleVector.fromArray(SPECIES, delta[2], lane).fma(all(weights[first + 2]), c);
                d = DoubleVector.fromArray(SPECIES, delta[3], lane).fma(all(weights[first + 3]), d);
                a = x.fma(all(deviations[first]), a);
                b = x.fma(all(deviations[first + 1]), b);
                c = x.fma(all(deviations[first + 2]), c);
                d = x.fma(all(deviations[first + 3]), d);
            }
            a.intoArray(into[0], lane);
            b.intoArray(into[1], lane);
            c.intoArray(into[2], lane);
            d.intoArray(into[3], lane);
        }
    }

    private static DoubleVector all(double value) {
        return DoubleVector.broadcast(SPECIES, value);
    }

    @Override
    public void moments(double[][] of, double[] sum, double[] square) {
        for (int lane = 0; lane < sum.length; lane += VECTOR) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, of[0], lane);
            DoubleVector y = DoubleVector.fromArray(SPECIES, of[1], lane);
            DoubleVector z = DoubleVector.fromArray(SPECIES, of[2], lane);
            DoubleVector w = DoubleVector.fromArray(SPECIES, of[3], lane);
            DoubleVector.fromArray(SPECIES, sum, lane)
                    .add(x)
                    .add(y)
                    .add(z)
                    .add(w)
                    .intoArray(sum, lane);
            DoubleVector squares = DoubleVector.fromArray(SPECIES, square, lane);
            squares = x.fma(x, squares);
            squares = y.fma(y, squares);
            squares = z.fma(z, squares);
            w.fma(w, squares).intoArray(square, lane);
        }
    }

    @Override
    public void climb(
            double[][] base, double[][] delta, double[] thresholds, double[] caps, double[] into) {
        for (int lane = 0; lane < into.length; lane += VECTOR) {
            DoubleVector power = DoubleVector.broadcast(SPECIES, 1.0);
            VectorMask<Double> reached = SPECIES.maskAll(true);
            for (int level = 0; level < thresholds.length; level++) {
                DoubleVector have =
                        DoubleVector.fromArray(SPECIES, base[level], lane)
                                .add(DoubleVector.fromArray(SPECIES, delta[level], lane));
                reached = reached.and(have.compare(VectorOperators.GE, thresholds[level]));
                power = power.blend(power(level + 1), reached);
            }
            power.min(DoubleVector.fromArray(SPECIES, caps, lane)).intoArray(into, lane);
        }
    }

    @Override
    public void climb(double[] base, double[] delta, double[] thresholds, double[] sum) {
        for (int lane = 0; lane < sum.length; lane += VECTOR) {
            DoubleVector have =
                    DoubleVector.fromArray(SPECIES, base, lane)
                            .add(DoubleVector.fromArray(SPECIES, delta, lane));
            DoubleVector power = DoubleVector.broadcast(SPECIES, 1.0);
            for (int level = 1; level < thresholds.length; level++) {
                power =
                        power.blend(
                                power(level + 1),
                                have.compare(VectorOperators.GE, thresholds[level]));
            }
            DoubleVector.fromArray(SPECIES, sum, lane).add(power).intoArray(sum, lane);
        }
    }
}
