package org.jieti.robustness.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jieti.core.grading.Attained;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Preset;
import org.jieti.core.model.WeightSet;
import org.jieti.core.result.DomainResult;
import org.jieti.core.result.Result;
import org.jieti.core.result.Scoring;
import org.jieti.core.uncertainty.Choices;
import org.jieti.core.uncertainty.EvidenceStrengths;
import org.jieti.core.uncertainty.EvidenceStrengths.Strength;
import org.jieti.core.uncertainty.Factor;
import org.jieti.core.uncertainty.UncertainWeights;
import org.jieti.core.uncertainty.Uncertainty;
import org.jieti.core.uncertainty.Uncertainty.MissingAnswers;
import org.jieti.core.uncertainty.WeightDistribution;
import org.jieti.robustness.fixture.Dgimm;
import org.jieti.robustness.sampling.RunStream;
import org.jieti.robustness.sampling.WeightSampler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A run gives what the engine gives for what the run draws.
class AssessmentExperimentTest {
    private static final MaturityModel MODEL = Dgimm.MODEL;
    private static final List<Preset> PRESETS = Objects.requireNonNull(MODEL.grading()).presets();
    private static final long SEED = 42;
    private static final int LANES = 7;

    private static AssessmentExperiment experiment(Preset preset, Uncertainty uncertainty) {
        return AssessmentExperiment.of(MODEL, Dgimm.WEIGHTS, preset, Dgimm.UNITS, uncertainty);
    }

    private static Outcomes run(AssessmentExperiment experiment, int unit, Draws draws) {
        Experiment.Worker worker = experiment.worker(draws.count());
        worker.draw(draws);
        Outcomes outcomes = new Outcomes(experiment.partCount(), draws.count());
        worker.run(unit, outcomes);
        return outcomes;
    }

    private static Outcomes run(AssessmentExperiment experiment, int unit) {
        return run(experiment, unit, Draws.runs(SEED, experiment.factors().size(), 0, LANES));
    }

