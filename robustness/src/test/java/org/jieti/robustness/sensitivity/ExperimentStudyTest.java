package org.jieti.robustness.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.model.NodeId;
import org.jieti.core.population.Aggregation;
import org.jieti.core.population.Normalisation;
import org.jieti.core.uncertainty.Choices;
import org.jieti.core.uncertainty.EvidenceStrengths;
import org.jieti.core.uncertainty.Factor;
import org.jieti.core.uncertainty.UncertainWeights;
import org.jieti.core.uncertainty.Uncertainty;
import org.jieti.core.uncertainty.WeightDistribution;
import org.jieti.robustness.experiment.AssessmentExperiment;
import org.jieti.robustness.experiment.IndexExperiment;
import org.jieti.robustness.fixture.Asem;
import org.jieti.robustness.fixture.Dgimm;
import org.jieti.robustness.fixture.Small;
import org.jieti.robustness.montecarlo.Watcher;
import org.jieti.robustness.sensitivity.ExperimentStudy.Quantity;
import org.junit.jupiter.api.Test;

class ExperimentStudyTest {
    private static final UncertainWeights ANY =
            UncertainWeights.everywhere(new WeightDistribution.Any());

    /// Down one step in half of the runs, beneath `d2` only.
    private static final EvidenceStrengths SHAKY_SECOND =
            new EvidenceStrengths(
                    List.of(
                            new EvidenceStrengths.Strength("firm", 0, 0, 0),
                            new EvidenceStrengths.Strength("shaky", 0, 0.5, 0)),
                    List.of(new EvidenceStrengths.Assigned(new NodeId("d2"), null, "shaky")));

    private static AssessmentExperiment experiment(
            Small.Made made, Uncertainty uncertainty, Assessment... units) {
        return AssessmentExperiment.of(
                made.model(), made.weights(), made.preset(), List.of(units), uncertainty);
    }

    private static SobolIndices run(ExperimentStudy study, int rows) {
        return Objects.requireNonNull(
                Sobol.run(study, new SobolPlan(rows, 100, 11), 2, Watcher.NONE));
    }

    private static Indices.Defined defined(Indices indices) {
        assertThat(indices).isInstanceOf(Indices.Defined.class);
        return (Indices.Defined) indices;
    }

    /// Two domains, of 60 and of Y = 50 or 40 with even odds; T = 60 w + (1 − w) Y with w uniform
    /// in (0, 1). Var(E[T | w]) = (60 − 45)² / 12 = 18.75; Var(E[T | Y]) = 25 / 4 = 6.25;
    /// E[Var(T | Y)] = (10² + 20²) / 2 / 12 = 20.83. V = 6.25 + 20.83 = 27.08. So S1 = 0.6923 and
    /// 0.2308, ST = 1 − 0.2308 and 1 − 0.6923.
    @Test
    void two_domains_with_one_weight_and_one_doubtful_rating_come_out_as_by_hand() {
        Small.Made made = Small.withoutLevels().domain(new int[] {0}).domain(new int[] {0}).make();
        AssessmentExperiment experiment =
                experiment(
                        made,
                        Uncertainty.NONE.with(ANY).with(SHAKY_SECOND),
                        made.unit("u", 0.6, 0.5));
        ExperimentStudy study = ExperimentStudy.of(experiment, 5, experiment.factors());
        assertThat(study.factors())
                .containsExactly(new Factor.DomainWeights(), new Factor.Evidence("shaky"));
        assertThat(study.quantities()).containsExactly(new Quantity.Total());
        Indices.Defined total = defined(run(study, 1 << 14).of(0, 0));
        assertThat(total.mean()).isCloseTo(52.5, within(0.1));
        assertThat(total.variance()).isCloseTo(27.083, within(0.5));
        assertThat(total.effects().get(0).first().value()).isCloseTo(0.6923, within(0.02));
        assertThat(total.effects().get(1).first().value()).isCloseTo(0.2308, within(0.02));
        assertThat(total.effects().get(0).total().value()).isCloseTo(0.7692, within(0.02));
        assertThat(total.effects().get(1).total().value()).isCloseTo(0.3077, within(0.02));
    }

