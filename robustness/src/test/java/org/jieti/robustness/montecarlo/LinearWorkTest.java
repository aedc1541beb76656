package org.jieti.robustness.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jieti.core.assessment.Answer;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.assessment.Unit;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Preset;
import org.jieti.core.model.Rating;
import org.jieti.core.population.IndexBand;
import org.jieti.core.population.IndexModel;
import org.jieti.core.uncertainty.UncertainWeights;
import org.jieti.core.uncertainty.Uncertainty;
import org.jieti.core.uncertainty.WeightDistribution;
import org.jieti.robustness.experiment.AssessmentExperiment;
import org.jieti.robustness.experiment.Experiment;
import org.jieti.robustness.experiment.IndexExperiment;
import org.jieti.robustness.fixture.Asem;
import org.jieti.robustness.fixture.Dgimm;
import org.jieti.robustness.linear.Kernel;
import org.jieti.robustness.linear.PlainKernel;
import org.jieti.robustness.linear.VectorKernel;
import org.jieti.robustness.montecarlo.Robustness.Spread;
import org.jieti.testkit.Seeds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Many units at once give what they give one by one; with vectors or without, the same bits.
class LinearWorkTest {
    private static final Uncertainty ANY =
            Uncertainty.NONE.with(UncertainWeights.everywhere(new WeightDistribution.Any()));
    private static final Uncertainty AROUND =
            Uncertainty.NONE.with(UncertainWeights.everywhere(new WeightDistribution.Around(60)));
    private static final int RUNS = 170;

    private static Robustness run(MonteCarlo of, Work work) {
        Tally tally = of.tally();
        for (int chunk = 0; chunk < MonteCarlo.chunks(RUNS); chunk++) {
            work.run(chunk, Math.min(MonteCarlo.CHUNK, RUNS - chunk * MonteCarlo.CHUNK), tally);
        }
        return new Robustness(of, tally, new RunLimit.Runs(RUNS), true);
    }

    private static Robustness linear(Experiment experiment, Kernel kernel) {
        assertThat(experiment.panels()).isNotEmpty();
        MonteCarlo of = MonteCarlo.of(experiment, 5, 1000).kernel(kernel);
        return run(of, of.work());
    }

    private static void agree(Experiment experiment) {
        Robustness plain = linear(experiment, new PlainKernel());
        assertThat(Printed.of(linear(experiment, new VectorKernel()))).isEqualTo(Printed.of(plain));
        Robustness lanes = run(plain.of(), plain.of().laneWork());
        for (int unit = 0; unit < experiment.unitCount(); unit++) {
            for (int part = 0; part < experiment.partCount(); part++) {
                close(plain.part(unit, part), lanes.part(unit, part));
                assertThat(plain.levels(unit, part)).isEqualTo(lanes.levels(unit, part));
            }
            close(plain.total(unit), lanes.total(unit));
            assertThat(plain.levels(unit)).isEqualTo(lanes.levels(unit));
            assertThat(plain.ranks(unit)).isEqualTo(lanes.ranks(unit));
        }
        assertThat(plain.pairs()).isEqualTo(lanes.pairs());
    }

    private static void close(@Nullable Spread a, @Nullable Spread b) {
        assertThat(a == null).isEqualTo(b == null);
        if (a != null && b != null) {
            assertThat(a.point()).isEqualTo(b.point());
            assertThat(a.mean()).isCloseTo(b.mean(), within(1e-9));
            assertThat(a.deviation()).isCloseTo(b.deviation(), within(1e-7));
            assertThat(Objects.requireNonNull(a.low()))
                    .isCloseTo(Objects.requireNonNull(b.low()), within(0.02));
            assertThat(Objects.requireNonNull(a.high()))
                    .isCloseTo(Objects.requireNonNull(b.high()), within(0.02));
        }
    }

    private static List<Preset> presets(MaturityModel model) {
        return Objects.requireNonNull(model.grading()).presets();
    }

