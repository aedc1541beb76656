package org.jieti.robustness.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.uncertainty.EvidenceStrengths;
import org.jieti.core.uncertainty.EvidenceStrengths.Strength;
import org.jieti.core.uncertainty.UncertainWeights;
import org.jieti.core.uncertainty.Uncertainty;
import org.jieti.core.uncertainty.WeightDistribution;
import org.jieti.robustness.experiment.AssessmentExperiment;
import org.jieti.robustness.fixture.Dgimm;
import org.jieti.robustness.fixture.Small;
import org.jieti.robustness.montecarlo.Robustness.Levels;
import org.jieti.robustness.montecarlo.Robustness.Pair;
import org.jieti.robustness.montecarlo.Robustness.Ranks;
import org.jieti.robustness.montecarlo.Robustness.Spread;
import org.jieti.robustness.ranking.Share;
import org.jieti.testkit.Seeds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final Uncertainty ANY_WEIGHTS =
            Uncertainty.NONE.with(UncertainWeights.everywhere(new WeightDistribution.Any()));
    private static final Uncertainty ALL =
            Uncertainty.NONE
                    .with(UncertainWeights.everywhere(new WeightDistribution.Around(40)))
                    .with(
                            new EvidenceStrengths(
                                    List.of(new Strength("weak", 0.1, 0.2, 0.1)), List.of()));

    private static Robustness run(
            Small.Made made, Uncertainty uncertainty, long runs, Assessment... units) {
        AssessmentExperiment experiment =
                AssessmentExperiment.of(
                        made.model(), made.weights(), made.preset(), List.of(units), uncertainty);
        return run(experiment, runs, 2);
    }

    private static Robustness run(AssessmentExperiment experiment, long runs, int threads) {
        return Simulation.run(
                MonteCarlo.of(experiment, 7, runs), new RunLimit.Runs(runs), threads, Watcher.NONE);
    }

    private static AssessmentExperiment dgimm(Uncertainty uncertainty) {
        return AssessmentExperiment.of(
                Dgimm.MODEL,
                Dgimm.WEIGHTS,
                Objects.requireNonNull(Dgimm.MODEL.grading()).defaultPreset(),
                Dgimm.UNITS,
                uncertainty);
    }

    private static <T> T there(@Nullable T value) {
        return Objects.requireNonNull(value, "There is none.");
    }

    @Test
    void without_uncertainty_everything_is_exactly_the_point() {
        Robustness result = run(dgimm(Uncertainty.NONE), 1000, 2);
        for (int unit = 0; unit < 3; unit++) {
            Spread total = there(result.total(unit));
            for (Double value :
                    Arrays.asList(total.mean(), total.low(), total.median(), total.high())) {
                assertThat(value).isEqualTo(total.point());
            }
            assertThat(total.deviation()).isZero();
            Levels levels = there(result.levels(unit));
            assertThat(levels.atPoint()).isEqualTo(new Share(1000, 1000));
            Ranks ranks = there(result.ranks(unit));
            assertThat(ranks.counts().get(ranks.point() - 1)).isEqualTo(1000);
            for (int part = 0; part < result.partCount(); part++) {
                assertThat(there(result.part(unit, part)).mean())
                        .isEqualTo(there(result.part(unit, part)).point());
                assertThat(there(result.levels(unit, part)).atPoint().value()).isEqualTo(1);
            }
        }
    }

    /// Unit a has 1 and 0, unit b 0.5 and 0.8. With w for the first of two domains, uniform on
    /// 0..1, a has 100·w and b has 50·w + 80·(1 − w): a is ahead where w > 8/13.
    @Test
    void two_domains_and_two_units_come_out_as_by_hand() {
        Small.Made made = Small.withoutLevels().domain(new int[] {0}).domain(new int[] {0}).make();
        int runs = 40_000;
        Robustness result =
                run(made, ANY_WEIGHTS, runs, made.unit("a", 1, 0), made.unit("b", 0.5, 0.8));

        double expected = 5.0 / 13;
        double fourErrors = 4 * Math.sqrt(expected * (1 - expected) / runs);
        Pair pair = result.pairs().getFirst();
        // At equal weights b has 65 and a has 50.
        assertThat(pair.first()).isEqualTo(1);
        assertThat(pair.secondAhead().value()).isCloseTo(expected, within(fourErrors));
        assertThat(there(result.ranks(0)).counts().getFirst())
                .isEqualTo(Math.toIntExact(pair.secondAhead().runs()));
        Spread a = there(result.total(0));
        // Uniform on 0..100: mean 50, deviation 100/√12, quantiles as they say.
        assertThat(a.point()).isEqualTo(50);
        assertThat(a.mean()).isCloseTo(50, within(4 * 28.87 / Math.sqrt(runs)));
        assertThat(a.deviation()).isCloseTo(100 / Math.sqrt(12), within(0.2));
        assertThat(a.low()).isCloseTo(5, within(0.6));
        assertThat(a.median()).isCloseTo(50, within(1.2));
        assertThat(a.high()).isCloseTo(95, within(0.6));
        assertThat(result.levels(0)).isNull();
    }

    /// One domain, two ladders with a criterion at each of two levels. Level 2 takes
    /// w·f1 + (1 − w)·f2 ≥ 0.8; with f1 = 1 and f2 = 0.5 that is w ≥ 0.6.
    @Test
    void a_level_is_reached_as_often_as_by_hand() {
        Small.Made made = Small.withLevels(2).domain(new int[] {1, 2}, new int[] {1, 2}).make();
        int runs = 40_000;
        Robustness result =
                run(
                        made,
                        ANY_WEIGHTS,
                        runs,
                        made.unit("sometimes", 1, 1, 1, 0.5),
                        made.unit("always", 1, 1, 1, 0.8),
                        made.unit("never", 1, 0.7, 1, 0.7));

        assertThat(there(result.levels(0)).shares().get(1).value())
                .isCloseTo(0.4, within(4 * Math.sqrt(0.24 / runs)));
        assertThat(there(result.levels(0, 0)).shares()).isEqualTo(there(result.levels(0)).shares());
        assertThat(there(result.levels(1)).shares().get(1)).isEqualTo(new Share(runs, runs));
        assertThat(there(result.levels(2)).shares().get(1)).isEqualTo(new Share(0, runs));
        // Never and always have an error all the same.
        assertThat(there(result.levels(2)).shares().get(1).standardError()).isBetween(1e-5, 1e-3);
    }

    /// The ladders of [#a_level_is_reached_as_often_as_by_hand], the second of which is fulfilled
    /// to 0.7: level 2 takes w + 0.7·(1 − w) ≥ 0.8, or w ≥ 1/3; mandatory, it never lets it
    /// through.
    @Test
    void a_mandatory_criterion_that_is_missed_keeps_the_level_down_in_every_run() {
        int[] ladder = {1, 2};
        int runs = 40_000;
        Small.Made open = Small.withLevels(2).domain(ladder, ladder).make();
        Small.Made shut = Small.withLevels(2).mandatory("d1.i.l2.c2").domain(ladder, ladder).make();

        Robustness without = run(open, ANY_WEIGHTS, runs, open.unit("a", 1, 1, 1, 0.7));
        Robustness with = run(shut, ANY_WEIGHTS, runs, shut.unit("a", 1, 1, 1, 0.7));

        assertThat(there(without.levels(0)).shares().get(1).value())
                .isCloseTo(2.0 / 3, within(4 * Math.sqrt(2.0 / 9 / runs)));
        assertThat(there(with.levels(0)).shares())
                .containsExactly(new Share(runs, runs), new Share(0, runs));
        assertThat(there(with.total(0)).mean()).isEqualTo(there(without.total(0)).mean());
    }

    /// Two criteria of level 2, each 0.8, moved to 0.9 in 0.2 of the runs and to 0.7 in 0.3. Their
    /// mean is at least 0.8 unless both fall (0.09), or one falls and the other stays (2·0.3·0.5):
    /// 0.61. Where the first is mandatory it may not fall at all: it stays and the other does not
    /// fall (0.5·0.7), or it rises, which makes up for any (0.2): 0.55.
    @Test
    void levels_follow_ratings_that_are_in_doubt_as_by_hand() {
        int[] ladder = {2, 2};
        int runs = 40_000;
        Uncertainty doubt =
                Uncertainty.NONE.with(
                        new EvidenceStrengths(
                                List.of(new Strength("weak", 0.2, 0.3, 0)), List.of()));
        Small.Made open = Small.withLevels(2).domain(ladder).make();
        Small.Made gated = Small.withLevels(2).mandatory("d1.i.l1.c1").domain(ladder).make();

        assertThat(reached(run(open, doubt, runs, open.unit("a", 0.8, 0.8)), 2))
                .isCloseTo(0.61, within(4 * Math.sqrt(0.61 * 0.39 / runs)));
        assertThat(reached(run(gated, doubt, runs, gated.unit("a", 0.8, 0.8)), 2))
                .isCloseTo(0.55, within(4 * Math.sqrt(0.55 * 0.45 / runs)));
    }

    private static double reached(Robustness result, int level) {
        return there(result.levels(0)).shares().get(level - 1).value();
    }

    /// Two domains of three levels; the first meets everything, the second asks nothing at level 3
    /// and has two ladders at level 2, fulfilled to 1 and 0.5. With w for the first ladder the
    /// share of level 2 is s = (1 + w) / 2 in the second domain, which so stands at I where w <
    /// 0.6, and else at III. With W for the first domain the whole has W + (1 − W)·s at level 2,
    /// enough where W ≥ (0.6 − w) / (1 − w), and everything at level 3; but no more than one level
    /// above the lowest domain. So it is at III where w ≥ 0.6: 0.4; and at II in ∫₀^0.6 0.4 / (1 −
    /// w) dw = 0.4·ln 2.5 = 0.3665 of the runs.
    @Test
    void the_whole_stands_one_level_above_its_lowest_part_at_most_as_by_hand() {
        Small.Made made =
                Small.withLevels(3)
                        .domain(new int[] {1, 2, 3})
                        .domain(new int[] {1, 2}, new int[] {1, 2})
                        .make();
        int runs = 40_000;
        Robustness result = run(made, ANY_WEIGHTS, runs, made.unit("a", 1, 1, 1, 1, 1, 1, 0.5));

        double third = 0.4;
        double second = 0.4 * Math.log(2.5);
        assertThat(reached(result, 3))
                .isCloseTo(third, within(4 * Math.sqrt(third * (1 - third) / runs)));
        assertThat(reached(result, 2))
                .isCloseTo(second, within(4 * Math.sqrt(second * (1 - second) / runs)));
        assertThat(there(result.levels(0, 1)).shares().get(2))
                .isEqualTo(there(result.levels(0)).shares().get(2));
        assertThat(there(result.levels(0, 1)).shares().get(1).runs()).isZero();
        assertThat(there(result.levels(0, 0)).shares().get(2)).isEqualTo(new Share(runs, runs));
    }

    @Test
    void a_rating_moves_as_often_as_the_strength_of_its_evidence_says() {
        Small.Made made = Small.withoutLevels().domain(new int[] {0}).make();
        Uncertainty weak =
                Uncertainty.NONE.with(
                        new EvidenceStrengths(
                                List.of(new Strength("weak", 0.1, 0.3, 0)), List.of()));
        int runs = 40_000;
        Robustness result = run(made, weak, runs, made.unit("middle", 0.5), made.unit("best", 1));

        // 0.1·60 + 0.3·40 + 0.6·50 = 48, variance 0.1·144 + 0.3·64 + 0.6·4 = 36
        assertThat(there(result.total(0)).mean()).isCloseTo(48, within(4 * 6 / 200.0));
        assertThat(there(result.total(0)).deviation()).isCloseTo(6, within(0.1));
        // A step beyond the scale stays: 0.3·90 + 0.7·100 = 97
        assertThat(there(result.total(1)).mean()).isCloseTo(97, within(4 * 4.6 / 200.0));
        assertThat(there(result.total(1)).high()).isEqualTo(100);
    }

    @Test
    void what_is_missing_everywhere_has_neither_score_nor_rank() {
        Small.Made made = Small.withLevels(2).domain(new int[] {1, 2}).make();
        Robustness result =
                run(made, ANY_WEIGHTS, 1000, made.unit("none"), made.unit("some", 1, 0.5));
        assertThat(result.total(0)).isNull();
        assertThat(result.levels(0)).isNull();
        assertThat(result.ranks(0)).isNull();
        assertThat(result.rankedCount()).isEqualTo(1);
        assertThat(there(result.ranks(1)).point()).isEqualTo(1);
    }

    @Seeds(10)
    void a_unit_that_dominates_another_is_never_behind_it(RandomGenerator random) {
        Small.Made made =
                Small.withLevels(3)
                        .domain(new int[] {1, 2, 3}, new int[] {1, 3})
                        .domain(new int[] {1, 2}, new int[] {2, 3})
                        .make();
        int criteria = made.model().criteria().size();
        double[] worse = random.doubles(criteria, 0, 0.9).toArray();
        double[] better = Arrays.stream(worse).map(f -> random.nextDouble(f, 1)).toArray();
        Robustness result =
                run(
                        made,
                        ANY_WEIGHTS,
                        2000,
                        made.unit("worse", floor(worse)),
                        made.unit("better", floor(better)));
        for (Pair pair : result.pairs()) {
            Share worseAhead = pair.first() == 0 ? pair.firstAhead() : pair.secondAhead();
            assertThat(worseAhead.runs()).isZero();
        }
        Levels low = there(result.levels(0));
        Levels high = there(result.levels(1));
        long lowAtLeast = 0;
        long highAtLeast = 0;
        for (int level = 3; level >= 1; level--) {
            lowAtLeast += low.shares().get(level - 1).runs();
            highAtLeast += high.shares().get(level - 1).runs();
            assertThat(highAtLeast).isGreaterThanOrEqualTo(lowAtLeast);
        }
    }

    private static double[] floor(double[] fulfilments) {
        return Arrays.stream(fulfilments).map(f -> Math.floor(f * 10) / 10).toArray();
    }

    @Test
    void acceptabilities_of_a_unit_sum_to_all_runs() {
        Robustness result = run(dgimm(ALL), 1500, 2);
        for (int unit = 0; unit < 3; unit++) {
            assertThat(sum(there(result.levels(unit)))).isEqualTo(1500);
            for (int part = 0; part < result.partCount(); part++) {
                assertThat(sum(there(result.levels(unit, part)))).isEqualTo(1500);
            }
            assertThat(there(result.ranks(unit)).counts().stream().mapToInt(i -> i).sum())
                    .isEqualTo(1500);
        }
    }

    private static long sum(Levels levels) {
        return levels.shares().stream().mapToLong(Share::runs).sum();
    }

    @Test
    void any_number_of_threads_gives_the_same_bits() {
        AssessmentExperiment experiment = dgimm(ALL);
        String one = Printed.of(run(experiment, 1100, 1));
        assertThat(Printed.of(run(experiment, 1100, 2))).isEqualTo(one);
        assertThat(Printed.of(run(experiment, 1100, 16))).isEqualTo(one);
    }

    @Seeds(3)
    void chunks_in_any_order_and_grouping_give_the_same_bits(RandomGenerator random) {
        MonteCarlo of = MonteCarlo.of(dgimm(ALL), 7, 1100);
        List<Integer> chunks = new ArrayList<>();
        for (int chunk = 0; chunk < MonteCarlo.chunks(1100); chunk++) {
            chunks.add(chunk);
        }
        Collections.shuffle(chunks, new Random(random.nextLong()));
        List<Tally> parts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            parts.add(of.tally());
        }
        for (int chunk : chunks) {
            int runs = Math.min(MonteCarlo.CHUNK, 1100 - chunk * MonteCarlo.CHUNK);
            of.work().run(chunk, runs, parts.get(random.nextInt(4)));
        }
        Tally all = of.tally();
        Collections.shuffle(parts, new Random(random.nextLong()));
        parts.forEach(all::addAll);
        RunLimit limit = new RunLimit.Runs(1100);
        assertThat(Printed.of(new Robustness(of, all, limit, true)))
                .isEqualTo(Printed.of(Simulation.run(of, limit, 1, Watcher.NONE)));
    }

    @Test
    void another_seed_gives_other_bits() {
        AssessmentExperiment experiment = dgimm(ALL);
        RunLimit limit = new RunLimit.Runs(1000);
        Robustness seven =
                Simulation.run(MonteCarlo.of(experiment, 7, 1000), limit, 1, Watcher.NONE);
        Robustness eight =
                Simulation.run(MonteCarlo.of(experiment, 8, 1000), limit, 1, Watcher.NONE);
        assertThat(Printed.of(eight)).isNotEqualTo(Printed.of(seven));
    }

    @Test
    void it_runs_until_no_share_has_a_larger_standard_error() {
        Small.Made made = Small.withLevels(2).domain(new int[] {1, 2}, new int[] {1, 2}).make();
        AssessmentExperiment experiment =
                AssessmentExperiment.of(
                        made.model(),
                        made.weights(),
                        made.preset(),
                        List.of(made.unit("a", 1, 1, 1, 0.5)),
                        ANY_WEIGHTS);
        // A share of 0.4 has √(0.24/n): 0.0077 after 4,000 runs, 0.0063 after 6,000.
        Robustness result =
                Simulation.run(
                        MonteCarlo.of(experiment, 7, 50_000),
                        new RunLimit.StandardError(0.007, 50_000),
                        2,
                        Watcher.NONE);
        assertThat(result.runs()).isEqualTo(6000);
        assertThat(result.isComplete()).isTrue();
        assertThat(result.largestStandardError()).isLessThanOrEqualTo(0.007);
        assertThat(Printed.of(run(experiment, 6000, 1))).isEqualTo(Printed.of(result));
    }

    @Test
    void stopped_it_says_what_the_first_runs_say() {
        AssessmentExperiment experiment = dgimm(ALL);
        AtomicLong told = new AtomicLong();
        Watcher impatient =
                new Watcher() {
                    @Override
                    public void at(long done, long of) {
                        told.accumulateAndGet(done, Math::max);
                    }

                    @Override
                    public boolean stops() {
                        return told.get() >= 1200;
                    }
                };
        Robustness stopped =
                Simulation.run(
                        MonteCarlo.of(experiment, 7, 60_000),
                        new RunLimit.Runs(60_000),
                        2,
                        impatient);
        assertThat(stopped.isComplete()).isFalse();
        assertThat(stopped.runs()).isBetween(1200L, 1320L);
        assertThat(Printed.of(run(experiment, stopped.runs(), 1))).isEqualTo(Printed.of(stopped));
    }
}
