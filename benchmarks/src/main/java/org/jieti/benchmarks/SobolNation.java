package org.jieti.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jieti.robustness.montecarlo.Watcher;
import org.jieti.robustness.sampling.RunStream;
import org.jieti.robustness.sensitivity.Sobol;
import org.jieti.robustness.sensitivity.SobolPlan;
import org.jieti.robustness.sensitivity.Study;

/// Sobol indices of the total of 2,843 units, from domain scores whose weights vary by a quarter:
/// the workload of `peers/sobol_numpy.py`, with 100 joint resamples. Prints the best of some
/// rounds in milliseconds, wall and processor time: with the resamples, and without.
public final class SobolNation implements Study {
    private static final int UNITS = 2843;
    private static final int DOMAINS = 7;
    private static final int ROWS = 1024;
    private static final int RESAMPLES = 100;
    private static final int ROUNDS = 12;

    /// `[unit][domain]`, in [0, 100].
    private final double[][] scores = new double[UNITS][DOMAINS];

    private SobolNation() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        for (double[] unit : scores) {
            Arrays.setAll(unit, _ -> 100 * random.nextDouble());
        }
    }

    public static void main(String[] arguments) {
        Study study = new SobolNation();
        Time with = best(study, RESAMPLES);
        Time without = best(study, 0);
        System.out.printf(
                "%.1f %.1f %.1f %.1f%n",
                with.wallMillis(), with.cpuMillis(), without.wallMillis(), without.cpuMillis());
    }

    private record Time(double wallMillis, double cpuMillis) {}

    /// Of the round that was quickest.
    private static Time best(Study study, int resamples) {
        OperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        int threads = Runtime.getRuntime().availableProcessors();
        Time best = new Time(Double.POSITIVE_INFINITY, 0);
        for (int round = 0; round < ROUNDS; round++) {
            long busy = system.getProcessCpuTime();
            long begin = System.nanoTime();
            Sobol.run(study, new SobolPlan(ROWS, resamples, round), threads, Watcher.NONE);
            double millis = (System.nanoTime() - begin) / 1e6;
            if (millis < best.wallMillis()) {
                best = new Time(millis, (system.getProcessCpuTime() - busy) / 1e6);
            }
        }
        return best;
    }

    @Override
    public int factorCount() {
        return DOMAINS;
    }

    @Override
    public int subjectCount() {
        return UNITS;
    }

    @Override
    public int valueCount() {
        return 1;
    }

    @Override
    public List<Outcome> outcomes() {
        return List.of(new Outcome(0, null));
    }

    @Override
    public Evaluator evaluator(int rows) {
        RunStream random = new RunStream();
        double[][] weights = new double[DOMAINS][rows];
        double[] total = new double[rows];
        return (first, count, into, place) -> {
            for (int column = 0; column < DOMAINS + 2; column++) {
                weigh(random, first, count, column, weights);
                for (int unit = 0; unit < UNITS; unit++) {
                    score(
                            scores[unit],
                            weights,
                            total,
                            count,
                            into.array(),
                            into.at(unit, 0, column) + place);
                }
            }
        };
    }

    private static void weigh(
            RunStream random, long first, int rows, int column, double[][] weights) {
        double[] ofA = new double[DOMAINS];
        for (int row = 0; row < rows; row++) {
            draw(random, 2 * (first + row), ofA);
            double[] drawn = ofA;
            if (column > 0) {
                drawn = new double[DOMAINS];
                draw(random, 2 * (first + row) + 1, drawn);
                if (column > 1) {
                    double ofB = drawn[column - 2];
                    System.arraycopy(ofA, 0, drawn, 0, DOMAINS);
                    drawn[column - 2] = ofB;
                }
            }
            double sum = 0;
            for (double weight : drawn) {
                sum += weight;
            }
            for (int domain = 0; domain < DOMAINS; domain++) {
                weights[domain][row] = drawn[domain] / sum;
            }
        }
    }

    private static void draw(RunStream random, long run, double[] into) {
        random.begin(1, run, 0);
        for (int domain = 0; domain < DOMAINS; domain++) {
            into[domain] = 0.75 + 0.5 * random.nextUniform();
        }
    }

    /// All domains in one pass.
    private static void score(
            double[] unit, double[][] weights, double[] total, int rows, double[] into, int at) {
        double s0 = unit[0];
        double s1 = unit[1];
        double s2 = unit[2];
        double s3 = unit[3];
        double s4 = unit[4];
        double s5 = unit[5];
        double s6 = unit[6];
        double[] w0 = weights[0];
        double[] w1 = weights[1];
        double[] w2 = weights[2];
        double[] w3 = weights[3];
        double[] w4 = weights[4];
        double[] w5 = weights[5];
        double[] w6 = weights[6];
        for (int row = 0; row < rows; row++) {
            total[row] =
                    s0 * w0[row]
                            + s1 * w1[row]
                            + s2 * w2[row]
                            + s3 * w3[row]
                            + s4 * w4[row]
                            + s5 * w5[row]
                            + s6 * w6[row];
        }
        System.arraycopy(total, 0, into, at, rows);
    }
}
