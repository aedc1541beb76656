package org.jieti.server.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jieti.report.json.ResultJson;
import org.jieti.server.accounts.Role;
import org.jieti.server.accounts.RoleGrant;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.assessments.AssessmentCase;
import org.jieti.server.assessments.Assessments;
import org.jieti.server.ground.ApiCaller;
import org.jieti.server.ground.Callers;
import org.jieti.server.ground.Cast;
import org.jieti.server.ground.Cast.Side;
import org.jieti.server.ground.Scene;
import org.jieti.server.ground.ServerTest;
import org.jieti.server.models.domain.ShippedModels;
import org.jieti.server.shared.Times;
import org.jieti.server.shared.api.Scope;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A round from its plan to answers and moves, by the API alone.
@ServerTest
class ApiJourneyTest {
    private static final Map<String, String> CSV = Map.of("Content-Type", "text/csv");

    private final Cast cast;
    private final Callers callers;
    private final Scene scene;
    private final ShippedModels shipped;
    private final Assessments assessments;

    ApiJourneyTest(
            Cast cast,
            Callers callers,
            Scene scene,
            ShippedModels shipped,
            Assessments assessments) {
        this.cast = cast;
        this.callers = callers;
        this.scene = scene;
        this.shipped = shipped;
        this.assessments = assessments;
    }

    @Test
    void a_round_is_planned_filled_opened_extended_and_closed() {
        shipped.add();
        ApiCaller lead = callers.of(Role.LEAD_ASSESSOR, Side.OTHER);
        LocalDate today = LocalDate.now(Times.SHOWN);
        String plan =
                """
                {"title": "示例评估活动", "track": "full", "model": "dgimm@2021.1",
                 "weightSet": "equal", "preset": "share-80", "asOf": "%s", "dueOn": "%s",
                 "organiser": "%s"}
                """
                        .formatted(today, today.plusDays(30), cast.organisation(Side.OTHER));

        JsonNode wrong =
                lead.post("/api/v1/rounds", "{\"title\": \"\", \"dueOn\": \"soon\"}")
                        .problem(422, "invalid");
        assertThat(wrong.path("errors").values())
                .extracting(error -> error.path("pointer").asString())
                .contains("#/title", "#/dueOn", "#/model");

        ApiCaller.Answer planned = lead.post("/api/v1/rounds", plan);
        assertThat(planned.status()).as(planned.body()).isEqualTo(201);
        String round = String.valueOf(planned.header("Location"));
        assertThat(lead.get(round).json().path("state").asString()).isEqualTo("planned");
        assertThat(lead.post(round + "/open", null).problem(409, "refused").path("rule").asString())
                .isEqualTo("campaigns.refused.no_units");

        String table = "单位编码,单位名称,地区\n900001,星河示例市数据局,示例省\n900002,月湾示例市数据局,示例省\n";
        JsonNode looked = lead.send("POST", round + "/units/import?dryRun=true", table, CSV).json();
        assertThat(looked.path("rows").size()).isEqualTo(2);
        assertThat(lead.get(round + "/units").json().path("items").size()).isZero();
        assertThat(lead.send("POST", round + "/units/import", table, CSV).status()).isEqualTo(200);
        JsonNode units = lead.get(round + "/units").json().path("items");
        assertThat(units.values())
                .extracting(unit -> unit.at("/unit/code").asString())
                .containsExactly("900001", "900002");
        JsonNode refused =
                lead.send("POST", round + "/units/import", "单位编码,单位名称\n,\n", CSV)
                        .problem(422, "invalid");
        assertThat(refused.path("errors").size()).isPositive();

        assertThat(lead.post(round + "/open", null).json().path("state").asString())
                .isEqualTo("open");
        JsonNode board = lead.get(round + "/board?limit=1").json();
        assertThat(board.at("/items/0/state").asString()).isEqualTo("draft");
        assertThat(board.path("next").asString()).isNotEmpty();
        String extension =
                "{\"unit\": \"%s\", \"dueOn\": \"%s\", \"reason\": \"停电\"}"
                        .formatted(units.get(0).at("/unit/id").asString(), today.plusDays(40));
        assertThat(lead.post(round + "/extensions", extension).status()).isEqualTo(200);
        assertThat(lead.get(round + "/units").json().at("/items/0/extensionReason").asString())
                .isEqualTo("停电");
        assertThat(
                        lead.post(round + "/close", "{\"title\": \"示例评估活动\"}")
                                .json()
                                .path("state")
                                .asString())
                .isEqualTo("closed");

        callers.of(Role.LEAD_ASSESSOR, Side.OWN).get(round).problem(403, "forbidden");
    }

