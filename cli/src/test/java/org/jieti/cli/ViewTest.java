package org.jieti.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jieti.catalog.Catalog;
import org.jieti.catalog.finding.Finding;
import org.jieti.catalog.finding.Parsed;
import org.jieti.core.assessment.Answer;
import org.jieti.core.crosswalk.Carried;
import org.jieti.core.crosswalk.Crosswalk;
import org.jieti.core.crosswalk.View;
import org.jieti.core.model.Language;
import org.jieti.core.model.NodeId;
import org.jieti.core.result.Result;
import org.jieti.core.result.Scoring;
import org.jieti.core.result.ScoringInput;
import org.jieti.core.result.Yardstick;
import org.jieti.testkit.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `view`: one assessment through another model, from the command line.
class ViewTest {
    private static final Path SAMPLE = Golden.root().resolve("samples/dgimm/growing-city.yaml");
    private static final Catalog CATALOG = new Catalog(Golden.root().resolve("models"));

    @TempDir private Path folder;

    /// What a command printed, and how it ended.
    private static <T> T sound(Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Ok<T>(T value, _) -> value;
            case Parsed.Invalid<T>(List<Finding> found) -> throw new AssertionError(found);
        };
    }

    private static Result scored(Path file) {
        ScoringInput input = sound(CATALOG.scoringInput(file, null, null));
        return Scoring.score(input.model(), input.weights(), input.preset(), input.assessment());
    }

    private static View view(String as) {
        Crosswalk crosswalk = sound(CATALOG.crosswalk());
        Yardstick yardstick = sound(CATALOG.yardstick(as, null, null));
        return View.of(
                crosswalk,
                scored(SAMPLE),
                yardstick.model(),
                yardstick.weights(),
                yardstick.preset());
    }

    @ParameterizedTest
    @CsvSource({
        "dgimm, growing-city, gartner",
        "dgimm, growing-city, nag",
        "dgimm, growing-city, odmm",
        "gartner, bay-city, dgimm",
        "gartner, bay-city, nag",
        "gartner, bay-city, odmm",
        "nag, plain-city, dgimm",
        "nag, plain-city, gartner",
        "nag, plain-city, odmm",
        "odmm, river-city, dgimm",
        "odmm, river-city, gartner",
        "odmm, river-city, nag",
    })
    void a_sample_through_each_of_the_other_models(String model, String sample, String as) {
        String folder = "samples/" + model + "/";
        String file = Golden.root().resolve(folder + sample + ".yaml").toString();
        Ran zh = Ran.in(Language.ZH, "view", file, "--as", as);
        Ran en = Ran.in(Language.EN, "view", file, "--as", as);

        assertThat(zh.code()).isEqualTo(ExitCode.DONE);
        assertThat(zh.err()).isEmpty();
        String golden = folder + "expected/" + sample + ".view-" + as;
        Golden.assertMatches(golden + ".zh.txt", zh.out());
        Golden.assertMatches(golden + ".en.txt", en.out());
    }

    /// The sample rates 统一共享规则 基本满足 and 共享供需对接 满足; the lower of the two counts.
    @Test
    void an_answer_carries_over_as_read_in_the_file() {
        View view = view("gartner");

        Carried carried =
                view.carried().stream()
                        .filter(
                                each ->
                                        each.criterion()
                                                .id()
                                                .value()
                                                .equals("platform.composition.centre.3.2"))
                        .findFirst()
                        .orElseThrow();
        assertThat(carried.link().id()).isEqualTo("requests-met-with-rules");
        assertThat(carried.from())
                .extracting(score -> score.id().value())
                .containsExactly("data.sharing.mechanism.3.1", "data.sharing.mechanism.3.2");
        assertThat(carried.answer())
                .isInstanceOfSatisfying(
                        Answer.Rated.class,
                        rated -> assertThat(rated.rating().id()).isEqualTo("mostly"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gartner", "nag", "odmm"})
    void what_is_written_is_sound_and_comes_to_the_same(String as) throws IOException {
        Path out = folder.resolve(as + ".yaml");
        Ran run =
                Ran.in(
                        Language.EN,
                        "view",
                        SAMPLE.toString(),
                        "--as",
                        as,
                        "--answers",
                        out.toString());

        assertThat(run.code()).isEqualTo(ExitCode.DONE);
        Result written = scored(out);
        View view = view(as);
        assertThat(written.tree().coverage()).isEqualTo(view.result().tree().coverage());
        assertThat(written.tree().total()).isEqualTo(view.result().tree().total());
        assertThat(written.assessment().unit()).isEqualTo(view.source().assessment().unit());
        assertThat(written.assessment().asOf()).isEqualTo(view.source().assessment().asOf());
        for (Carried each : view.carried()) {
            Answer answer =
                    Objects.requireNonNull(
                            written.assessment().answers().get(each.criterion().id()));
            String from = each.from().getFirst().id().value();
            String text =
                    switch (answer) {
                        case Answer.Rated rated -> rated.note();
                        case Answer.NotApplicable(String reason) -> reason;
                        case Answer.InsufficientEvidence(String reason) -> reason;
                        case Answer.Unanswered _ -> "";
                    };
            assertThat(text).contains("carried over from dgimm@2021.1", from);
        }
        assertThat(Files.readString(out)).contains("# " + view.open().getFirst().criterion().id());
    }

    /// Reasons keep their words through quotes, backslashes and line breaks.
    @Test
    void reasons_carry_over_as_they_were_given() throws IOException {
        Path unsure = folder.resolve("unsure.yaml");
        Files.writeString(
                unsure,
                """
                model: gartner@2021.1
                unit: {id: "a\\"1", name: "某市 \\\\ 局"}
                asOf: 2026-06-30
                answers:
                  platform.composition.centre.3.1: {insufficient: "账 \\"台\\" 缺\\n二月"}
                """);
        Path exempt = folder.resolve("exempt.yaml");
        Files.writeString(
                exempt,
                """
                model: nag@2021.1
                unit: {id: b, name: 某县}
                asOf: 2026-06-30
                answers:
                  technology.cloud.reuse: {na: "另有 \\\\ 安排"}
                """);

        Result first = scored(carriedToDgimm(unsure));
        Result second = scored(carriedToDgimm(exempt));

        assertThat(first.assessment().unit().id()).isEqualTo("a\"1");
        assertThat(first.assessment().unit().name()).isEqualTo("某市 \\ 局");
        assertThat(first.assessment().answer(new NodeId("data.management.master.4.2")))
                .isInstanceOfSatisfying(
                        Answer.InsufficientEvidence.class,
                        answer ->
                                assertThat(answer.reason())
                                        .startsWith("账 \"台\" 缺\n二月")
                                        .contains("platform.composition.centre.3.1"));
        assertThat(
                        second.assessment()
                                .answer(new NodeId("construction.maintenance.consolidation.3.1")))
                .isInstanceOfSatisfying(
                        Answer.NotApplicable.class,
                        answer -> assertThat(answer.reason()).startsWith("另有 \\ 安排"));
    }

    private Path carriedToDgimm(Path file) {
        Path out = folder.resolve("dgimm-" + file.getFileName());
        Ran run =
                Ran.in(
                        Language.EN,
                        "view",
                        file.toString(),
                        "--as",
                        "dgimm",
                        "--answers",
                        out.toString());
        assertThat(run.err()).isEmpty();
        return out;
    }

    @Test
    void a_view_comes_out_as_json_and_as_a_page() throws IOException {
        Path json = folder.resolve("view.json");
        Path html = folder.resolve("view.html");

        Ran first = view(json, "json");
        Ran second = view(html, "html");

        assertThat(first.err() + second.err()).isEmpty();
        assertThat(Files.readString(json))
                .startsWith("{")
                .contains("\"format\" : \"urn:jieti:schema:view:1\"");
        assertThat(Files.readString(html)).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
    }

    private static Ran view(Path out, String format) {
        return Ran.in(
                Language.EN,
                "view",
                SAMPLE.toString(),
                "--as",
                "gartner",
                "--format",
                format,
                "--out",
                out.toString());
    }

    @Test
    void a_file_is_not_overwritten_unasked() throws IOException {
        Path out = folder.resolve("kept.yaml");
        Files.writeString(out, "kept");

        Ran run =
                Ran.in(
                        Language.EN,
                        "view",
                        SAMPLE.toString(),
                        "--as",
                        "odmm",
                        "--answers",
                        out.toString());

        assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(Files.readString(out)).isEqualTo("kept");
    }

    @Test
    void the_assessments_own_model_is_refused() {
        Ran run = Ran.in(Language.EN, "view", SAMPLE.toString(), "--as", "dgimm");

        assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains("dgimm@2021.1");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void an_unknown_model_is_bad_input() {
        Ran run = Ran.in(Language.EN, "view", SAMPLE.toString(), "--as", "cobit");

        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains("model.missing");
    }

    @Test
    void an_empty_assessment_is_left_to_be_filled_in() {
        Ran run = Ran.in(Language.EN, "new", "odmm");

        assertThat(run.out())
                .contains(
                        "  id: \"\"          # ",
                        "  # strategy.direction.plan: {rating: , note: \"\"}");
    }
}
