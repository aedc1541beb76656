package org.jieti.robustness.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.jieti.testkit.Seeds;
import org.junit.jupiter.api.Test;

/// Ranks counted one by one, and in bins where there are very many units.
class RankCountsTest {
    private static double[] scores(int units, RandomGenerator random) {
        return random.doubles(units, 0, 100).toArray();
    }

    /// Runs are counted in fours; six of them leave two over.
    @Seeds(5)
    void every_rank_is_counted_as_often_as_it_was_held(RandomGenerator random) {
        int units = random.nextInt(2, 60);
        Ranker ranker = new Ranker(units);
        RankCounts counts = RankCounts.of(units, 1000);
        int[][] expected = new int[units][units];
        int[] ranks = new int[units];
        for (int run = 0; run < 1006; run++) {
            ranker.sort(scores(units, random), 0);
            ranker.ranks(ranks);
            for (int unit = 0; unit < units; unit++) {
                expected[unit][ranks[unit] - 1]++;
            }
            counts.add(ranker);
        }
        assertThat(counts.width()).isEqualTo(1);
        for (int unit = 0; unit < units; unit++) {
            assertThat(counts.of(unit)).containsExactly(expected[unit]);
        }
    }

    /// 60,000 units may have 100,000,000 / 60,000 = 1,666 bins, so that 37 ranks share one.
    @Seeds(1)
    void beyond_50_000_units_neighbouring_ranks_are_counted_together(RandomGenerator random) {
        int units = 60_000;
        Ranker ranker = new Ranker(units);
        RankCounts counts = RankCounts.of(units, 1000);
        int[] ranks = new int[units];
        ranker.sort(scores(units, random), 0);
        ranker.ranks(ranks);
        counts.add(ranker);

        assertThat(counts.width()).isEqualTo(37);
        for (int unit = 0; unit < units; unit += 997) {
            int[] of = counts.of(unit);
            assertThat(of[(ranks[unit] - 1) / 37]).isEqualTo(1);
            assertThat(of).hasSize(1622);
        }
    }

    /// Two of four runs in ranks 1 to 10, two in 21 to 30, as if spread evenly over them: the mean
    /// is (2 · 5.5 + 2 · 25.5) / 4 = 15.5.
    @Test
    void of_ranks_counted_together_the_middle_is_told() {
        RankShares shares = RankShares.of(new int[] {2, 0, 2}, 10);
        assertThat(shares.mean()).isEqualTo(15.5);
        assertThat(shares.low()).isEqualTo(5);
        assertThat(shares.median()).isEqualTo(5);
        assertThat(shares.high()).isEqualTo(25);
        assertThat(shares.first()).isEqualTo(2);
    }
}
