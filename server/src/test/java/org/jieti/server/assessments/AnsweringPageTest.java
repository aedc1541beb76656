package org.jieti.server.assessments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.jieti.server.accounts.Role;
import org.jieti.server.ground.Cast;
import org.jieti.server.ground.Cast.Side;
import org.jieti.server.ground.Scene;
import org.jieti.server.ground.ServerTest;
import org.jieti.server.ground.Visitor;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the page on which a unit answers gives to a browser without a script.
@ServerTest
class AnsweringPageTest {
    private static final String SEARCH = "data.open.access.2";

    private final Cast cast;
    private final Scene scene;
    private Visitor visitor;
    private UUID assessment = new UUID(0, 0);

    AnsweringPageTest(Cast cast, Scene scene) {
        this.cast = cast;
        this.scene = scene;
        this.visitor = cast.nobody();
    }

    @BeforeEach
    void open() {
        assessment = scene.answering(Side.OWN, Scene.DGIMM);
        visitor = cast.signedIn(Role.CONTRIBUTOR, Side.OWN);
    }

    private Visitor.Answer save(Visitor by, String criterion, Map<String, String> form) {
        return by.post("/assessments/%s/answers/%s".formatted(assessment, criterion), form);
    }

    private Elements card(Visitor.Answer answer, String key) {
        return answer.page().select("[id=" + key + "]");
    }

    private Visitor.Answer page(String node) {
        return visitor.get("/assessments/%s?node=%s".formatted(assessment, node));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dgimm@2021.1", "gartner@2021.1", "nag@2021.1", "odmm@2021.1"})
    void every_shipped_model_is_laid_out_to_be_answered(String model) {
        Visitor.Answer answer = visitor.get("/assessments/" + scene.answering(Side.OWN, model));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.page().select(".card .option")).isNotEmpty();
        assertThat(answer.page().select("#live h2")).isNotEmpty();
        assertThat(answer.page().select(".tree > ul > li")).hasSizeBetween(6, 7);
    }

    @Test
    void a_form_saves_and_leads_back_to_its_place() {
        Visitor.Answer saved =
                save(visitor, SEARCH, Map.of("answer", "rated.met", "note", "见目录", "version", "0"));

        assertThat(saved.location())
                .endsWith("/assessments/%s?node=%s#c-%s".formatted(assessment, SEARCH, SEARCH));
        Elements card = card(page("data.open"), "c-" + SEARCH);
        assertThat(card.select("[name=answer][checked]").attr("value")).isEqualTo("rated.met");
        assertThat(card.select("textarea").text()).isEqualTo("见目录");
        assertThat(card.select("[name=version]").attr("value")).isEqualTo("1");
        assertThat(card.select(".saved-state").text()).startsWith("已保存");
    }

    @Test
    void an_answer_can_be_withdrawn() {
        save(visitor, SEARCH, Map.of("answer", "rated.met", "version", "0"));
        save(visitor, SEARCH, Map.of("answer", "unanswered", "version", "1"));

        assertThat(card(page("data.open"), "c-" + SEARCH).select("[checked]")).isEmpty();
    }

    @Test
    void a_reason_that_is_missing_is_asked_for_and_what_was_chosen_is_kept() {
        Visitor.Answer refused =
                save(visitor, SEARCH, Map.of("answer", "insufficient", "version", "0"));

        assertThat(refused.status()).isEqualTo(422);
        Elements card = card(refused, "c-" + SEARCH);
        assertThat(card.select(".refusal").text()).isEqualTo("标为无法判断须写明缺什么材料。");
        assertThat(card.select("[name=answer][checked]").attr("value")).isEqualTo("insufficient");
        assertThat(card.select("details.comment[open]")).isNotEmpty();
    }

    @Test
    void a_number_that_is_none_is_kept_where_it_was_typed() {
        String path = "/assessments/%s/measures/pue".formatted(assessment);
        Visitor.Answer refused =
                visitor.post(path, Map.of("value", "约 1.4", "unit", "1", "version", "0"));

        assertThat(refused.status()).isEqualTo(422);
        Elements measure = card(refused, "m-pue");
        assertThat(measure.select("[name=value]").attr("value")).isEqualTo("约 1.4");
        assertThat(measure.select(".refusal").text()).startsWith("请填写数字");

        assertThat(visitor.post(path, Map.of("value", "１．４０", "version", "0")).status())
                .isEqualTo(302);
        assertThat(card(page("platform.green"), "m-pue").select("[name=value]").attr("value"))
                .isEqualTo("1.40");
        assertThat(
                        visitor.post(path, Map.of("value", "0.2", "version", "1"))
                                .page()
                                .select(".refusal")
                                .text())
                .contains("0.2");
    }

