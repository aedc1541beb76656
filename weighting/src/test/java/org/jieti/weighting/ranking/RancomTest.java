package org.jieti.weighting.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jieti.core.model.NodeId;
import org.junit.jupiter.api.Test;

/// Weights from ranks.
class RancomTest {
    private static double[] weights(int... ranks) {
        List<NodeId> members = new ArrayList<>();
        Map<NodeId, Integer> given = new HashMap<>();
        for (int i = 0; i < ranks.length; i++) {
            members.add(new NodeId("n" + i));
            given.put(members.get(i), ranks[i]);
        }
        return Rancom.weights(members, given);
    }

    /// Więckowski, J., Kizielewicz, B., Shekhovtsov, A. & Sałabun, W. (2023). RANCOM: a novel
    /// approach to identifying criteria relevance based on inaccuracy expert judgments.
    /// Engineering Applications of Artificial Intelligence 122, 106114.
    @Test
    void the_published_example_to_four_printed_digits() {
        assertThat(weights(1, 1, 4, 7, 6, 5, 3))
                .containsExactly(
                        new double[] {0.2449, 0.2449, 0.1429, 0.0204, 0.0612, 0.102, 0.1837},
                        within(0.00005));
    }

    /// Three in order earn 2.5, 1.5 and 0.5 of 4.5; all alike 1.5 each.
    @Test
    void ranks_by_hand() {
        assertThat(weights(1, 2, 3))
                .containsExactly(new double[] {5 / 9.0, 3 / 9.0, 1 / 9.0}, within(1e-12));
        assertThat(weights(2, 2, 2))
                .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-12));
        assertThat(weights(1)).containsExactly(1);
    }
}
