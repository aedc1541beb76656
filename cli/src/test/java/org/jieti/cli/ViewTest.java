package org.jieti.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
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
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;

/// `view`: one assessment through another model, from the command line.
class ViewTest {
    private static final Path SAMPLE = Golden.root().resolve("samples/dgimm/growing-city.yaml");
    private static final Catalog CATALOG = new Catalog(Golden.root().resolve("models"));

    @TempDir private Path folder;

    /// What a command printed, and how it ended.
    private record Run(int code, String out, String err) {
        static Run of(Language language, String... arguments) {
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            Session session =
                    new Session(
                            Golden.root(),
                            language,
                            new PrintWriter(out),
                            new PrintWriter(err),
                            Ansi.OFF);
            int code = Main.run(session, arguments);
            return new Run(code, out.toString(), err.toString());
        }
    }

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
    @ValueSource(strings = {"gartner", "nag", "odmm"})
    void the_sample_through_each_of_the_other_models(String as) {
        Run zh = Run.of(Language.ZH, "view", SAMPLE.toString(), "--as", as);
        Run en = Run.of(Language.EN, "view", SAMPLE.toString(), "--as", as);

        assertThat(zh.code).isEqualTo(ExitCode.DONE);
        assertThat(zh.err).isEmpty();
        Golden.assertMatches("samples/dgimm/expected/view-" + as + ".txt", zh.out);
        Golden.assertMatches("samples/dgimm/expected/view-" + as + ".en.txt", en.out);
    }

    /// The sample rates 共享供需对接 满足, and Gartner asks the same of the shared data platform.
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
        assertThat(carried.link().id()).isEqualTo("data-requests-met");
        assertThat(carried.from())
                .extracting(score -> score.id().value())
                .containsExactly("data.sharing.mechanism.3.2");
        assertThat(carried.answer())
                .isInstanceOfSatisfying(
                        Answer.Rated.class,
                        rated -> assertThat(rated.rating().id()).isEqualTo("met"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gartner", "nag", "odmm"})
    void what_is_written_is_sound_and_comes_to_the_same(String as) throws IOException {
        Path out = folder.resolve(as + ".yaml");
        Run run =
                Run.of(Language.EN, "view", SAMPLE.toString(), "--as", as, "--out", out.toString());

        assertThat(run.code).isEqualTo(ExitCode.DONE);
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
        Path file = folder.resolve("unit.yaml");
        Files.writeString(
                file,
                """
                model: gartner@2021.1
                unit: {id: "a\\"1", name: "某市 \\\\ 局"}
                asOf: 2026-06-30
                answers:
                  platform.composition.centre.3.2: {insufficient: "账 \\"台\\" 缺\\n二月"}
                  platform.composition.centre.1.1: {na: "另有 \\\\ 安排"}
                """);
        Path out = folder.resolve("out.yaml");

        Run run =
                Run.of(
                        Language.EN,
                        "view",
                        file.toString(),
                        "--as",
                        "dgimm",
                        "--out",
                        out.toString());

        assertThat(run.err).isEmpty();
        Result written = scored(out);
        assertThat(written.assessment().unit().id()).isEqualTo("a\"1");
        assertThat(written.assessment().unit().name()).isEqualTo("某市 \\ 局");
        assertThat(written.assessment().answer(new NodeId("data.sharing.mechanism.3.2")))
                .isInstanceOfSatisfying(
                        Answer.InsufficientEvidence.class,
                        answer ->
                                assertThat(answer.reason())
                                        .startsWith("账 \"台\" 缺\n二月")
                                        .contains("platform.composition.centre.3.2"));
        assertThat(written.assessment().answer(new NodeId("application.development.procurement.1")))
                .isInstanceOfSatisfying(
                        Answer.NotApplicable.class,
                        answer -> assertThat(answer.reason()).startsWith("另有 \\ 安排"));
    }

    @Test
    void a_file_is_not_overwritten_unasked() throws IOException {
        Path out = folder.resolve("kept.yaml");
        Files.writeString(out, "kept");

        Run run =
                Run.of(
                        Language.EN,
                        "view",
                        SAMPLE.toString(),
                        "--as",
                        "odmm",
                        "--out",
                        out.toString());

        assertThat(run.code).isEqualTo(ExitCode.REFUSED);
        assertThat(Files.readString(out)).isEqualTo("kept");
    }

    @Test
    void the_assessments_own_model_is_refused() {
        Run run = Run.of(Language.EN, "view", SAMPLE.toString(), "--as", "dgimm");

        assertThat(run.code).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err).contains("dgimm@2021.1");
        assertThat(run.out).isEmpty();
    }

    @Test
    void an_unknown_model_is_bad_input() {
        Run run = Run.of(Language.EN, "view", SAMPLE.toString(), "--as", "cobit");

        assertThat(run.code).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err).contains("model.missing");
    }

    @Test
    void an_empty_assessment_is_left_to_be_filled_in() {
        Run run = Run.of(Language.EN, "new", "odmm");

        assertThat(run.out)
                .contains(
                        "  id: \"\"          # ",
                        "  # strategy.direction.plan: {rating: , note: \"\"}");
    }
}
