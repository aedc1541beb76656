package org.jieti.server.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jieti.core.model.Language;
import org.jieti.core.result.Result;
import org.jieti.report.json.ResultJson;
import org.jieti.report.view.ResultView;
import org.jieti.server.accounts.Role;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.assessments.AssessmentCase;
import org.jieti.server.assessments.AssessmentState;
import org.jieti.server.assessments.Assessments;
import org.jieti.server.campaigns.Round;
import org.jieti.server.campaigns.RoundExamples;
import org.jieti.server.campaigns.domain.RoundCourse;
import org.jieti.server.campaigns.domain.RoundPlan;
import org.jieti.server.demo.Respondent;
import org.jieti.server.ground.Cast;
import org.jieti.server.ground.Cast.Side;
import org.jieti.server.ground.CommandLine;
import org.jieti.server.ground.Samples;
import org.jieti.server.ground.Scene;
import org.jieti.server.ground.ServerTest;
import org.jieti.server.ground.Visitor;
import org.jieti.server.shared.Times;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ServerTest
class ResultPageTest {
    private final Cast cast;
    private final Scene scene;
    private final RoundExamples examples;
    private final RoundCourse course;
    private final Assessments assessments;
    private final Respondent respondent;

    @TempDir private Path folder = Path.of("");

    ResultPageTest(
            Cast cast,
            Scene scene,
            RoundExamples examples,
            RoundCourse course,
            Assessments assessments,
            Respondent respondent) {
        this.cast = cast;
        this.scene = scene;
        this.examples = examples;
        this.course = course;
        this.assessments = assessments;
        this.respondent = respondent;
    }

    private AssessmentCase found(UUID assessment) {
        return Objects.requireNonNull(assessments.find(assessment));
    }

    /// The only assessment of a round that was planned, opened and begun by the rules.
    private UUID inRound(String model, String weights, @Nullable String preset) {
        SignedIn lead = examples.lead(cast, Side.OTHER);
        scene.round(model, null); // puts the shipped models in place
        UUID round =
                course.plan(
                        lead,
                        new RoundPlan(
                                lead.organisation(),
                                "示例 # 评估: 活动",
                                Round.Track.FULL,
                                model,
                                weights,
                                preset,
                                LocalDate.now(Times.SHOWN),
                                LocalDate.now(Times.SHOWN).plusDays(30),
                                null));
        assertThat(course.add(lead, round, List.of(scene.unit(Side.OWN)))).isNull();
        assertThat(course.open(lead, round)).isNull();
        UUID assessment = assessments.ofRound(round).getFirst().id();
        return scene.move(assessment, AssessmentState.SELF_ASSESSMENT);
    }

    private UUID answered(String model, String weights, @Nullable String preset, String file) {
        UUID assessment = inRound(model, weights, preset);
        respondent.answer(
                cast.asking(Role.UNIT_HEAD, Side.OWN), assessment, Samples.assessment(file));
        return assessment;
    }

    @ParameterizedTest
    @CsvSource({
        "dgimm@2021.1, equal, share-80, dgimm/growing-city.yaml",
        "dgimm@2021.1, value-30, staged, dgimm/starting-county.yaml",
        "dgimm@2021.1, value-30, band, dgimm/leading-city.yaml",
        "gartner@2021.1, equal, staged, gartner/bay-city.yaml",
        "nag@2021.1, equal, , nag/plain-city.yaml",
        "odmm@2021.1, equal, , odmm/river-city.yaml",
    })
    void the_command_line_scores_the_exported_file_to_the_last_digit_of_the_page(
            String model, String weights, @Nullable String preset, String file)
            throws IOException, InterruptedException {
        UUID assessment = answered(model, weights, preset, file);
        AssessmentCase of = found(assessment);
        Visitor me = cast.signedIn(Role.CONTRIBUTOR, Side.OWN);

        Visitor.Answer page = me.get("/assessments/%s/result".formatted(assessment));
        String command = page.page().select("#files code").text();
        Visitor.Answer exported = me.get("/assessments/%s/export.yaml".formatted(assessment));
        Files.writeString(folder.resolve(command.split(" ", -1)[2]), exported.body());
        String scored = CommandLine.run(command + " --format json", folder);
        Result result = assessments.result(of, assessments.sheet(of));
        String expected = ResultJson.render(result);

        assertThat(exported.body()).contains(command);
        assertThat(scored.strip()).isEqualTo(expected.strip());
        assertThat(me.get("/assessments/%s/result.json".formatted(assessment)).body())
                .isEqualTo(expected);
        assertShows(
                page.page(), ResultView.of(result, assessments.model(of).guidance(), Language.ZH));
    }

