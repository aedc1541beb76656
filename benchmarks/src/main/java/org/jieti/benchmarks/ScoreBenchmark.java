package org.jieti.benchmarks;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jieti.core.assessment.Answer;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.assessment.Unit;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Rating;
import org.jieti.core.result.Result;
import org.jieti.core.result.Scoring;
import org.jieti.core.scoring.ScoreKernel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Scoring of one unit and of 2,843 units, all nodes: the array kernel, and the full result with
/// its derivation.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ScoreBenchmark {
    private static final int UNITS = 2843;

    private NationalModel.Weighted national = NationalModel.build();
    private ScoreKernel kernel = ScoreKernel.of(national.model(), national.weights());
    private double[] one = new double[kernel.rowCount()];
    private double[][] nation = new double[kernel.rowCount()][UNITS];
    private Assessment assessment =
            new Assessment(
                    national.model().id(),
                    new Unit("u", "u", "", ""),
                    LocalDate.EPOCH,
                    Map.of(),
                    Map.of());

    /// Draws the fulfilments.
    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(1);
        List<Rating> ratings = national.model().ratings().ratings();
        Map<NodeId, Answer> answers = new HashMap<>();
        for (Criterion criterion : national.model().criteria()) {
            int row = kernel.row(criterion.id());
            for (int unit = 0; unit < UNITS; unit++) {
                nation[row][unit] = ratings.get(random.nextInt(4)).fulfilment();
            }
            Rating rating = ratings.get(random.nextInt(4));
            one[row] = rating.fulfilment();
            answers.put(criterion.id(), new Answer.Rated(rating, ""));
        }
        assessment =
                new Assessment(
                        assessment.model(),
                        assessment.unit(),
                        assessment.asOf(),
                        answers,
                        Map.of());
    }

    @Benchmark
    public double[] kernelOneUnit() {
        kernel.score(one);
        return one;
    }

    @Benchmark
    public double[][] kernelNation() {
        kernel.score(nation);
        return nation;
    }

    @Benchmark
    public Result fullResultOneUnit() {
        return Scoring.score(national.model(), national.weights(), assessment);
    }
}
