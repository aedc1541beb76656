package org.jieti.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jieti.catalog.Catalog;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.finding.Parsed;
import org.jieti.core.model.Language;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Measure;
import org.jieti.core.model.MeasureId;
import org.jieti.core.model.ModelId;
import org.jieti.core.result.Result;
import org.jieti.core.result.Scoring;
import org.jieti.core.result.ScoringInput;
import org.jieti.testkit.Golden;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// `new` writes a form that is sound as soon as the unit is named, and stays so as it is filled in.
class NewTest {
    private static final Catalog CATALOG = new Catalog(Golden.root().resolve("models"));

    private final Path folder;

    NewTest(@TempDir Path folder) {
        this.folder = folder;
    }

    static Stream<Arguments> modelsInBothLanguages() {
        return CATALOG.models().stream()
                .flatMap(
                        id ->
                                Stream.of(Language.values())
                                        .map(language -> Arguments.of(id, language)));
    }

    private static MaturityModel model(ModelId id) {
        Parsed<MaturityModel> model = CATALOG.model(id, Location.whole("test"));
        return ((Parsed.Ok<MaturityModel>) model).value();
    }

    private static ScoringInput read(Path file) {
        Parsed<ScoringInput> input = CATALOG.scoringInput(file, null, null);
        assertThat(input.findings()).isEmpty();
        return ((Parsed.Ok<ScoringInput>) input).value();
    }

    private static Result score(ScoringInput input) {
        return Scoring.score(input.model(), input.weights(), input.preset(), input.assessment());
    }

    @ParameterizedTest
    @MethodSource("modelsInBothLanguages")
    void the_form_is_sound_once_the_unit_is_named_and_each_answer_once_it_is_given(
            ModelId id, Language language) throws IOException {
        Path file = folder.resolve("unit.yaml");
        Ran ran = Ran.in(language, "new", id.toString(), "--out", file.toString());
        assertThat(ran.code()).isEqualTo(ExitCode.DONE);
        String form = Files.readString(file);

        Ran unnamed = Ran.in(language, "validate", file.toString());
        assertThat(unnamed.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(unnamed.err().lines().filter(line -> line.contains("file.text.blank")))
                .hasSize(2);

        String named =
                form.replaceFirst("(?m)^  id: \"\"", "  id: \"330100\"")
                        .replaceFirst("(?m)^  name: \"\"", "  name: 某市");
        Files.writeString(file, named);
        ScoringInput empty = read(file);
        assertThat(Ran.in(language, "validate", file.toString()).code()).isEqualTo(ExitCode.DONE);
        assertThat(empty.assessment().unit().name()).isEqualTo("某市");
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        assertThat(empty.assessment().asOf()).isBetween(today.minusDays(1), today);
        assertThat(empty.assessment().answers()).isEmpty();
        assertThat(score(empty).tree().coverage().answeredShare()).isZero();

        Files.writeString(file, filled(named, model(id)));
        ScoringInput full = read(file);
        assertThat(score(full).tree().coverage().answeredShare()).isCloseTo(1, within(1e-9));
        assertThat(full.assessment().measures()).hasSize(model(id).measures().size());
    }

    /// Takes the comment sign off every answer and measure, and gives a value to each.
    private static String filled(String form, MaturityModel model) {
        String rated =
                form.replaceAll(
                        "(?m)^  # (\\S+: \\{rating: ), note",
                        "  $1" + model.ratings().best().id() + ", note");
        return Pattern.compile("(?m)^  # (\\S+): \\{value: , unit")
                .matcher(rated)
                .replaceAll(match -> measure(match, model));
    }

    private static String measure(MatchResult match, MaturityModel model) {
        Measure measure = Objects.requireNonNull(model.findMeasure(new MeasureId(match.group(1))));
        return "  " + match.group(1) + ": {value: " + measure.least() + ", unit";
    }

    @ParameterizedTest
    @MethodSource("modelsInBothLanguages")
    void every_criterion_stands_in_the_form_once(ModelId id, Language language) {
        String form = Ran.in(language, "new", id.toString()).out();

        MaturityModel model = model(id);
        List<String> rated =
                Pattern.compile("(?m)^  # (\\S+): \\{rating")
                        .matcher(form)
                        .results()
                        .map(match -> match.group(1))
                        .toList();
        assertThat(rated)
                .containsExactlyElementsOf(
                        model.criteria().stream()
                                .filter(criterion -> criterion.reading() == null)
                                .map(criterion -> criterion.id().value())
                                .toList());
    }
}