    @Test
    void an_answer_is_saved_only_over_the_version_that_was_seen() {
        UUID id = scene.answering(Side.OWN, Scene.DGIMM);
        String answers = "/api/v1/assessments/" + id + "/answers";
        ApiCaller unit = callers.of(Role.CONTRIBUTOR, Side.OWN);
        JsonNode all = unit.get(answers + "?limit=200").json();
        String criterion = all.at("/items/0/criterion").asString();
        String path = answers + "/" + criterion;
        ApiCaller.Answer empty = unit.get(path);
        assertThat(empty.header("ETag")).isEqualTo("\"0\"");
        String rated = "{\"state\": \"rated\", \"rating\": \"yes\", \"note\": \"一\"}";

        unit.send("PUT", path, rated, Map.of()).problem(428, "version-required");
        JsonNode scale =
                unit.send("PUT", path, rated.replace("yes", "no-such"), Map.of("If-Match", "\"0\""))
                        .problem(422, "invalid");
        assertThat(scale.at("/errors/0/rule").asString()).isEqualTo("assessment.rating.scale");
        String rating = ratingOf(id);
        String body =
                "{\"state\": \"rated\", \"rating\": \"%s\", \"note\": \"一\"}".formatted(rating);
        ApiCaller.Answer saved = unit.send("PUT", path, body, Map.of("If-Match", "\"0\""));
        assertThat(saved.status()).as(saved.body()).isEqualTo(200);
        assertThat(saved.header("ETag")).isEqualTo("\"1\"");
        unit.send("PUT", path, body.replace("一", "二"), Map.of("If-Match", "\"0\""))
                .problem(412, "changed-since");
        unit.send("PUT", path, "{\"state\": \"not-applicable\"}", Map.of("If-Match", "\"1\""))
                .problem(422, "invalid");
        assertThat(unit.get(path).json().path("note").asString()).isEqualTo("一");

        // The result is the engine's, in the one form that it has everywhere.
        AssessmentCase of = Objects.requireNonNull(assessments.find(id));
        assertThat(unit.get("/api/v1/assessments/" + id + "/result").body())
                .isEqualTo(ResultJson.render(assessments.result(of, assessments.sheet(of))));
        callers.of(Role.CONTRIBUTOR, Side.OTHER).get(path).problem(403, "forbidden");
    }

    @Test
    void a_measured_value_keeps_every_digit() {
        UUID id = scene.answering(Side.OWN, Scene.DGIMM);
        ApiCaller unit = callers.of(Role.CONTRIBUTOR, Side.OWN);
        String path = "/api/v1/assessments/" + id + "/readings/pue";

        ApiCaller.Answer saved =
                unit.send("PUT", path, "{\"value\": \"1.450\"}", Map.of("If-Match", "\"0\""));

        assertThat(saved.status()).as(saved.body()).isEqualTo(200);
        assertThat(unit.get(path).json().path("value").asString()).isEqualTo("1.450");
        JsonNode wrong =
                unit.send("PUT", path, "{\"value\": \"many\"}", Map.of("If-Match", "\"1\""))
                        .problem(422, "invalid");
        assertThat(wrong.at("/errors/0/pointer").asString()).isEqualTo("#/value");
    }

    @Test
    void an_assessment_moves_on_as_its_course_allows_and_says_what_is_missing() {
        UUID id = scene.answering(Side.OWN, Scene.DGIMM);
        ApiCaller unit = callers.of(Role.UNIT_HEAD, Side.OWN);
        String path = "/api/v1/assessments/" + id;
        JsonNode course = unit.get(path + "/course").json();
        assertThat(course.path("state").asString()).isEqualTo("self_assessment");
        assertThat(course.path("possible").size()).isPositive();

        JsonNode refused =
                unit.post(path + "/moves", "{\"move\": \"start\"}").problem(409, "refused");

        assertThat(refused.at("/errors/0/rule").asString()).isEqualTo("assessments.refused.state");
        assertThat(refused.at("/errors/0/detail").asString()).isNotBlank();
        unit.post(path + "/moves", "{\"move\": \"fly\"}").problem(422, "invalid");
    }

    @Test
    void a_token_of_somebody_with_one_round_opens_that_round_alone() {
        UUID round = scene.round(Scene.DGIMM, null);
        UUID other = scene.round(Scene.DGIMM, null);
        UUID organisation = cast.organisation(Side.OTHER);
        RoleGrant grant = new RoleGrant(Role.ASSESSOR, organisation, round, null);
        UUID person = cast.person(organisation, "one.round", List.of(grant));
        ApiCaller caller =
                callers.of(
                        new SignedIn(
                                person,
                                "one.round",
                                "one.round",
                                organisation,
                                "示例",
                                List.of(grant)),
                        Set.of(Scope.ROUNDS_READ));

        assertThat(caller.get("/api/v1/rounds/" + round).status()).isEqualTo(200);
        caller.get("/api/v1/rounds/" + other).problem(403, "forbidden");
        assertThat(caller.get("/api/v1/rounds").json().path("items").size()).isEqualTo(1);
    }

    private String ratingOf(UUID assessment) {
        AssessmentCase of = assessments.find(assessment);
        if (of == null) {
            throw new IllegalStateException();
        }
        return assessments.model(of).model().ratings().ratings().getFirst().id();
    }
}