    @Test
    void without_uncertainty_every_run_is_the_point_result() {
        for (Preset preset : PRESETS) {
            AssessmentExperiment experiment = experiment(preset, Uncertainty.NONE);
            assertThat(experiment.factors()).isEmpty();
            for (int unit = 0; unit < experiment.unitCount(); unit++) {
                Result point = Scoring.score(MODEL, Dgimm.WEIGHTS, preset, Dgimm.UNITS.get(unit));
                Outcomes outcomes = run(experiment, unit);
                for (int lane = 0; lane < LANES; lane++) {
                    same(point, outcomes, lane);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void runs_give_to_the_last_bit_what_the_engine_gives_for_their_weights(int unit) {
        UncertainWeights uncertain = UncertainWeights.everywhere(new WeightDistribution.Any());
        for (Preset preset : PRESETS) {
            Outcomes outcomes = run(experiment(preset, Uncertainty.NONE.with(uncertain)), unit);
            for (int lane = 0; lane < LANES; lane++) {
                Result result =
                        Scoring.score(MODEL, drawn(uncertain, lane), preset, Dgimm.UNITS.get(unit));
                same(result, outcomes, lane);
            }
        }
    }

    @Test
    void a_drawn_preset_grades_its_lane_alone() {
        Choices choices =
                new Choices(
                        List.of(
                                new Choices.Option<>(PRESETS.get(0).id(), 1),
                                new Choices.Option<>(PRESETS.get(1).id(), 1),
                                new Choices.Option<>(PRESETS.get(2).id(), 2)),
                        List.of(),
                        List.of());
        AssessmentExperiment experiment =
                experiment(PRESETS.getFirst(), Uncertainty.NONE.with(choices));
        assertThat(experiment.factors()).containsExactly(new Factor.PresetChoice());
        int lanes = 4000;
        Outcomes outcomes = run(experiment, 1, Draws.runs(SEED, 1, 0, lanes));
        Map<Integer, Double> expected = new HashMap<>();
        for (int i = 0; i < 3; i++) {
            Result result = Scoring.score(MODEL, Dgimm.WEIGHTS, PRESETS.get(i), Dgimm.UNITS.get(1));
            int level = Objects.requireNonNull(attained(result)).level();
            expected.merge(level, i == 2 ? 0.5 : 0.25, Double::sum);
        }
        Map<Integer, Double> seen = new HashMap<>();
        for (int level : outcomes.level()) {
            seen.merge(level, 1.0 / lanes, Double::sum);
        }
        assertThat(seen.keySet()).isEqualTo(expected.keySet());
        // A share of 1/2 or 1/4 of 4,000 has a standard error below 0.008.
        expected.forEach(
                (level, share) -> assertThat(seen.get(level)).isCloseTo(share, within(0.032)));
    }

    @Test
    void a_factor_that_keeps_its_point_draws_nothing() {
        Uncertainty uncertainty =
                Uncertainty.NONE
                        .with(UncertainWeights.everywhere(new WeightDistribution.PlusMinus(0.5)))
                        .with(
                                new EvidenceStrengths(
                                        List.of(new Strength("weak", 0.2, 0.2, 0.1)), List.of()))
                        .with(MissingAnswers.ANY_RATING);
        AssessmentExperiment experiment = experiment(PRESETS.getFirst(), uncertainty);
        int factors = experiment.factors().size();
        assertThat(experiment.factors().getFirst()).isEqualTo(new Factor.DomainWeights());
        assertThat(experiment.factors()).contains(new Factor.Evidence("weak"));
        long[][] runs = new long[factors][2];
        for (int factor = 0; factor < factors; factor++) {
            runs[factor][0] = Draws.POINT;
            runs[factor][1] = factor == 0 ? 3 : Draws.POINT;
        }
        Outcomes outcomes = run(experiment, 2, Draws.of(SEED, runs, 2));
        for (int part = 0; part < outcomes.partCount(); part++) {
            assertThat(outcomes.scores(part)[1]).isEqualTo(outcomes.scores(part)[0]);
        }
        assertThat(outcomes.total()[1]).isNotEqualTo(outcomes.total()[0]);
    }

    @Test
    void a_unit_fares_alike_alone_and_among_others() {
        Uncertainty uncertainty =
                Uncertainty.NONE.with(
                        new EvidenceStrengths(
                                List.of(new Strength("weak", 0.3, 0.3, 0.2)), List.of()));
        Outcomes among = run(experiment(PRESETS.getFirst(), uncertainty), 1);
        AssessmentExperiment alone =
                AssessmentExperiment.of(
                        MODEL,
                        Dgimm.WEIGHTS,
                        PRESETS.getFirst(),
                        List.of(Dgimm.UNITS.get(1)),
                        uncertainty);
        assertThat(run(alone, 0).total()).containsExactly(among.total());
        assertThat(among.total()[0]).isNotEqualTo(among.total()[1]);
    }

    private static void same(Result result, Outcomes outcomes, int lane) {
        for (int d = 0; d < result.domains().size(); d++) {
            DomainResult domain = result.domains().get(d);
            Double score = domain.score().score() == null ? null : domain.score().score().now();
            assertThat(outcomes.isScored(d)).isEqualTo(score != null);
            if (score != null) {
                assertThat(outcomes.scores(d)[lane]).isEqualTo(score);
            }
            Attained attained = domain.grade() == null ? null : domain.grade().attained();
            assertThat(outcomes.isGraded(d)).isEqualTo(attained != null);
            if (attained != null) {
                assertThat(outcomes.levels(d)[lane]).isEqualTo(attained.level());
            }
        }
        Double total = Objects.requireNonNull(result.tree().total()).now();
        assertThat(outcomes.total()[lane]).isEqualTo(total);
        assertThat(outcomes.level()[lane])
                .isEqualTo(Objects.requireNonNull(attained(result)).level());
    }

    private static @Nullable Attained attained(Result result) {
        return result.overall() == null ? null : result.overall().attained();
    }

    /// The weights that a run draws, as a set of their own.
    private static WeightSet drawn(UncertainWeights uncertain, int run) {
        WeightSampler sampler = WeightSampler.of(MODEL, Dgimm.WEIGHTS, uncertain);
        double[][] rows = new double[sampler.rowCount()][1];
        sampler.draw(new RunStream(), SEED, _ -> run, rows, 0);
        Map<NodeId, Double> weights = new HashMap<>();
        MODEL.forEachNode(
                node -> {
                    if (!(node instanceof Criterion)) {
                        weights.put(node.id(), rows[weights.size()][0]);
                    }
                });
        WeightSet set = Dgimm.WEIGHTS;
        return new WeightSet(
                "drawn",
                set.model(),
                set.name(),
                set.status(),
                set.method(),
                set.provenance(),
                weights);
    }
}