    @Test
    void a_measure_that_two_rungs_read_is_entered_once() {
        Visitor.Answer page = page("platform.green.pue");

        assertThat(page.page().select("form.value [name=value]"))
                .hasSameSizeAs(page.page().select("[id^=m-]"))
                .isNotEmpty();
        assertThat(card(page, "c-platform.green.pue.4").select("form.value")).hasSize(1);
        assertThat(card(page, "c-platform.green.pue.5").select("form.value")).isEmpty();
        assertThat(card(page, "c-platform.green.pue.5").select(".reading a").attr("href"))
                .isEqualTo("#c-platform.green.pue.4");
    }

    @Test
    void who_meets_another_answer_sees_both_and_can_insist() {
        Visitor head = cast.signedIn(Role.UNIT_HEAD, Side.OWN);
        save(head, SEARCH, Map.of("answer", "rated.met", "note", "已上线", "version", "0"));

        Visitor.Answer conflict =
                save(
                        visitor,
                        SEARCH,
                        Map.of("answer", "rated.unmet", "note", "打不开", "version", "0"));
        assertThat(conflict.status()).isEqualTo(409);
        Elements card = card(conflict, "c-" + SEARCH);
        assertThat(card.select(".clash .mine").text()).contains("不满足", "打不开");
        assertThat(card.select(".clash .theirs").text()).contains("满足", "已上线");
        assertThat(card.select("form.answer [checked]").attr("value")).isEqualTo("rated.unmet");

        Elements insist = card.select(".clash form.mine input");
        Map<String, String> form =
                Map.of(
                        "answer", insist.select("[name=answer]").attr("value"),
                        "note", insist.select("[name=note]").attr("value"),
                        "version", insist.select("[name=version]").attr("value"));
        assertThat(save(visitor, SEARCH, form).status()).isEqualTo(302);
        assertThat(card(page("data.open"), "c-" + SEARCH).select("textarea").text())
                .isEqualTo("打不开");
    }

    @Test
    void a_closed_assessment_is_read_only_and_says_why() {
        scene.move(assessment, AssessmentState.INTERNAL_REVIEW);

        Visitor.Answer page = page("data.open");
        assertThat(page.page().select(".notice").text()).contains("正在内部审核");
        assertThat(page.page().select(".card fieldset:not([disabled])")).isEmpty();
        assertThat(save(visitor, SEARCH, Map.of("answer", "rated.met", "version", "0")).status())
                .isEqualTo(422);
    }

    @Test
    void a_state_that_a_higher_rung_replaced_is_shown_settled_and_folded() {
        save(visitor, SEARCH, Map.of("answer", "rated.mostly", "version", "0"));

        Elements card = card(page("data.open"), "c-data.open.access.1.1");
        assertThat(card.hasClass("settled")).isTrue();
        assertThat(card.select(".settled-note").text()).startsWith("更高一级已满足");
        assertThat(card.select("details.still:not([open]) form.answer")).hasSize(1);
    }

    @Test
    void what_the_round_before_offers_stands_unmarked_until_it_is_confirmed() {
        save(visitor, SEARCH, Map.of("answer", "rated.met", "note", "见目录", "version", "0"));
        UUID before = assessment;
        assessment = scene.after(before, Side.OWN);

        Elements card = card(page("data.open"), "c-" + SEARCH);
        assertThat(card.select("form.answer [checked]")).isEmpty();
        assertThat(card.select(".offer").text()).contains("上一轮", "满足", "见目录");
        assertThat(page("data.open").page().select("[id=cov-data.open] .cov-count").text())
                .startsWith("0/");

        String ladder = "data.open.access";
        assertThat(
                        visitor.post(
                                        "/assessments/%s/confirm".formatted(assessment),
                                        Map.of("node", ladder))
                                .location())
                .endsWith("?node=%s#l-%s".formatted(ladder, ladder));
        card = card(page("data.open"), "c-" + SEARCH);
        assertThat(card.select("form.answer [checked]").attr("value")).isEqualTo("rated.met");
        assertThat(card.select(".offer form")).isEmpty();
    }

    @Test
    void the_part_of_the_page_that_a_save_changes_can_be_had_alone() {
        Visitor.Answer saved =
                visitor.postFragment(
                        "/assessments/%s/answers/%s".formatted(assessment, SEARCH),
                        "outcome",
                        Map.of("answer", "rated.met", "version", "0"));

        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.body()).doesNotContain("<html", "<main", "<textarea");
        assertThat(saved.page().select("[id=version-c-%s]".formatted(SEARCH)).attr("value"))
                .isEqualTo("1");
        assertThat(saved.page().select("[hx-swap-oob]").eachAttr("id"))
                .contains("live", "live-bar", "cov-data", "cov-data.open", "status-c-" + SEARCH);
    }

    @Test
    void another_organisation_has_no_way_in() {
        Visitor other = cast.signedIn(Role.CONTRIBUTOR, Side.OTHER);

        assertThat(other.get("/assessments/" + assessment).status()).isEqualTo(403);
        assertThat(save(other, SEARCH, Map.of("answer", "rated.met", "version", "0")).status())
                .isEqualTo(403);
        assertThat(visitor.get("/assessments/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(save(visitor, "data.nowhere.1", Map.of("version", "0")).status()).isEqualTo(404);
    }
}
