package org.jieti.report.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Objects;
import org.jieti.core.model.Language;
import org.jieti.core.model.NodeId;
import org.jieti.core.result.Result;
import org.jieti.report.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnsweringViewTest {

    private static AnsweringView of(Result result, String node) {
        return AnsweringView.of(result, Samples.guidance(result), Language.ZH, new NodeId(node));
    }

    @Test
    void rungs_stand_from_low_to_high_with_every_rating_at_each_criterion() {
        AnsweringView view = of(Samples.mini(), "vision.plan.long");

        assertThat(view.ladders())
                .singleElement()
                .satisfies(
                        ladder -> {
                            assertThat(ladder.above()).containsExactly("愿景", "规划");
                            assertThat(ladder.start()).isEqualTo("尚无规划。");
                            assertThat(ladder.rungs())
                                    .extracting(rung -> rung.level().code())
                                    .containsExactly("II", "III", "V");
                            assertThat(ladder.items().getFirst().options())
                                    .extracting(LadderSheet.Option::rating)
                                    .containsExactly("met", "mostly", "partly", "unmet");
                            assertThat(ladder.items().getFirst().options())
                                    .extracting(LadderSheet.Option::anchor)
                                    .containsExactly("发布规划已全部做到。", "发布规划大部分做到。", "发布规划做到一部分。", "");
                        });
    }

    @Test
    void a_state_that_a_higher_rung_replaced_is_settled() {
        AnsweringView view = of(Samples.mini(), "vision.body.duty");

        assertThat(view.ladders().getFirst().items())
                .extracting(item -> item.row().id(), LadderSheet.Item::isSettled)
                .containsExactly(
                        tuple("vision.body.duty.1", true), tuple("vision.body.duty.3", false));
    }

    @Test
    void a_domain_shows_its_ladders_and_no_others() {
        AnsweringView view = of(Samples.mini(), "vision");

        assertThat(view.ladders())
                .extracting(LadderSheet::id)
                .containsExactly("vision.plan.long", "vision.body.duty");
    }

    @Test
    void a_criterion_that_reads_a_measure_offers_no_ratings() {
        LadderSheet ladder = of(Samples.mini(), "value.green.pue").ladders().getFirst();

        assertThat(ladder.items())
                .filteredOn(item -> item.reads() != null)
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.options()).isEmpty())
                .extracting(item -> Objects.requireNonNull(item.reads()).measure())
                .containsOnly("pue");
    }

    @Test
    void the_tree_counts_what_is_answered_beneath_each_node() {
        // vision: published plan and technical direction rated, dedicated body rated and the
        // state below it settled = 4 of 6; the yearly check lacks evidence, the standards wait.
        CoverageNode vision = of(Samples.mini(), "vision").tree().getFirst();

        assertThat(vision.answered()).isEqualTo(4);
        assertThat(vision.applicable()).isEqualTo(6);
        assertThat(vision.children()).extracting(CoverageNode::answered).containsExactly(2, 2);
        assertThat(vision.children().getFirst().children())
                .singleElement()
                .matches(CoverageNode::bearsCriteria);
    }

    @Test
    void the_domain_in_work_stands_beside_the_whole_with_its_shares_against_the_threshold() {
        LiveView live = of(Samples.mini(), "vision.plan.long").live();

        assertThat(live.domain().name()).isEqualTo("愿景");
        assertThat(live.domain().shares()).hasSize(5).allMatch(share -> share.needed() == 80);
        assertThat(live.threshold()).isEqualTo("0.80");
        assertThat(live.domain().begin()).isNotEmpty().hasSizeLessThanOrEqualTo(3);
        assertThat(live.domain().obstacles()).isNotEmpty();
        assertThat(live.whole()).isNotNull();
        assertThat(live.profile()).isEmpty();
    }

    @Test
    void a_model_without_levels_shows_scores_alone() {
        Result flat = Samples.flat();
        String domain = flat.model().domains().getFirst().id().value();
        AnsweringView view = of(flat, domain);

        assertThat(view.live().hasLevels()).isFalse();
        assertThat(view.live().domain().shares()).isEmpty();
        assertThat(view.ladders()).allSatisfy(ladder -> assertThat(ladder.rungs()).hasSize(1));
    }

    @Test
    void a_node_that_the_model_lacks_is_an_error() {
        assertThatThrownBy(() -> of(Samples.mini(), "nowhere"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dgimm@2021.1", "gartner@2021.1", "nag@2021.1", "odmm@2021.1"})
    void every_criterion_of_a_shipped_model_stands_on_one_sheet(String id) {
        Result result = Samples.published(id);
        List<String> shown =
                result.model().domains().stream()
                        .flatMap(
                                domain ->
                                        AnsweringView.of(
                                                result,
                                                Samples.publishedGuidance(result),
                                                Language.EN,
                                                domain.id())
                                                .ladders()
                                                .stream())
                        .flatMap(ladder -> ladder.items().stream())
                        .map(item -> item.row().id())
                        .toList();

        assertThat(shown)
                .isEqualTo(
                        result.model().criteria().stream().map(each -> each.id().value()).toList());
    }
}
