package org.jieti.robustness.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jieti.core.result.Ranking;
import org.jieti.testkit.Seeds;
import org.junit.jupiter.api.Test;

/// Ranks on arrays against those of [Ranking].
class RankerTest {

    private static void agree(double[] scores) {
        List<Ranking.Entry> entries = new ArrayList<>();
        for (double score : scores) {
            entries.add(new Ranking.Entry("", score));
        }
        int[] expected =
                Ranking.of(entries).places().stream()
                        .mapToInt(place -> Objects.requireNonNull(place.overall()))
                        .toArray();
        double[] padded = new double[scores.length + 3];
        System.arraycopy(scores, 0, padded, 3, scores.length);
        int[] ranks = new int[scores.length];
        Ranker ranker = new Ranker(scores.length);
        for (int again = 0; again < 2; again++) {
            ranker.sort(padded, 3);
            ranker.ranks(ranks);
            assertThat(ranks).containsExactly(expected);
            char[] fromZero = new char[scores.length];
            ranker.ranksFromZero(fromZero);
            for (int i = 0; i < scores.length && scores.length <= 1 << 16; i++) {
                assertThat(fromZero[i] + 1).isEqualTo(expected[i]);
            }
        }
    }

    @Seeds(40)
    void scores_of_any_shape_rank_as_in_a_ranking(RandomGenerator random) {
        int count = random.nextInt(1, 700);
        agree(random.doubles(count, 0, 100).toArray());
        agree(random.doubles(count).map(u -> 50 + 10 * StrictMath.log(u)).toArray());
        // a few values, each shared by many
        agree(random.ints(count, 0, 5).mapToDouble(i -> i * 20).toArray());
        // far below 0, and apart by less than what an entry keeps of a score
        agree(random.doubles(count, -3, 2).toArray());
        agree(random.doubles(count).map(u -> 1e6 * u * u * u * u * u * u * u * u).toArray());
        agree(random.ints(count, 0, 90).mapToDouble(i -> i % 2 * 1e4 + i * 1.2e-9).toArray());
        // ties within the tolerance
        agree(random.ints(count, 0, 30).mapToDouble(i -> 60 + i * 4e-10).toArray());
    }

    @Seeds(5)
    void one_far_from_all_others_crowds_them_into_one_bucket_and_changes_nothing(
            RandomGenerator random) {
        double[] scores = random.doubles(3000, 60, 60.001).toArray();
        scores[random.nextInt(scores.length)] = 1e6;
        agree(scores);
    }

    /// Beyond 65,535 scores buckets are counted in wider numbers.
    @Seeds(1)
    void very_many_are_ranked_too(RandomGenerator random) {
        agree(random.doubles(70_000, 0, 100).toArray());
    }

    @Test
    void none_and_equal_ones_are_ranked_too() {
        agree(new double[0]);
        agree(new double[] {7});
        agree(new double[] {5, 5, 5});
        agree(new double[200]);
    }
}