    /// One domain, one ladder with a criterion at each of two levels, at 1 and 0.8: level 2, and
    /// level 1 in the half of the runs in which the second is one step lower, 0.7.
    @Test
    void the_level_is_measured_as_a_number_and_as_an_indicator_of_each_level() {
        Small.Made made = Small.withLevels(2).domain(new int[] {1, 2}).make();
        EvidenceStrengths shaky =
                new EvidenceStrengths(
                        List.of(
                                new EvidenceStrengths.Strength("firm", 0, 0, 0),
                                new EvidenceStrengths.Strength("shaky", 0, 0.5, 0)),
                        List.of(
                                new EvidenceStrengths.Assigned(
                                        new NodeId("d1.i.l1.c2"), null, "shaky")));
        AssessmentExperiment experiment =
                experiment(made, Uncertainty.NONE.with(shaky), made.unit("u", 1, 0.8));
        ExperimentStudy study = ExperimentStudy.of(experiment, 5, experiment.factors());
        assertThat(study.quantities())
                .containsExactly(
                        new Quantity.Total(), new Quantity.Level(), new Quantity.LevelAtLeast(2));
        SobolIndices indices = run(study, 4096);
        assertThat(defined(indices.of(0, 1)).mean()).isCloseTo(1.5, within(0.02));
        assertThat(defined(indices.of(0, 2)).mean()).isCloseTo(0.5, within(0.02));
        assertThat(defined(indices.of(0, 2)).variance()).isCloseTo(0.25, within(0.001));
        assertThat(defined(indices.of(0, 2)).effects().getFirst().total().value())
                .isCloseTo(1, within(0.03));
    }

    @Test
    void a_level_that_never_moves_has_no_indices_though_the_score_does() {
        Small.Made made =
                Small.withLevels(2).domain(new int[] {1, 2}).domain(new int[] {1, 2}).make();
        AssessmentExperiment experiment =
                experiment(made, Uncertainty.NONE.with(ANY), made.unit("u", 1, 1, 1, 0.9));
        ExperimentStudy study = ExperimentStudy.of(experiment, 5, experiment.factors());
        SobolIndices indices = run(study, 64);
        assertThat(indices.of(0, 0)).isInstanceOf(Indices.Defined.class);
        assertThat(indices.of(0, 1)).isEqualTo(new Indices.NoVariance(2));
        assertThat(indices.of(0, 2)).isEqualTo(new Indices.NoVariance(1));
    }

    @Test
    void a_factor_that_is_held_has_no_part_and_leaves_the_rest_as_if_it_were_certain() {
        Small.Made made = Small.withoutLevels().domain(new int[] {0}).domain(new int[] {0}).make();
        Assessment unit = made.unit("u", 0.6, 0.5);
        AssessmentExperiment both =
                experiment(made, Uncertainty.NONE.with(ANY).with(SHAKY_SECOND), unit);
        AssessmentExperiment weights = experiment(made, Uncertainty.NONE.with(ANY), unit);
        assertThat(run(ExperimentStudy.of(both, 5, List.of(new Factor.DomainWeights())), 256))
                .isEqualTo(
                        run(
                                ExperimentStudy.of(weights, 5, List.of(new Factor.DomainWeights())),
                                256));
    }

    /// The preset draws between two that give different levels: all of the level's variance.
    @Test
    void the_choice_of_the_preset_is_a_factor_like_any_other() {
        Small.Made made = Small.withLevels(2).domain(new int[] {1, 2}, new int[] {1, 2}).make();
        AssessmentExperiment experiment =
                experiment(
                        made,
                        Uncertainty.NONE.with(
                                new Choices(
                                        List.of(
                                                new Choices.Option<>("share-80", 1),
                                                new Choices.Option<>("staged", 1)),
                                        List.of(),
                                        List.of())),
                        made.unit("u", 1, 1, 1, 0.7));
        ExperimentStudy study = ExperimentStudy.of(experiment, 5, experiment.factors());
        assertThat(study.factors()).containsExactly(new Factor.PresetChoice());
        SobolIndices indices = run(study, 4096);
        assertThat(indices.of(0, 0)).isInstanceOf(Indices.NoVariance.class);
        Indices.Defined level = defined(indices.of(0, 1));
        assertThat(level.mean()).isCloseTo(1.5, within(0.03));
        assertThat(level.effects().getFirst().first().value()).isCloseTo(1, within(0.05));
    }