    private static void assertShows(Document page, ResultView view) {
        assertThat(page.select("#overview .unit").text()).isEqualTo(view.heading().unit());
        assertThat(page.select("#overview .why").text()).isEqualTo(view.heading().why());
        if (view.heading().graded()) {
            assertThat(value(page, "#overview", "level")).isEqualTo(view.heading().level().code());
            assertThat(value(page, "#overview", "position")).isEqualTo(view.heading().position());
            assertThat(value(page, "#overview", "score")).isEqualTo(view.heading().score());
        }
        assertThat(value(page, "#overview", "coverage")).isEqualTo(view.heading().coverage());
        List<Element> rows = page.select(".domains tbody tr");
        assertThat(rows).hasSameSizeAs(view.domains());
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i).select("th").text()).isEqualTo(view.domains().get(i).name());
            assertThat(rows.get(i).select("[data-value=score]").text())
                    .isEqualTo(view.domains().get(i).score());
            assertThat(rows.get(i).select(".held").text())
                    .isEqualTo(view.hasLevels() ? view.domains().get(i).held() : "");
        }
        assertThat(page.select("#matrix").isEmpty()).isEqualTo(view.matrix() == null);
        assertThat(page.select("#blocks").isEmpty()).isEqualTo(view.blocks() == null);
        assertThat(page.select(".tree > .node")).hasSameSizeAs(view.tree());
        assertThat(page.select(".canvas").isEmpty()).isEqualTo(view.radar() == null);
    }

    private static String value(Document page, String within, String name) {
        return page.select("%s [data-value=%s]".formatted(within, name)).text();
    }

    @Test
    void a_partial_result_says_so_and_how_much_is_open() {
        UUID assessment = answered("nag@2021.1", "equal", null, "nag/plain-city.yaml");
        Visitor me = cast.signedIn(Role.CONTRIBUTOR, Side.OWN);

        String note =
                me.get("/assessments/%s/result".formatted(assessment))
                        .page()
                        .select(".basis-notes")
                        .text();

        assertThat(note).contains("自评进行中", "部分结果：适用的 64 项中有 2 项");
        UUID empty = scene.answering(Side.OWN, "odmm@2021.1");
        Visitor.Answer blank = me.get("/assessments/%s/result".formatted(empty));
        assertThat(blank.status()).isEqualTo(200);
        assertThat(blank.page().select(".basis-notes").text()).contains("部分结果");
    }

    @Test
    void nobody_but_the_unit_sees_a_result_before_it_is_handed_in() {
        UUID assessment = scene.answering(Side.OWN, "odmm@2021.1");
        Visitor supervisor = cast.signedIn(Role.SUPERVISOR, Side.OTHER);
        List<String> paths = List.of("result", "result.json", "export.yaml");

        for (AssessmentState state : AssessmentState.values()) {
            scene.move(assessment, state);
            for (String path : paths) {
                assertThat(
                                supervisor
                                        .get("/assessments/%s/%s".formatted(assessment, path))
                                        .status())
                        .as("%s in %s", path, state)
                        .isEqualTo(state.isHandedIn() ? 200 : 403);
            }
        }
    }

    @Test
    void what_was_only_offered_is_not_in_the_file() {
        UUID before = answered("nag@2021.1", "equal", null, "nag/plain-city.yaml");
        UUID assessment = scene.after(before, Side.OWN);
        Visitor me = cast.signedIn(Role.CONTRIBUTOR, Side.OWN);

        assertThat(me.get("/assessments/%s/export.yaml".formatted(assessment)).body())
                .contains("answers: {}");
        assertThat(
                        me.get("/assessments/%s/result".formatted(assessment))
                                .page()
                                .select(".basis-notes")
                                .text())
                .contains("项作答尚待确认，未计入");
    }
}