    @Test
    void sample_units_agree_under_every_preset() {
        for (Preset preset : presets(Dgimm.MODEL)) {
            for (Uncertainty uncertainty : List.of(ANY, AROUND)) {
                agree(
                        AssessmentExperiment.of(
                                Dgimm.MODEL, Dgimm.WEIGHTS, preset, Dgimm.UNITS, uncertainty));
            }
        }
    }

    /// More units than one tile holds, whose answers come near the thresholds; some share what is
    /// not applicable, and some have answered a part or nothing.
    @Seeds(3)
    void many_units_agree(RandomGenerator random) {
        List<Assessment> units = new ArrayList<>();
        List<Rating> ratings = Dgimm.MODEL.ratings().ratings();
        for (int unit = 0; unit < 330; unit++) {
            Map<NodeId, Answer> answers = new HashMap<>();
            int skill = 2 + unit % 4;
            for (Criterion criterion : Dgimm.MODEL.criteria()) {
                boolean spared = criterion.mayBeNotApplicable() && criterion.level() == 5;
                boolean open = unit % 17 == 3 && random.nextInt(4) > 0;
                boolean shut = unit % 19 == 4 && criterion.id().value().startsWith("data");
                if (unit % 11 == 5 && spared) {
                    answers.put(criterion.id(), new Answer.NotApplicable("not here"));
                } else if (!open && !shut && unit != 200) {
                    int best = criterion.level() <= skill ? 0 : random.nextInt(2);
                    int rating = Math.min(3, best + random.nextInt(2));
                    answers.put(criterion.id(), new Answer.Rated(ratings.get(rating), ""));
                }
            }
            units.add(
                    new Assessment(
                            Dgimm.MODEL.id(),
                            new Unit("u" + unit, "u" + unit, "", ""),
                            Dgimm.UNITS.getFirst().asOf(),
                            answers,
                            Map.of()));
        }
        Preset preset = presets(Dgimm.MODEL).get(random.nextInt(3));
        agree(AssessmentExperiment.of(Dgimm.MODEL, Dgimm.WEIGHTS, preset, units, AROUND));
    }

    @Test
    void an_index_with_bands_agrees() {
        agree(IndexExperiment.of(Asem.MODEL, Asem.POPULATION, ANY));
        IndexModel model = Asem.MODEL;
        IndexModel banded =
                new IndexModel(
                        model.id(),
                        model.name(),
                        model.summary(),
                        model.disclaimer(),
                        model.root(),
                        model.steps(),
                        model.missing(),
                        model.decimals(),
                        List.of(
                                new IndexBand("A", model.name(), 60.0),
                                new IndexBand("B", model.name(), 50.0),
                                new IndexBand("C", model.name(), 40.0),
                                new IndexBand("D", model.name(), null)),
                        model.rankBasis(),
                        null,
                        model.groupings());
        agree(IndexExperiment.of(banded, Asem.POPULATION, ANY));
    }

    @Test
    void without_uncertainty_every_bit_is_that_of_the_point() {
        for (Preset preset : presets(Dgimm.MODEL)) {
            Robustness result =
                    linear(
                            AssessmentExperiment.of(
                                    Dgimm.MODEL,
                                    Dgimm.WEIGHTS,
                                    preset,
                                    Dgimm.UNITS,
                                    Uncertainty.NONE),
                            new VectorKernel());
            for (int unit = 0; unit < 3; unit++) {
                Spread total = Objects.requireNonNull(result.total(unit));
                assertThat(total.mean()).isEqualTo(total.point());
                assertThat(total.low()).isEqualTo(total.point());
                assertThat(total.high()).isEqualTo(total.point());
                assertThat(total.deviation()).isZero();
                assertThat(Objects.requireNonNull(result.levels(unit)).atPoint().value())
                        .isEqualTo(1);
            }
        }
    }
}
