package org.jieti.weighting.ahp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.jieti.weighting.ahp.Revisions.Revision;
import org.junit.jupiter.api.Test;

/// The judgements worth revisiting are those that would help, with the values that would.
class RevisionsTest {
    private static final RandomIndex TABLE = RandomIndex.named("saaty-1980");

    /// Weights 8 : 4 : 2 : 1 with one judgement turned round: 1 against 4 is 1/8 for 8.
    @Test
    void a_judgement_turned_round_is_found_and_turned_back() {
        PairwiseMatrix slip = PairwiseMatrix.consistent(8, 4, 2, 1).with(0, 3, 1 / 8.0);

        List<Revision> revisions = Revisions.of(slip, TABLE);

        assertThat(Priorities.of(slip).ratio(TABLE)).isGreaterThan(0.1);
        assertThat(revisions.getFirst().row()).isZero();
        assertThat(revisions.getFirst().column()).isEqualTo(3);
        assertThat(revisions.getFirst().advised()).isEqualTo(8);
        assertThat(revisions.getFirst().ratio()).isEqualTo(0, within(1e-12));
    }

    @Test
    void at_most_three_come_out_and_each_helps() {
        PairwiseMatrix matrix = Pairs.of(5, 9, 1 / 5.0, 3, 7, 5, 1 / 7.0, 2, 9, 1 / 3.0, 1 / 2.0);
        double now = Priorities.of(matrix).ratio(TABLE);

        List<Revision> revisions = Revisions.of(matrix, TABLE);

        assertThat(revisions).hasSize(3);
        double before = 0;
        for (Revision revision : revisions) {
            assertThat(revision.ratio()).isLessThan(now).isGreaterThanOrEqualTo(before);
            before = revision.ratio();
            assertThat(
                            Priorities.of(
                                            matrix.with(
                                                    revision.row(),
                                                    revision.column(),
                                                    revision.advised()))
                                    .ratio(TABLE))
                    .isEqualTo(revision.ratio(), within(1e-12));
        }
    }

    @Test
    void nothing_is_advised_where_nothing_contradicts() {
        assertThat(Revisions.of(PairwiseMatrix.consistent(4, 2, 1), TABLE)).isEmpty();
        assertThat(Revisions.of(Pairs.of(2, 7), TABLE)).isEmpty();
        assertThat(Revisions.of(PairwiseMatrix.empty(1), TABLE)).isEmpty();
    }

    @Test
    void what_the_expert_left_out_is_not_advised_on() {
        PairwiseMatrix some = Pairs.of(4, 2, 9, 0, 1 / 9.0, 3, 2);

        assertThat(Revisions.of(some, TABLE))
                .isNotEmpty()
                .noneMatch(revision -> revision.row() == 0 && revision.column() == 3);
    }
}
