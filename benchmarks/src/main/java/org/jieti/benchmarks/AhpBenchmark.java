package org.jieti.benchmarks;

import java.util.concurrent.TimeUnit;
import org.jieti.weighting.ahp.PrincipalEigenvector;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Principal eigenvectors of the same 2,000 pairwise matrices as `benchmarks/peers/ahp.cpp`.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 20, time = 250, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class AhpBenchmark {
    private static final int MATRICES = 2000;

    @Param({"5", "15"})
    int size;

    private final PrincipalEigenvector eigenvector = new PrincipalEigenvector();
    private double[][] matrices = new double[0][];
    private double[] vector = new double[0];
    private long state = 17;

    /// SplitMix64.
    private double uniform() {
        state += 0x9e3779b97f4a7c15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
    }

    @Setup
    public void fill() {
        state = 17;
        vector = new double[size];
        matrices = new double[MATRICES][size * size];
        for (double[] matrix : matrices) {
            double[] weight = new double[size];
            for (int i = 0; i < size; i++) {
                weight[i] = Math.exp(2 * uniform() - 1);
            }
            for (int i = 0; i < size; i++) {
                matrix[i * size + i] = 1;
                for (int j = i + 1; j < size; j++) {
                    double error = Math.exp((2 * uniform() - 1) * Math.log(1.5));
                    double ratio = weight[i] / weight[j] * error;
                    matrix[i * size + j] = ratio;
                    matrix[j * size + i] = 1 / ratio;
                }
            }
        }
    }

    /// The sum of the eigenvalues, so that nothing is left out as unused.
    @Benchmark
    @OperationsPerInvocation(MATRICES)
    public double powerIteration() {
        double sum = 0;
        for (double[] matrix : matrices) {
            sum += eigenvector.solve(matrix, size, vector);
        }
        return sum;
    }
}
