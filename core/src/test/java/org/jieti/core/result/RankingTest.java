package org.jieti.core.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jieti.testkit.Seeds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static List<@Nullable Integer> ranks(@Nullable Double... scores) {
        return overall(
                Ranking.of(
                        Arrays.stream(scores).map(score -> new Ranking.Entry("", score)).toList()));
    }

    private static List<@Nullable Integer> overall(Ranking ranking) {
        List<@Nullable Integer> ranks = new ArrayList<>();
        ranking.places().forEach(place -> ranks.add(place.overall()));
        return ranks;
    }

    @Test
    void the_highest_score_is_first_and_the_order_given_stays() {
        assertThat(ranks(10.0, 30.0, 20.0)).containsExactly(3, 1, 2);
    }

    /// Standard competition ranking: 1, 2, 2, 4.
    @Test
    void ties_share_the_smaller_rank_and_the_next_is_ranked_as_if_they_had_not() {
        assertThat(ranks(50.0, 70.0, 70.0, 90.0)).containsExactly(4, 2, 2, 1);
    }

    @Test
    void scores_that_differ_by_binary_fractions_only_tie() {
        assertThat(ranks(0.1 + 0.2, 0.3)).containsExactly(1, 1);
        assertThat(ranks(50.0, 50.0 - 0.9e-9)).containsExactly(1, 1);
    }

    @Test
    void scores_that_round_alike_do_not_tie() {
        assertThat(ranks(64.75, 64.7499, 64.75 - 2e-9)).containsExactly(1, 3, 2);
    }

    /// Each of the three lies within 1e-9 of its neighbour, but the last 1.6e-9 below the first.
    @Test
    void a_tie_reaches_no_further_than_the_tolerance_below_its_highest() {
        assertThat(ranks(50.0, 50.0 - 0.8e-9, 50.0 - 1.6e-9)).containsExactly(1, 1, 3);
    }

    @Test
    void a_unit_without_a_score_has_no_rank_and_takes_none_away() {
        assertThat(ranks(null, 20.0, null, 10.0)).containsExactly(null, 1, null, 2);
        assertThat(ranks(null, null)).containsExactly(null, null);
    }

    @Test
    void one_unit_is_first_and_no_units_have_no_ranks() {
        assertThat(ranks(0.0)).containsExactly(1);
        assertThat(ranks()).isEmpty();
    }

    @Test
    void peer_groups_rank_their_own_members() {
        Ranking ranking =
                Ranking.of(
                        List.of(
                                new Ranking.Entry("city", 40.0),
                                new Ranking.Entry("county", 60.0),
                                new Ranking.Entry("city", 50.0),
                                new Ranking.Entry("", 99.0),
                                new Ranking.Entry("city", null)));

        assertThat(ranking.places())
                .containsExactly(
                        new Ranking.Place(4, 2),
                        new Ranking.Place(2, 1),
                        new Ranking.Place(3, 1),
                        new Ranking.Place(1, null),
                        new Ranking.Place(null, null));
        assertThat(ranking.groups())
                .containsExactly(
                        new Ranking.PeerGroup(
                                "city", List.of(0, 2, 4), 2, new Ranking.Scores(45, 40, 50)),
                        new Ranking.PeerGroup(
                                "county", List.of(1), 1, new Ranking.Scores(60, 60, 60)));
    }

    @Test
    void a_peer_group_without_scores_has_no_mean() {
        Ranking ranking = Ranking.of(List.of(new Ranking.Entry("city", null)));

        assertThat(ranking.groups().getFirst().scores()).isNull();
        assertThat(ranking.groups().getFirst().ranked()).isZero();
    }

    @Seeds(50)
    void a_rank_is_one_more_than_the_number_of_units_ahead(RandomGenerator random) {
        List<Ranking.Entry> entries = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            entries.add(new Ranking.Entry("", (double) random.nextInt(20)));
        }

        List<@Nullable Integer> ranks = overall(Ranking.of(entries));

        for (int i = 0; i < entries.size(); i++) {
            double own = score(entries.get(i));
            long ahead = entries.stream().filter(other -> score(other) > own).count();
            assertThat(ranks.get(i)).isEqualTo((int) ahead + 1);
        }
    }

    private static double score(Ranking.Entry entry) {
        return entry.score() == null ? Double.NaN : entry.score();
    }
}
