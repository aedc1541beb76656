package org.jieti.core.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieti.core.population.TestIndex.branch;
import static org.jieti.core.population.TestIndex.leaf;
import static org.jieti.core.population.TestIndex.lower;
import static org.jieti.core.population.TestIndex.model;
import static org.jieti.core.population.TestIndex.per;

import java.util.ArrayList;
import java.util.List;
import org.jieti.core.model.Direction;
import org.jieti.core.model.Violation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IndexRulesTest {
    private static final Step NORMALISE = new Step.Normalise(new Normalisation.MinMax(0, 1));

    private static List<String> broken(IndexNode.Branch root, Step... steps) {
        return IndexRules.check(model(root, steps)).stream().map(Violation::rule).toList();
    }

    private static IndexNode.Branch mean(IndexNode... parts) {
        return branch("index", Aggregation.ARITHMETIC_MEAN, null, parts);
    }

    @Test
    void sound_model_breaks_nothing() {
        assertThat(
                        broken(
                                mean(per("a", "people"), leaf("b", 0)),
                                new Step.Denominate(),
                                new Step.Impute(new Imputation.GroupMedian("region")),
                                new Step.Screen(0.5),
                                NORMALISE))
                .isEmpty();
    }

    @Test
    void ids_are_unique() {
        assertThat(broken(mean(leaf("a"), leaf("a")))).containsExactly("index.id.duplicate");
    }

    @Test
    void weights_of_a_sum_add_up_to_one_and_those_of_a_mean_are_relative() {
        IndexNode[] parts = {leaf("a", 0.5), leaf("b", 0.6)};

        assertThat(broken(branch("index", Aggregation.WEIGHTED_SUM, null, parts)))
                .containsExactly("index.weights.sum");
        assertThat(broken(mean(parts))).isEmpty();
        assertThat(broken(mean(leaf("a", 0)))).containsExactly("index.weights.none");
        assertThat(broken(mean(leaf("a", -1), leaf("b")))).containsExactly("index.weight");
    }

    @Test
    void steps_keep_their_order_and_occur_once() {
        assertThat(broken(mean(leaf("a")), NORMALISE, new Step.Screen(0.5)))
                .containsExactly("index.step.normalise-last");
        assertThat(broken(mean(leaf("a")), new Step.Screen(0.5), new Step.Denominate()))
                .containsExactly("index.step.denominate-first");
        assertThat(broken(mean(leaf("a")), new Step.Screen(0.5), new Step.Screen(0.6)))
                .containsExactly("index.step.twice");
    }

    @Test
    void what_a_step_needs_is_there() {
        assertThat(broken(mean(per("a", "people")))).containsExactly("index.denominator.unused");
        assertThat(broken(mean(leaf("a")), new Step.Impute(new Imputation.GroupMean("size"))))
                .containsExactly("index.grouping.unknown");
        assertThat(
                        broken(
                                mean(leaf("a")),
                                new Step.Normalise(
                                        new Normalisation.DistanceToTarget(
                                                Normalisation.Overshoot.CAPPED))))
                .containsExactly("index.target.missing");
        assertThat(
                        broken(
                                mean(lower("a")),
                                new Step.Normalise(new Normalisation.FractionOfMaximum())))
                .containsExactly("index.fraction.direction");
        assertThat(
                        broken(
                                mean(TestIndex.towards("a", Direction.HIGHER, 1)),
                                new Step.Winsorise(2, 3.5, 5, Step.Then.LOGARITHM),
                                new Step.Normalise(
                                        new Normalisation.DistanceToTarget(
                                                Normalisation.Overshoot.CAPPED))))
                .containsExactly("index.logarithm.target");
    }

    @Test
    void decimals_stay_within_what_a_double_holds() {
        assertThat(broken(branch("index", Aggregation.ARITHMETIC_MEAN, 13, leaf("a"))))
                .containsExactly("index.decimals");
    }

    @Test
    void bands_fall_from_the_highest_and_only_the_lowest_has_no_bound() {
        assertThat(banded(0.75, 0.5, null)).isEmpty();
        assertThat(banded(0.5, 0.75, null)).containsExactly("index.bands.order");
        assertThat(banded(0.5, 0.5, null)).containsExactly("index.bands.order");
        assertThat(banded(0.75, null, null)).containsExactly("index.bands.order");
        assertThat(banded(0.75, 0.5)).containsExactly("index.bands.order");
    }

    private static List<String> banded(@Nullable Double... bounds) {
        IndexModel sound = model(mean(leaf("a")));
        List<IndexBand> bands = new ArrayList<>();
        for (Double from : bounds) {
            bands.add(new IndexBand("B" + bands.size(), sound.name(), from));
        }
        IndexModel banded =
                new IndexModel(
                        sound.id(),
                        sound.name(),
                        sound.summary(),
                        sound.disclaimer(),
                        sound.root(),
                        sound.steps(),
                        sound.missing(),
                        sound.decimals(),
                        bands,
                        sound.rankBasis(),
                        sound.published(),
                        sound.groupings());
        return IndexRules.check(banded).stream().map(Violation::rule).toList();
    }
}
