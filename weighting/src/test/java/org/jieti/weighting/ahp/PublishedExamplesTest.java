package org.jieti.weighting.ahp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// Published examples come out to their printed digits.
class PublishedExamplesTest {
    private static final RandomIndex SAATY = RandomIndex.named("saaty-1980");
    private static final RandomIndex ALONSO_LAMATA = RandomIndex.named("alonso-lamata-2006");
    private static final RandomIndex CHO = RandomIndex.named("cho-2019");
    private static final RandomIndex DONEGAN_DODD = RandomIndex.named("donegan-dodd-1991");

    /// Saaty, T. L. (2008). Decision making with the analytic hierarchy process. International
    /// Journal of Services Sciences 1(1), 83–98: what people drink. Beer, coffee, milk, soda, tea,
    /// water, wine.
    private static final PairwiseMatrix DRINKS =
            Pairs.of(
                    7, 1 / 2.0, 1, 1 / 2.0, 3, 1 / 3.0, 9, 1, 1, 5, 1 / 2.0, 9, 1 / 2.0, 3, 1 / 3.0,
                    9, 4, 1 / 2.0, 9, 1 / 9.0, 3, 9);

    /// Saaty, T. L. (2005). Theory and Applications of the Analytic Network Process: where to
    /// live. Culture, family, housing, jobs, transport; below, Bethesda, Boston, Pittsburgh, Santa
    /// Fe by each.
    private static final PairwiseMatrix CITY =
            Pairs.of(5, 1 / 5.0, 3, 1 / 2.0, 5, 7, 1, 7, 1 / 4.0, 3, 7);

    private static final PairwiseMatrix[] CITIES = {
        Pairs.of(4, 1 / 2.0, 1, 1 / 2.0, 2.5, 1, 1 / 2.5),
        Pairs.of(4, 2, 1 / 3.0, 4, 1 / 8.0, 2, 9),
        Pairs.of(4, 5, 1 / 2.0, 2.5, 1 / 9.0, 1 / 4.0, 7),
        Pairs.of(4, 1 / 2.0, 3, 4, 6, 8, 1),
        Pairs.of(4, 1.5, 1 / 2.0, 4, 1 / 3.5, 2.5, 9),
    };

    /// The choice of a leader, an example known from Wikipedia: age, charisma, education,
    /// experience; below, Moll, Nell, Sue by each.
    private static final PairwiseMatrix LEADER =
            Pairs.of(4, 1 / 5.0, 1 / 3.0, 1 / 7.0, 3, 1 / 3.0, 1 / 4.0);

    private static final PairwiseMatrix[] LEADERS = {
        Pairs.of(3, 1 / 3.0, 5, 9),
        Pairs.of(3, 5, 9, 4),
        Pairs.of(3, 3, 1 / 5.0, 1 / 7.0),
        Pairs.of(3, 1 / 4.0, 4, 9),
    };

    @Test
    void drinks_to_three_printed_digits() {
        Priorities drinks = Priorities.of(DRINKS);

        assertThat(drinks.weights())
                .usingElementComparator(
                        (a, b) -> Math.abs(a - b) < 0.0005 ? 0 : Double.compare(a, b))
                .containsExactly(0.116, 0.177, 0.129, 0.190, 0.042, 0.327, 0.019);
        assertThat(drinks.ratio(SAATY)).isEqualTo(0.022, within(0.0005));
    }

    @Test
    void drinks_agree_with_an_independent_computation_under_every_table() {
        Priorities drinks = Priorities.of(DRINKS);

        assertThat(drinks.eigenvalue()).isEqualTo(7.176629039330345, within(1e-12));
        assertThat(drinks.ratio(SAATY)).isEqualTo(0.022301646380094107, within(1e-12));
        assertThat(drinks.ratio(ALONSO_LAMATA)).isEqualTo(0.02194095045220558, within(1e-12));
        assertThat(drinks.ratio(CHO)).isEqualTo(0.02194338079161501, within(1e-9));
        assertThat(drinks.ratio(DONEGAN_DODD)).isEqualTo(0.0235, within(0.00005));
        assertThat(drinks.ratio(RandomIndex.named("saaty-2005")))
                .isEqualTo(0.021806, within(0.0000005));
        assertThat(drinks.geometricIndex()).isEqualTo(0.08036344050371513, within(1e-12));
    }

