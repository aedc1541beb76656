package org.jieti.server.assessments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieti.server.database.schema.Tables.ROUND;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jieti.server.accounts.Role;
import org.jieti.server.campaigns.Round.Track;
import org.jieti.server.ground.Cast;
import org.jieti.server.ground.Cast.Side;
import org.jieti.server.ground.Scene;
import org.jieti.server.ground.ServerTest;
import org.jieti.server.ground.Visitor;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The course by forms alone, as a browser without a script sends them.
@ServerTest
class CoursePagesTest {
    private static final String SEARCH = "data.open.access.2";

    private final Assessments assessments;
    private final Scene scene;
    private final Cast cast;
    private final DSLContext database;
    private UUID assessment;

    CoursePagesTest(Assessments assessments, Scene scene, Cast cast, DSLContext database) {
        this.assessments = assessments;
        this.scene = scene;
        this.cast = cast;
        this.database = database;
        this.assessment = new UUID(0, 0);
    }

    @BeforeEach
    void open() {
        assessment =
                scene.assessment(scene.round(Scene.DGIMM, null), Side.OWN, AssessmentState.DRAFT);
    }

    private Visitor in(Role role) {
        return cast.signedIn(role, Side.OWN);
    }

    private Visitor.Answer post(Visitor by, String page, Map<String, String> form) {
        return by.post("/assessments/" + assessment + page, form);
    }

    private AssessmentState state() {
        return Objects.requireNonNull(assessments.find(assessment)).state();
    }

    @Test
    void a_draft_is_begun_sent_remarked_returned_passed_and_signed_by_forms() {
        Visitor contributor = in(Role.CONTRIBUTOR);
        Visitor reviewer = in(Role.INTERNAL_REVIEWER);
        Visitor head = in(Role.UNIT_HEAD);
        assertThat(contributor.get("/assessments/" + assessment).page().select(".case-next").text())
                .isEqualTo("开始自评");
        post(contributor, "/start", Map.of());
        assertThat(post(contributor, "/start", Map.of()).page().select(".refused").text())
                .contains("“自评中”", "“未开始”");

        Visitor.Answer refused = post(contributor, "/review/send", Map.of("open", SEARCH));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select(".refused").text()).contains("还有 319 项未作答");
        assertThat(refused.page().select("[name=open][checked]").eachAttr("value"))
                .containsExactly(SEARCH);
        post(contributor, "/review/send", Map.of("all", "yes"));
        assertThat(state()).isEqualTo(AssessmentState.INTERNAL_REVIEW);

        assertThat(post(reviewer, "/review/remarks", Map.of("text", " ")).page().text())
                .contains("请写明意见。");
        assertThat(
                        post(reviewer, "/review/remarks", Map.of("text", "改", "criterion", SEARCH))
                                .location())
                .endsWith("?node=%s#c-%s".formatted(SEARCH, SEARCH));
        post(reviewer, "/review/return", Map.of("reason", "见意见"));
        assertThat(state()).isEqualTo(AssessmentState.SELF_ASSESSMENT);

        String settle =
                contributor
                        .get("/assessments/" + assessment + "/review")
                        .page()
                        .select(".remark form")
                        .attr("action");
        contributor.post(settle, Map.of());
        post(contributor, "/review/send", Map.of("all", "yes"));
        post(reviewer, "/review/pass", Map.of());
        assertThat(post(head, "/submit", Map.of()).page().select(".refused").text())
                .isEqualTo("请先勾选确认真实性承诺，再签署。");
        post(head, "/submit", Map.of("confirmed", "yes"));
        assertThat(state()).isEqualTo(AssessmentState.SUBMITTED);
        assertThat(
                        contributor
                                .get("/assessments/" + assessment + "/submit")
                                .page()
                                .select("blockquote")
                                .text())
                .startsWith(cast.organisationName(Side.OWN) + "承诺");
    }

    @Test
    void a_self_diagnosis_goes_from_its_answers_to_its_result() {
        UUID round = Objects.requireNonNull(assessments.find(assessment)).round().id();
        database.update(ROUND)
                .set(ROUND.TRACK, Track.SELF_DIAGNOSIS.name())
                .where(ROUND.ID.eq(round))
                .execute();
        Visitor contributor = in(Role.CONTRIBUTOR);
        post(contributor, "/start", Map.of());
        assertThat(contributor.get("/assessments/" + assessment).page().select(".tabs").text())
                .contains("完成自诊断")
                .doesNotContain("内部审核", "签署提交");

        assertThat(post(contributor, "/review/send", Map.of("all", "yes")).location())
                .endsWith("/assessments/%s/result".formatted(assessment));
        assertThat(state()).isEqualTo(AssessmentState.FINISHED);
    }

    @Test
    void parts_stay_within_the_last_day_and_can_be_taken_back() {
        Visitor head = in(Role.UNIT_HEAD);
        String person = cast.person(Role.CONTRIBUTOR, Side.OWN).toString();
        Visitor.Answer late =
                post(
                        head,
                        "/parts",
                        Map.of("node", "data", "person", person, "dueOn", "2027-03-01"));
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.page().select("#dueOn-wrong").text()).contains("截止日期之前");
        assertThat(late.page().select("#dueOn").attr("value")).isEqualTo("2027-03-01");

        post(head, "/parts", Map.of("node", "data", "person", person));
        Visitor contributor = in(Role.CONTRIBUTOR);
        assertThat(
                        contributor
                                .get("/assessments/" + assessment + "/parts")
                                .page()
                                .select(".parts-people strong")
                                .text())
                .isEqualTo(Cast.username(Role.CONTRIBUTOR, Side.OWN));
        post(head, "/parts/remove", Map.of("node", "data", "person", person));
        assertThat(
                        head.get("/assessments/" + assessment + "/parts")
                                .page()
                                .select(".parts-people strong"))
                .isEmpty();
    }

    @Test
    void a_withdrawal_asks_for_its_reason_and_names_what_goes() {
        Visitor head = in(Role.UNIT_HEAD);
        assertThat(
                        head.get("/assessments/" + assessment + "/withdraw")
                                .page()
                                .select(".btn.danger")
                                .text())
                .contains(cast.organisationName(Side.OWN));
        assertThat(post(head, "/withdraw", Map.of("reason", "")).page().select(".refused").text())
                .isEqualTo("请写明理由。");
        post(head, "/withdraw", Map.of("reason", "机构撤并"));
        assertThat(state()).isEqualTo(AssessmentState.WITHDRAWN);
    }
}
