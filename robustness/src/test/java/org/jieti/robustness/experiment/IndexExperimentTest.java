package org.jieti.robustness.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jieti.core.population.Aggregation;
import org.jieti.core.population.IndexModel;
import org.jieti.core.population.IndexScore;
import org.jieti.core.population.MemberResult;
import org.jieti.core.population.Normalisation;
import org.jieti.core.population.PopulationScoring;
import org.jieti.core.uncertainty.Choices;
import org.jieti.core.uncertainty.Factor;
import org.jieti.core.uncertainty.UncertainWeights;
import org.jieti.core.uncertainty.Uncertainty;
import org.jieti.core.uncertainty.WeightDistribution;
import org.jieti.robustness.fixture.Asem;
import org.jieti.robustness.sampling.RunStream;
import org.jieti.robustness.sampling.WeightSampler;
import org.junit.jupiter.api.Test;

/// A run of an index gives what scoring the population gives for what the run draws.
class IndexExperimentTest {
    private static final long SEED = 11;
    private static final int LANES = 12;
    private static final Uncertainty WEIGHTS =
            Uncertainty.NONE.with(
                    UncertainWeights.everywhere(new WeightDistribution.PlusMinus(0.5)));

    private static List<Outcomes> run(IndexExperiment experiment) {
        Experiment.Worker worker = experiment.worker(LANES);
        worker.draw(Draws.runs(SEED, experiment.factors().size(), 0, LANES));
        List<Outcomes> all = new ArrayList<>();
        for (int unit = 0; unit < experiment.unitCount(); unit++) {
            Outcomes outcomes = new Outcomes(experiment.partCount(), LANES);
            worker.run(unit, outcomes);
            all.add(outcomes);
        }
        return all;
    }

    private static void same(IndexModel model, List<Outcomes> outcomes, int lane) {
        List<MemberResult> members = PopulationScoring.score(model, Asem.POPULATION).members();
        for (int unit = 0; unit < members.size(); unit++) {
            IndexScore.Tier derivation = Objects.requireNonNull(members.get(unit).derivation());
            Outcomes of = outcomes.get(unit);
            assertThat(of.total()[lane]).isEqualTo(derivation.unrounded());
            for (int part = 0; part < of.partCount(); part++) {
                assertThat(of.scores(part)[lane]).isEqualTo(derivation.parts().get(part).value());
            }
        }
    }

    @Test
    void without_uncertainty_every_run_is_the_point_result() {
        List<Outcomes> outcomes =
                run(IndexExperiment.of(Asem.MODEL, Asem.POPULATION, Uncertainty.NONE));
        same(Asem.MODEL, outcomes, 0);
        same(Asem.MODEL, outcomes, LANES - 1);
    }

    @Test
    void drawn_weights_give_to_the_last_bit_what_the_population_scored_with_them_gives() {
        List<Outcomes> outcomes = run(IndexExperiment.of(Asem.MODEL, Asem.POPULATION, WEIGHTS));
        for (int lane = 0; lane < LANES; lane++) {
            same(Asem.weighing(Asem.MODEL, drawn(lane)), outcomes, lane);
        }
    }

    private static double[] drawn(int run) {
        WeightSampler sampler =
                WeightSampler.of(Asem.MODEL, Objects.requireNonNull(WEIGHTS.weights()));
        double[][] rows = new double[sampler.rowCount()][1];
        sampler.draw(new RunStream(), SEED, _ -> run, rows, 0);
        double[] weights = new double[rows.length];
        for (int row = 0; row < rows.length; row++) {
            weights[row] = rows[row][0];
        }
        return weights;
    }

    @Test
    void drawn_choices_give_what_the_model_so_changed_gives() {
        Normalisation range = new Normalisation.MinMax(1, 100);
        Normalisation rank = new Normalisation.PercentileRank();
        Choices choices =
                new Choices(
                        List.of(),
                        List.of(
                                new Choices.Option<>(Aggregation.ARITHMETIC_MEAN, 1),
                                new Choices.Option<>(Aggregation.GEOMETRIC_MEAN, 1)),
                        List.of(new Choices.Option<>(range, 1), new Choices.Option<>(rank, 2)));
        IndexExperiment experiment =
                IndexExperiment.of(Asem.MODEL, Asem.POPULATION, Uncertainty.NONE.with(choices));
        assertThat(experiment.factors())
                .containsExactly(new Factor.AggregationChoice(), new Factor.NormalisationChoice());
        List<Outcomes> outcomes = run(experiment);
        List<IndexModel> models = new ArrayList<>();
        for (Normalisation normalisation : List.of(range, rank)) {
            for (Choices.Option<Aggregation> aggregation : choices.aggregations()) {
                models.add(Asem.MODEL.with(normalisation).with(aggregation.value()));
            }
        }
        List<Integer> seen = new ArrayList<>();
        for (int lane = 0; lane < LANES; lane++) {
            double first = outcomes.getFirst().total()[lane];
            for (int i = 0; i < models.size(); i++) {
                IndexScore.Tier tier =
                        PopulationScoring.score(models.get(i), Asem.POPULATION)
                                .members()
                                .getFirst()
                                .derivation();
                if (Objects.equals(Objects.requireNonNull(tier).unrounded(), first)) {
                    same(models.get(i), outcomes, lane);
                    seen.add(i);
                }
            }
        }
        // Every lane is one of the four, and none of them is never drawn.
        assertThat(seen).hasSize(LANES).contains(0, 1, 2, 3);
    }
}
