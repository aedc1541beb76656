package org.jieti.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jieti.catalog.finding.Finding;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.format.Schemas;
import org.jieti.catalog.source.Sources;
import org.jieti.catalog.source.Value;
import org.jieti.core.grading.Grade;
import org.jieti.core.model.Language;
import org.jieti.core.result.DomainResult;
import org.jieti.core.result.Result;
import org.jieti.core.scoring.BranchScore;
import org.jieti.core.scoring.CriterionScore;
import org.jieti.core.scoring.ScoreNode;
import org.jieti.report.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResultJsonTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    @TempDir private Path folder = Path.of("");

    static Stream<Result> results() {
        return Stream.of(
                Samples.mini(),
                Samples.mini("staged"),
                Samples.mini("band"),
                Samples.unanswered(),
                Samples.excluded(),
                Samples.flat(),
                Samples.published("gartner@2021.1"));
    }

    @ParameterizedTest
    @MethodSource("results")
    void output_fits_its_schema(Result result) throws IOException {
        assertThat(schemaFindings(ResultJson.render(result))).isEmpty();
    }

    @Test
    void the_schema_refuses_a_field_it_does_not_know() throws IOException {
        String json = ResultJson.render(Samples.mini());
        assertThat(schemaFindings(json.replaceFirst("\"earned\"", "\"won\""))).isNotEmpty();
    }

    private List<String> schemaFindings(String json) throws IOException {
        Path file = folder.resolve("result.json");
        Files.writeString(file, json);
        Findings findings = new Findings();
        Value value = Objects.requireNonNull(Sources.read(file, file.toString(), findings));
        Schemas.check(value, Schemas.RESULT, findings);
        return findings.sorted().stream().map((Finding f) -> f.line(Language.EN)).toList();
    }

    @Test
    void numbers_keep_their_full_precision() {
        Result result = Samples.mini();
        JsonNode json = MAPPER.readTree(ResultJson.render(result));
        Grade overall = Objects.requireNonNull(result.overall());
        assertThat(json.at("/overall/score/now").doubleValue())
                .isEqualTo(Objects.requireNonNull(result.tree().total()).now());
        assertThat(json.at("/overall/position").doubleValue())
                .isEqualTo(Objects.requireNonNull(overall.attained()).position());
        for (int i = 0; i < overall.levels().size(); i++) {
            assertThat(json.at("/overall/levels/" + i + "/share").doubleValue())
                    .isEqualTo(overall.levels().get(i).share());
        }
    }

    @Test
    void levels_limits_and_gates_of_every_domain_are_those_of_the_result() {
        Result result = Samples.mini();
        JsonNode json = MAPPER.readTree(ResultJson.render(result));
        for (int i = 0; i < result.domains().size(); i++) {
            DomainResult domain = result.domains().get(i);
            Grade grade = Objects.requireNonNull(domain.grade());
            JsonNode written = json.at("/domains/" + i);
            assertThat(written.at("/id").asString()).isEqualTo(domain.domain().id().value());
            assertThat(written.at("/level").intValue())
                    .isEqualTo(Objects.requireNonNull(grade.attained()).level());
            assertThat(written.at("/possible/highest").intValue())
                    .isEqualTo(grade.possible().highest());
            assertThat(written.at("/gates").size()).isEqualTo(grade.gates().size());
            assertThat(written.at("/next/failing").size())
                    .isEqualTo(Objects.requireNonNull(grade.next()).failing().size());
        }
    }

    @Test
    void the_derivation_holds_every_node_with_its_contribution() {
        Result result = Samples.mini();
        JsonNode json = MAPPER.readTree(ResultJson.render(result));
        for (int i = 0; i < result.tree().domains().size(); i++) {
            same(json.at("/derivation/" + i), result.tree().domains().get(i));
        }
    }

    private static void same(JsonNode json, ScoreNode node) {
        assertThat(json.at("/id").asString()).isEqualTo(node.node().id().value());
        assertThat(json.at("/contribution").doubleValue()).isEqualTo(node.contribution());
        assertThat(json.at("/effectiveWeight").doubleValue()).isEqualTo(node.effectiveWeight());
        switch (node) {
            case BranchScore branch -> {
                assertThat(json.at("/appliedWeight").doubleValue())
                        .isEqualTo(branch.appliedWeight());
                for (int i = 0; i < branch.children().size(); i++) {
                    same(json.at("/children/" + i), branch.children().get(i));
                }
            }
            case CriterionScore criterion -> {
                assertThat(json.at("/points").doubleValue()).isEqualTo(criterion.points());
                assertThat(json.at("/fulfilment/value").doubleValue())
                        .isEqualTo(criterion.currentFulfilment());
            }
        }
    }

    @Test
    void a_model_without_levels_has_no_level_but_a_score() {
        JsonNode json = MAPPER.readTree(ResultJson.render(Samples.flat()));
        assertThat(json.at("/preset").isNull()).isTrue();
        assertThat(json.at("/overall/level").isNull()).isTrue();
        assertThat(json.at("/overall/levels").isEmpty()).isTrue();
        assertThat(json.at("/overall/score/now").isNumber()).isTrue();
    }

    @Test
    void the_same_result_is_written_the_same() {
        assertThat(ResultJson.render(Samples.mini())).isEqualTo(ResultJson.render(Samples.mini()));
    }
}