    @Test
    void the_published_model_gives_the_same_bits_on_any_threads_and_whoever_is_beside_a_unit() {
        Uncertainty uncertainty =
                Uncertainty.NONE
                        .with(UncertainWeights.everywhere(new WeightDistribution.PlusMinus(0.25)))
                        .with(
                                new EvidenceStrengths(
                                        List.of(
                                                new EvidenceStrengths.Strength(
                                                        "plain", 0.1, 0.1, 0.05)),
                                        List.of()));
        AssessmentExperiment all =
                AssessmentExperiment.of(
                        Dgimm.MODEL,
                        Dgimm.WEIGHTS,
                        Objects.requireNonNull(Dgimm.MODEL.grading()).defaultPreset(),
                        Dgimm.UNITS,
                        uncertainty);
        ExperimentStudy study = ExperimentStudy.of(all, 3, all.factors());
        // Between domains, within each of seven, and evidence.
        assertThat(study.factors()).hasSize(9);
        SobolPlan plan = new SobolPlan(128, 40, 3);
        SobolIndices alone = Objects.requireNonNull(Sobol.run(study, plan, 1, Watcher.NONE));
        assertThat(Sobol.run(study, plan, 3, Watcher.NONE)).isEqualTo(alone);
        AssessmentExperiment second =
                AssessmentExperiment.of(
                        Dgimm.MODEL,
                        Dgimm.WEIGHTS,
                        Objects.requireNonNull(Dgimm.MODEL.grading()).defaultPreset(),
                        List.of(Dgimm.UNITS.get(1)),
                        uncertainty);
        SobolIndices single =
                Objects.requireNonNull(
                        Sobol.run(
                                ExperimentStudy.of(second, 3, second.factors()),
                                plan,
                                1,
                                Watcher.NONE));
        // Beside others a unit has a rank too, second of the quantities.
        assertThat(study.quantities().get(1)).isEqualTo(new Quantity.Rank());
        assertThat(single.of(0, 0)).isEqualTo(alone.of(1, 0));
        for (int level = 1; level < single.indices().getFirst().size(); level++) {
            assertThat(single.of(0, level)).isEqualTo(alone.of(1, level + 1));
        }
        assertThat(alone.of(1, 0)).isInstanceOf(Indices.Defined.class);
    }

    /// COINr's example varies weights (± 25 %), aggregation and normalisation, and asks how far the
    /// ranks of all move on average. Its published indices (vignette "Sensitivity analysis", 100
    /// base samples with winsorisation as a fourth factor, seed unknown) say: aggregation moves
    /// most
    /// (ST 0.62), winsorisation next to nothing (0.05), normalisation and weights something (0.27
    /// and 0.18); intervals are as wide as ± 0.3. So only the order can be compared.
    @Test
    void in_coinrs_example_aggregation_moves_ranks_more_than_weights() {
        Uncertainty uncertainty =
                Uncertainty.NONE
                        .with(UncertainWeights.everywhere(new WeightDistribution.PlusMinus(0.25)))
                        .with(
                                new Choices(
                                        List.of(),
                                        List.of(
                                                new Choices.Option<>(
                                                        Aggregation.ARITHMETIC_MEAN, 1),
                                                new Choices.Option<>(
                                                        Aggregation.GEOMETRIC_MEAN, 1)),
                                        List.of(
                                                new Choices.Option<>(
                                                        new Normalisation.MinMax(1, 100), 1),
                                                new Choices.Option<>(
                                                        new Normalisation.Rank(), 1))));
        IndexExperiment asem = IndexExperiment.of(Asem.MODEL, Asem.POPULATION, uncertainty);
        ExperimentStudy study = ExperimentStudy.of(asem, 3, asem.factors());
        assertThat(study.isRanked()).isTrue();
        SobolIndices indices = run(study, 256);
        Indices.Defined shift = defined(indices.of(51, 0));
        List<Factor> factors = study.factors();
        double aggregation = total(shift, factors.indexOf(new Factor.AggregationChoice()));
        double between = total(shift, factors.indexOf(new Factor.DomainWeights()));
        assertThat(aggregation).isGreaterThan(0.3).isGreaterThan(between);
    }

    private static double total(Indices.Defined indices, int factor) {
        return indices.effects().get(factor).total().value();
    }
}
