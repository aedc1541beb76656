package org.jieti.weighting.delphi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jieti.core.elicitation.Settings.StopRule;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Statement;
import org.jieti.core.model.WeightRecord.Decision;
import org.jieti.core.model.WeightRecord.Move;
import org.jieti.core.model.WeightRecord.Quartiles;
import org.jieti.core.model.WeightRecord.Round;
import org.junit.jupiter.api.Test;

/// Delphi rounds by hand.
class DelphiTest {
    private static final List<NodeId> MEMBERS =
            List.of(new NodeId("a"), new NodeId("b"), new NodeId("c"));

    private static Statement.Shares shares(String expert, int round, double... points) {
        Map<NodeId, Double> shares = new LinkedHashMap<>();
        for (int i = 0; i < points.length; i++) {
            shares.put(MEMBERS.get(i), points[i]);
        }
        return new Statement.Shares(expert, round, shares);
    }

    private static Delphi delphi(Statement.Shares... statements) {
        return Delphi.of(MEMBERS, new ArrayList<>(List.of(statements)), StopRule.DEFAULT);
    }

    /// Ranks in the first round 3-2-1, 1-3-2, 2-1-3 sum to 6 each: W = 0. In the second 3-2-1,
    /// 3-2-1, 2-3-1 sum to 8, 7, 3: S = 14, W = 12 · 14 / (9 · 24) = 0.7778.
    @Test
    void three_experts_agree_in_the_second_round() {
        Delphi delphi =
                delphi(
                        shares("1", 1, 50, 30, 20),
                        shares("2", 1, 20, 50, 30),
                        shares("3", 1, 30, 20, 50),
                        shares("1", 2, 50, 30, 20),
                        shares("2", 2, 40, 35, 25),
                        shares("3", 2, 35, 40, 25));

        List<Round> rounds = delphi.rounds();

        assertThat(rounds.get(0).agreement()).isEqualTo(0, within(1e-12));
        assertThat(rounds.get(0).decision()).isEqualTo(Decision.CONTINUE);
        assertThat(rounds.get(0).moves()).isEmpty();
        assertThat(rounds.get(1).agreement()).isEqualTo(0.7778, within(0.00005));
        assertThat(rounds.get(1).decision()).isEqualTo(Decision.AGREED);
        // of 0.35, 0.40 and 0.50
        Quartiles first = rounds.get(1).quartiles().getFirst();
        assertThat(first.lower()).isEqualTo(0.375, within(1e-12));
        assertThat(first.median()).isEqualTo(0.4, within(1e-12));
        assertThat(first.upper()).isEqualTo(0.45, within(1e-12));
        // expert 3 took half of what c had; expert 1 did not move
        Move widest = rounds.get(1).moves().getFirst();
        assertThat(widest.expert()).isEqualTo("3");
        assertThat(widest.member()).isEqualTo(MEMBERS.get(2));
        assertThat(widest.from()).isEqualTo(0.5);
        assertThat(widest.to()).isEqualTo(0.25);
        assertThat(rounds.get(1).moves()).noneMatch(move -> move.expert().equals("1"));
        // medians 0.40, 0.35, 0.25 sum to 1
        assertThat(delphi.weights()).containsExactly(new double[] {0.4, 0.35, 0.25}, within(1e-12));
    }

    @Test
    void medians_are_renormalised() {
        // medians 0.6, 0.2, 0.1
        Delphi delphi =
                delphi(
                        shares("1", 1, 60, 20, 20),
                        shares("2", 1, 20, 70, 10),
                        shares("3", 1, 80, 10, 10));

        assertThat(delphi.weights())
                .containsExactly(new double[] {6 / 9.0, 2 / 9.0, 1 / 9.0}, within(1e-12));
    }

    @Test
    void experts_who_do_not_move_have_settled_without_agreeing() {
        Delphi delphi =
                delphi(
                        shares("1", 1, 50, 30, 20),
                        shares("2", 1, 20, 30, 50),
                        shares("1", 2, 50, 30, 20),
                        shares("2", 2, 20, 30, 50));

        assertThat(delphi.rounds())
                .extracting(Round::decision)
                .containsExactly(Decision.CONTINUE, Decision.SETTLED);
    }

    @Test
    void one_expert_has_no_agreement_and_newcomers_have_not_moved() {
        Delphi delphi = delphi(shares("1", 1, 50, 30, 20), shares("2", 2, 20, 30, 50));

        assertThat(delphi.rounds().get(0).agreement()).isNull();
        assertThat(delphi.rounds().get(1).moves()).isEmpty();
        assertThat(delphi.last()).containsOnlyKeys("2");
    }

    @Test
    void medians_that_are_all_0_give_no_weights() {
        Delphi delphi =
                delphi(shares("1", 1, 1, 0, 0), shares("2", 1, 0, 1, 0), shares("3", 1, 0, 0, 1));

        assertThat(delphi.weights()).isNull();
    }
}