    @Test
    void the_city_features_contradict_as_published() {
        Priorities city = Priorities.of(CITY);

        assertThat(city.weights())
                .usingElementComparator(
                        (a, b) -> Math.abs(a - b) < 1e-12 ? 0 : Double.compare(a, b))
                .containsExactly(
                        0.15216708320448322,
                        0.4334543680812483,
                        0.07155647600567545,
                        0.3050064323898602,
                        0.03781564031873292);
        assertThat(city.ratio(SAATY)).isEqualTo(0.050275718957738996, within(1e-12));
        assertThat(city.geometricIndex()).isEqualTo(0.1829545309245049, within(1e-12));
    }

    @Test
    void the_cities_synthesise_to_three_printed_digits() {
        double[] cities = synthesis(CITY, CITIES);

        assertThat(cities)
                .usingElementComparator(
                        (a, b) -> Math.abs(a - b) < 0.0005 ? 0 : Double.compare(a, b))
                .containsExactly(0.229, 0.275, 0.385, 0.111);
        assertThat(Priorities.of(CITIES[2]).ratio(SAATY)).isEqualTo(0.0447266042, within(1e-9));
    }

    @Test
    void nell_leads_before_moll_and_sue() {
        double[] leaders = synthesis(LEADER, LEADERS);

        assertThat(leaders)
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : Double.compare(a, b))
                .containsExactly(0.35813676942236533, 0.4927881882343746, 0.1490750423432602);
        assertThat(Priorities.of(LEADER).ratio(SAATY))
                .isEqualTo(0.04385852752346811, within(1e-12));
    }

    /// Distributive synthesis: the weighted sums of local priorities.
    private static double[] synthesis(PairwiseMatrix criteria, PairwiseMatrix... alternatives) {
        double[] weights = Priorities.of(criteria).weights();
        double[] scores = new double[alternatives[0].size()];
        for (int i = 0; i < weights.length; i++) {
            double[] local = Priorities.of(alternatives[i]).weights();
            for (int j = 0; j < scores.length; j++) {
                scores[j] += weights[i] * local[j];
            }
        }
        return scores;
    }

    /// Wang, Y. M. & Chin, K. S. (2011). A linear programming approximation to the eigenvector
    /// method in the analytic hierarchy process. Information Sciences 181(23), 5240–5248.
    @Test
    void wang_and_chin_to_four_printed_digits() {
        Priorities priorities =
                Priorities.of(
                        Pairs.of(
                                6, 4, 3, 1, 3, 4, 7, 3, 1 / 5.0, 1, 1 / 5.0, 1 / 5.0, 1 / 6.0, 1,
                                1 / 3.0, 3));

        assertThat(priorities.weights())
                .usingElementComparator(
                        (a, b) -> Math.abs(a - b) < 0.00005 ? 0 : Double.compare(a, b))
                .containsExactly(0.3208, 0.1395, 0.0348, 0.1285, 0.2374, 0.1391);
    }

    /// Bozóki, S., Fülöp, J. & Rónyai, L. (2010). On optimal completion of incomplete pairwise
    /// comparison matrices. Mathematical and Computer Modelling 52(1–2), 318–333: c against d is
    /// missing.
    @Test
    void the_missing_judgement_is_completed_so_that_the_matrix_contradicts_least() {
        Priorities priorities = Priorities.of(Pairs.of(4, 1, 5, 2, 3, 4, 0));

        assertThat(priorities.matrix().ratio(2, 3)).isEqualTo(0.7302967, within(5e-8));
        assertThat(priorities.weights())
                .usingElementComparator(
                        (a, b) -> Math.abs(a - b) < 0.00005 ? 0 : Double.compare(a, b))
                .containsExactly(0.3738, 0.3920, 0.0985, 0.1357);
        assertThat(priorities.ratio(DONEGAN_DODD)).isEqualTo(0.0372, within(0.00005));
    }

    @Test
    void random_indices_of_the_tables_are_those_of_their_sources() {
        assertThat(SAATY.values()).containsAllEntriesOf(Map.of(3, 0.58, 12, 1.48, 15, 1.59));
        assertThat(SAATY.reaches(16)).isFalse();
        assertThat(ALONSO_LAMATA.of(15)).isEqualTo(1.5838);
        // (2.7699 · 16 − 4.3513 − 16) / 15
        assertThat(ALONSO_LAMATA.of(16)).isEqualTo(1.59780667, within(1e-8));
        for (String name : RandomIndex.NAMES) {
            assertThat(RandomIndex.named(name).source()).as(name).isNotBlank();
            assertThat(RandomIndex.named(name).of(2)).isZero();
        }
    }
}
