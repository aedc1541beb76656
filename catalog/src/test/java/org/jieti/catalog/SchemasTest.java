package org.jieti.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jieti.catalog.finding.Finding;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Parsed;
import org.jieti.catalog.fixture.Case;
import org.jieti.catalog.fixture.Models;
import org.jieti.catalog.format.Schemas;
import org.jieti.catalog.source.Sources;
import org.jieti.catalog.source.Value;
import org.jieti.testkit.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The published schemas say of a file what the readers say of it.
class SchemasTest {
    private final Models models;

    SchemasTest(@TempDir Path folder) {
        models = new Models(folder);
    }

    private static List<Path> files(String under, String glob) {
        try (Stream<Path> files = Files.walk(Golden.root().resolve(under))) {
            return files.filter(file -> file.toString().matches(glob)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> weightSets() {
        return files("models", ".*/weights/[^/]+\\.yaml");
    }

    static List<Path> clauses() {
        return files("models", ".*/clauses\\.yaml");
    }

    static List<Path> modelFiles() {
        return files("models", ".*/model\\.yaml");
    }

    static List<Path> samples() {
        return files("samples", ".*/[^/]+\\.yaml");
    }

    private static List<Finding> bySchema(Path file, String schema) {
        Findings findings = new Findings();
        Value value = Sources.read(file, file.toString(), findings);
        if (value != null) {
            Schemas.check(value, schema, findings);
        }
        return findings.sorted();
    }

    @ParameterizedTest
    @MethodSource("weightSets")
    void every_shipped_weight_set_fits_its_schema_and_its_reader(Path file) {
        assertThat(bySchema(file, Schemas.WEIGHT_SET)).isEmpty();
        assertThat(shipped().validate(file)).isInstanceOf(Parsed.Ok.class);
    }

    @ParameterizedTest
    @MethodSource("clauses")
    void every_shipped_list_of_clauses_fits_its_schema_and_its_reader(Path file) {
        assertThat(bySchema(file, Schemas.CLAUSES)).isEmpty();
        assertThat(shipped().validate(file)).isInstanceOf(Parsed.Ok.class);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_sample_fits_its_schema_and_its_reader(Path file) {
        assertThat(bySchema(file, Schemas.ASSESSMENT)).isEmpty();
        assertThat(shipped().validate(file).findings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("modelFiles")
    void every_shipped_model_is_sound(Path file) {
        assertThat(shipped().validate(file)).isInstanceOf(Parsed.Ok.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"assessment.v1", "weight-set.v1", "model.v1", "clauses.v1", "result.v1"})
    void a_schema_is_itself_a_schema(String name) throws IOException {
        String text =
                Files.readString(
                        Golden.root().resolve("models/schema").resolve(name + ".schema.json"));

        List<Error> errors =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(
                                SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                        .validate(text, InputFormat.JSON);

        assertThat(errors).isEmpty();
    }

    /// The cases that the schema lets pass. Every case is refused by its reader.
    private Set<String> passed(String schema, List<Case> cases) {
        return cases.stream()
                .filter(
                        wrong -> {
                            Path file = models.write("case.yaml", wrong.file().text());
                            return bySchema(file, schema).isEmpty();
                        })
                .map(Case::sentence)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void of_an_assessment_only_what_takes_the_model_passes_the_schema() {
        List<Case> cases =
                Stream.of(
                                AssessmentTest.answers(),
                                AssessmentTest.measures(),
                                AssessmentTest.heads())
                        .flatMap(List::stream)
                        .toList();

        assertThat(passed(Schemas.ASSESSMENT, cases))
                .containsExactlyInAnyOrder(
                        "an unknown id",
                        "an indicator answered",
                        "a rating off the scale",
                        "a metric rated by hand",
                        "a mandatory criterion not applicable",
                        "a veto criterion not applicable",
                        "more not applicable than the model allows",
                        "an unknown measure",
                        "a measure in the wrong unit",
                        "a measure with a number for a unit",
                        "a measure above what is possible",
                        "a measure below what is possible",
                        "a model version that is not there");
    }

    @Test
    void of_a_weight_set_only_what_takes_the_model_or_a_sum_passes_the_schema() {
        assertThat(passed(Schemas.WEIGHT_SET, WeightSetTest.cases()))
                .containsExactlyInAnyOrder(
                        "a weight left out",
                        "weights of siblings that do not sum to 1",
                        "weights of domains that do not sum to 1",
                        "a fraction above 1",
                        "a weight for a node that the model lacks",
                        "a weight for a criterion",
                        "a model that is not there");
    }

    @Test
    void what_the_reader_takes_the_schema_takes_too() {
        for (String body :
                List.of(
                        "",
                        "answers:\nmeasures:\n",
                        "answers: {alpha.one.way.1: {rating: met, note: \"\"}}\n",
                        "answers: {alpha.one.way.1: {na: 没有}}\n",
                        "answers: {alpha.one.way.1: {insufficient: 不全}}\n",
                        "measures: {speed: {value: 9, unit: days}}\n")) {
            Path file =
                    models.write(
                            "a.yaml",
                            "model: small@1\nunit: {id: a, name: b, region: \"\"}\n"
                                    + "asOf: 2026-11-22\n"
                                    + body);

            assertThat(models.catalog().validate(file).findings()).as(body).isEmpty();
            assertThat(bySchema(file, Schemas.ASSESSMENT)).as(body).isEmpty();
        }
    }

    private static Catalog shipped() {
        return new Catalog(Golden.root().resolve("models"));
    }
}
