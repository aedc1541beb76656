package org.jieti.weighting.bestworst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Statement;
import org.jieti.testkit.Seeds;
import org.junit.jupiter.api.Test;

/// The linear best-worst method, by hand and on comparisons without contradiction.
class BestWorstTest {
    private static List<NodeId> members(int size) {
        List<NodeId> members = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            members.add(new NodeId("n" + i));
        }
        return members;
    }

    private static BestWorst solve(int best, int worst, double[] fromBest, double[] toWorst) {
        List<NodeId> members = members(fromBest.length);
        Map<NodeId, Double> from = new LinkedHashMap<>();
        Map<NodeId, Double> to = new LinkedHashMap<>();
        for (int i = 0; i < fromBest.length; i++) {
            from.put(members.get(i), fromBest[i]);
            to.put(members.get(i), toWorst[i]);
        }
        return BestWorst.of(
                members,
                new Statement.BestWorst("e", members.get(best), members.get(worst), from, to));
    }

    @Seeds(20)
    void comparisons_without_contradiction_return_their_weights(RandomGenerator random) {
        int size = random.nextInt(2, 12);
        double[] weights = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            weights[i] = 1 + 8 * random.nextDouble();
            sum += weights[i];
        }
        int best = 0;
        int worst = 0;
        for (int i = 0; i < size; i++) {
            weights[i] /= sum;
            best = weights[i] > weights[best] ? i : best;
            worst = weights[i] < weights[worst] ? i : worst;
        }
        double[] from = new double[size];
        double[] to = new double[size];
        for (int i = 0; i < size; i++) {
            from[i] = weights[best] / weights[i];
            to[i] = weights[i] / weights[worst];
        }

        BestWorst solved = solve(best, worst, from, to);

        for (int i = 0; i < size; i++) {
            assertThat(solved.weights().get(i)).isEqualTo(weights[i], within(1e-9));
        }
        assertThat(solved.deviation()).isEqualTo(0, within(1e-9));
        assertThat(solved.inputRatio()).isEqualTo(0, within(1e-9));
    }

    /// Three nodes, 0 the best and 2 the worst, with a_01 = 2, a_02 = 8, a_12 = 5: 2 · 5 ≠ 8. With
    /// all three deviations at ξ, w0 = 2·w1 + ξ, w0 = 8·w2 − ξ and w1 = 5·w2 − ξ: the first and the
    /// last give w0 = 10·w2 − ξ, which with the second needs w2 = 0, so signs differ: w0 = 2·w1 −
    /// ξ,
    /// w0 = 8·w2 + ξ, w1 = 5·w2 − ξ. Then 8·w2 + ξ = 10·w2 − 3ξ, so w2 = 2ξ, w1 = 9ξ, w0 = 17ξ, and
    /// 28ξ = 1.
    @Test
    void three_nodes_by_hand() {
        BestWorst solved = solve(0, 2, new double[] {1, 2, 8}, new double[] {8, 5, 1});

        assertThat(solved.deviation()).isEqualTo(1 / 28.0, within(1e-12));
        assertThat(solved.weights().get(0)).isEqualTo(17 / 28.0, within(1e-12));
        assertThat(solved.weights().get(1)).isEqualTo(9 / 28.0, within(1e-12));
        assertThat(solved.weights().get(2)).isEqualTo(2 / 28.0, within(1e-12));
        // |2 · 5 − 8| / (8 · 8 − 8)
        assertThat(solved.inputRatio()).isEqualTo(2 / 56.0, within(1e-12));
        assertThat(solved.inputLimit()).isEqualTo(0.1309);
    }

    @Test
    void one_node_weighs_all_and_two_follow_their_comparison() {
        assertThat(solve(0, 0, new double[] {1}, new double[] {1}).weights()).containsExactly(1.0);
        BestWorst two = solve(0, 1, new double[] {1, 4}, new double[] {4, 1});

        assertThat(two.weights().get(0)).isEqualTo(0.8, within(1e-12));
        assertThat(two.deviation()).isEqualTo(0, within(1e-12));
    }

    @Test
    void thresholds_are_those_of_the_published_table() {
        double[] from = {1, 2, 3, 4, 9};
        double[] to = {9, 4, 3, 2, 1};

        // nine times as important, five nodes
        assertThat(solve(0, 4, from, to).inputLimit()).isEqualTo(0.3062);
        // beyond nine nodes, the last column
        assertThat(
                        solve(
                                        0,
                                        10,
                                        new double[] {1, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3},
                                        new double[] {3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1})
                                .inputLimit())
                .isEqualTo(0.1667);
    }
}
