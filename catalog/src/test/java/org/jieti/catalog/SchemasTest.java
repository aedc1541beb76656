package org.jieti.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jieti.catalog.finding.Finding;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Parsed;
import org.jieti.catalog.fixture.Case;
import org.jieti.catalog.fixture.Models;
import org.jieti.catalog.format.FileKind;
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

    static Stream<Path> shipped() throws IOException {
        List<Path> all = new ArrayList<>();
        for (String folder : List.of("models", "samples")) {
            try (Stream<Path> files = Files.walk(Golden.root().resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".yaml")).sorted().forEach(all::add);
            }
        }
        return all.stream().filter(file -> !file.toString().contains("/domains/"));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void every_file_that_ships_fits_its_schema_and_its_reader(Path file) {
        Findings findings = new Findings();
        Value value = Objects.requireNonNull(Sources.read(file, file.toString(), findings));
        FileKind kind = FileKind.of(value);
        String schema =
                switch (kind) {
                    case WEIGHT_SET -> Schemas.WEIGHT_SET;
                    case WEIGHING -> Schemas.WEIGHING;
                    case CLAUSES -> Schemas.CLAUSES;
                    case ASSESSMENT -> Schemas.ASSESSMENT;
                    case VARIANT -> Schemas.MODEL_VARIANT;
                    case INDEX_MODEL -> Schemas.INDEX_MODEL;
                    case CROSSWALK -> "crosswalk.v1";
                    case UNCERTAINTY -> Schemas.UNCERTAINTY;
                    // its schema is for the model with its domain files in place
                    case MODEL -> "";
                    case UNKNOWN -> throw new AssertionError(file + " is of no kind");
                };
        if (!schema.isEmpty()) {
            Schemas.check(value, schema, findings);
        }
        Path variants = Golden.root().resolve("samples/variants");
        Catalog catalog = new Catalog(List.of(Golden.root().resolve("models"), variants));

        Parsed<FileKind> validated = catalog.validate(file);

        assertThat(findings.sorted()).isEmpty();
        assertThat(validated)
                .isInstanceOfSatisfying(
                        Parsed.Ok.class, ok -> assertThat(ok.value()).isEqualTo(kind));
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
    @ValueSource(
            strings = {
                "assessment.v1",
                "weight-set.v1",
                "model.v1",
                "model-variant.v1",
                "clauses.v1",
                "crosswalk.v1",
                "index-model.v1",
                "uncertainty.v1",
                "costs.v1",
                "roadmap.v1",
                "peers.v1",
                "population-result.v1",
                "result.v1"
            })
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
}
