package org.jieti.report.population;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jieti.catalog.Catalog;
import org.jieti.catalog.finding.Finding;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Parsed;
import org.jieti.catalog.format.Schemas;
import org.jieti.catalog.source.Sources;
import org.jieti.catalog.source.Value;
import org.jieti.core.model.Language;
import org.jieti.core.population.Aggregation;
import org.jieti.core.population.Imputation;
import org.jieti.core.population.IndexModel;
import org.jieti.core.population.Member;
import org.jieti.core.population.MemberResult;
import org.jieti.core.population.Normalisation;
import org.jieti.core.population.Outcome;
import org.jieti.core.population.Population;
import org.jieti.core.population.PopulationResult;
import org.jieti.core.population.PopulationScoring;
import org.jieti.core.population.Remark;
import org.jieti.core.population.Step;
import org.jieti.report.html.OverviewHtml;
import org.jieti.report.json.PopulationJson;
import org.jieti.report.overview.Overview;
import org.jieti.report.overview.PopulationOverview;
import org.jieti.testkit.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The result of a population as JSON, as lines of JSON, as a table and as a page.
class PopulationFormsTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Catalog CATALOG = new Catalog(Golden.root().resolve("models"));

    @TempDir private Path folder = Path.of("");

    private static <T> T ok(Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Ok<T> ok -> ok.value();
            case Parsed.Invalid<T> invalid ->
                    throw new AssertionError(invalid.findings().toString());
        };
    }

    private static IndexModel asem() {
        return ok(
                CATALOG.indexModelNamed(
                        Golden.root().resolve("samples/asem/index.yaml").toString()));
    }

    private static PopulationResult scored(IndexModel model, String table) {
        Path file = Golden.root().resolve("samples").resolve(table);
        return PopulationScoring.score(model, ok(CATALOG.population(file, model)));
    }

    private static PopulationResult gtmi() {
        return scored(ok(CATALOG.indexModelNamed("gtmi@2022")), "gtmi/2022.csv");
    }

    /// The result in which everything happens that may: logarithms, a unit screened out, and a
    /// mean that negative parts leave undefined.
    private static PopulationResult eventful() {
        IndexModel model =
                asem().with(
                                List.of(
                                        new Step.Denominate(),
                                        new Step.Screen(0.9),
                                        new Step.Impute(new Imputation.Median()),
                                        new Step.Winsorise(2, 3.5, 1, Step.Then.LOGARITHM),
                                        new Step.Normalise(new Normalisation.ZScore(0, 1))))
                        .with(Aggregation.GEOMETRIC_MEAN);
        return scored(model, "asem/raw.csv");
    }

    /// A unit with hostile names, one with missing cells, and one that was not surveyed.
    private static PopulationResult hostile() {
        IndexModel model = ok(CATALOG.indexModelNamed("gtmi@2022"));
        Map<String, Double> values = Map.of("cgsi", 0.5, "psdi", 0.6, "dcei", 0.7, "gtei", 0.0);
        return PopulationScoring.score(
                model,
                new Population(
                        List.of(
                                new Member(
                                        "=1+1",
                                        "<script>alert(1)</script>",
                                        Member.Survey.SURVEYED,
                                        Map.of(),
                                        values),
                                new Member(
                                        "partly",
                                        "@SUM(A1)",
                                        Member.Survey.SURVEYED,
                                        Map.of(),
                                        Map.of("cgsi", 0.9)),
                                new Member(
                                        "absent",
                                        "absent",
                                        Member.Survey.NOT_SURVEYED,
                                        Map.of(),
                                        Map.of()))));
    }

    static Stream<PopulationResult> results() {
        return Stream.of(
                gtmi(),
                scored(ok(CATALOG.indexModelNamed("egdi@2010")), "egdi/2010.csv"),
                scored(ok(CATALOG.indexModelNamed("egdi@2014")), "egdi/2008.csv"),
                scored(asem(), "asem/raw.csv"),
                eventful(),
                hostile());
    }

    @ParameterizedTest
    @MethodSource("results")
    void json_fits_its_schema(PopulationResult result) throws IOException {
        assertThat(schemaFindings(PopulationJson.render(result))).isEmpty();
    }

    @Test
    void results_of_the_test_reach_every_outcome_and_most_remarks() {
        List<Class<?>> outcomes = new ArrayList<>();
        List<Class<?>> remarks = new ArrayList<>();
        results()
                .forEach(
                        result -> {
                            result.members().forEach(m -> outcomes.add(m.outcome().getClass()));
                            result.remarks().forEach(r -> remarks.add(r.getClass()));
                        });

        assertThat(outcomes)
                .contains(
                        Outcome.Scored.class,
                        Outcome.NotSurveyed.class,
                        Outcome.TooFewData.class,
                        Outcome.MissingData.class,
                        Outcome.Undefined.class);
        assertThat(remarks)
                .contains(
                        Remark.LogarithmTaken.class,
                        Remark.OutliersRemain.class,
                        Remark.OnlyOneUnit.class);
    }

    @Test
    void schema_refuses_what_it_does_not_know_and_an_index_without_a_score() throws IOException {
        String json = PopulationJson.render(hostile());

        assertThat(schemaFindings(json.replaceFirst("\"rankedOn\"", "\"rankedBy\""))).isNotEmpty();
        assertThat(schemaFindings(json.replaceFirst("\"share\"", "\"part\""))).isNotEmpty();
        assertThat(
                        schemaFindings(
                                json.replaceFirst(
                                        "\"outcome\" : \"scored\"",
                                        "\"outcome\" : \"not-surveyed\"")))
                .isNotEmpty();
        assertThat(schemaFindings(json.replaceFirst("\"missing\"", "\"missed\""))).isNotEmpty();
    }

    private List<String> schemaFindings(String json) throws IOException {
        Path file = folder.resolve("result.json");
        Files.writeString(file, json);
        Findings findings = new Findings();
        Value value = Objects.requireNonNull(Sources.read(file, file.toString(), findings));
        Schemas.check(value, Schemas.POPULATION_RESULT, findings);
        return findings.sorted().stream().map((Finding f) -> f.line(Language.EN)).toList();
    }

    @Test
    void numbers_keep_their_full_precision_in_json_lines_and_table() {
        PopulationResult result = gtmi();
        JsonNode json = MAPPER.readTree(PopulationJson.render(result));
        List<String> lines = lines(result);
        List<NamedCsvRecord> rows = rows(csv(result, Language.EN));

        assertThat(lines).hasSize(198);
        assertThat(rows).hasSize(198);
        for (int i = 0; i < 198; i++) {
            MemberResult member = result.ranked().get(i);
            Outcome.Scored scored = (Outcome.Scored) member.outcome();
            assertThat(json.at("/units/" + i + "/index").doubleValue()).isEqualTo(scored.index());
            assertThat(MAPPER.readTree(lines.get(i))).isEqualTo(json.at("/units/" + i));
            assertThat(rows.get(i).getField("unit")).isEqualTo(member.member().id());
            assertThat(Double.parseDouble(rows.get(i).getField("index"))).isEqualTo(scored.index());
            assertThat(rows.get(i).getField("rank")).isEqualTo(Integer.toString(scored.rank()));
            assertThat(Double.parseDouble(rows.get(i).getField("cgsi")))
                    .isEqualTo(member.member().value("cgsi"));
        }
    }

    @Test
    void table_holds_every_node_and_peer_rank() {
        List<NamedCsvRecord> rows = rows(csv(scored(asem(), "asem/raw.csv"), Language.EN));
        NamedCsvRecord first = rows.getFirst();

        assertThat(first.getField("unit")).isEqualTo("CHE");
        assertThat(first.getField("conn.rank")).isEqualTo("3");
        assertThat(first.getField("sust.rank")).isEqualTo("1");
        assertThat(first.getField("EurAsia_group")).isEqualTo("Europe");
        assertThat(first.getField("EurAsia_group.rank")).isEqualTo("1");
        assertThat(first.getField("EurAsia_group.of")).isEqualTo("30");
        assertThat(first.getField("bord")).isEqualTo("100.0");
        assertThat(first.getField("imputed")).isEqualTo("0");
        assertThat(first.getField("why")).isEmpty();
    }

    @Test
    void table_keeps_texts_from_becoming_formulas_and_says_why_a_unit_has_no_index() {
        List<NamedCsvRecord> rows = rows(csv(hostile(), Language.ZH));

        assertThat(rows.get(0).getField("unit")).isEqualTo("'=1+1");
        assertThat(rows.get(1).getField("name")).isEqualTo("'@SUM(A1)");
        assertThat(rows.get(1).getField("index")).isEmpty();
        assertThat(rows.get(1).getField("rank")).isEmpty();
        assertThat(rows.get(1).getField("why")).startsWith("缺少");
        assertThat(rows.get(2).getField("why")).isEqualTo("未参加调查");
        assertThat(rows.get(2).getField("imputed")).isEmpty();
    }

    private static String csv(PopulationResult result, Language language) {
        StringWriter out = new StringWriter();
        PopulationCsv.write(result, language, out);
        return out.toString();
    }

    private static List<NamedCsvRecord> rows(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
    }

    private static List<String> lines(PopulationResult result) {
        StringWriter out = new StringWriter();
        PopulationJson.writeLines(result, out);
        return out.toString().lines().toList();
    }

    private static String html(PopulationResult result, Language language) {
        StringWriter out = new StringWriter();
        new OverviewHtml().write(PopulationOverview.of(result, language), out);
        return out.toString();
    }

    /// The page without its scripts and styles.
    private static String page(PopulationResult result, Language language) {
        return html(result, language).replaceAll("(?s)<(script|style).*?</\\1>", "");
    }

    @Test
    void page_needs_nothing_beside_it_and_takes_no_markup_from_names() {
        assertThat(html(hostile(), Language.ZH)).doesNotContain("<script>alert", "<script src");
        assertThat(page(hostile(), Language.ZH))
                .contains("lang=\"zh-CN\"", "&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("http://", "https://", "src=", "<link", " th:", "xmlns");
    }

    @Test
    void page_ranks_groups_and_explains_in_both_languages() {
        PopulationResult result = scored(asem(), "asem/raw.csv");

        assertThat(page(result, Language.EN))
                .contains("51 units, 51 of them with an index", "Peer groups: Asia or Europe")
                .contains("Switzerland", "1 of 30", "68.38", "4 moved", "Derivations");
        assertThat(page(result, Language.ZH))
                .contains("共 51 个单位，其中 51 个有指数", "同类组：亚洲或欧洲")
                .contains("1/30", "缩尾 4 个", "计算过程");
    }

    @Test
    void page_says_what_readers_should_know_and_lists_units_without_an_index() {
        assertThat(page(hostile(), Language.EN))
                .contains("Only one unit has an index", "Units without an index")
                .contains("not surveyed", "missing: ");
        assertThat(page(gtmi(), Language.EN))
                .contains("class=\"good\">The published index is reproduced for 198 units")
                .contains("A Very high", "34.8%");
        assertThat(page(eventful(), Language.ZH)).contains("改取对数", "没有指数的单位");
    }

    @Test
    void page_of_a_population_that_is_too_large_shows_no_derivations_and_says_so() {
        IndexModel model = ok(CATALOG.indexModelNamed("gtmi@2022"));
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < 6001; i++) {
            double value = i / 6001.0;
            members.add(
                    new Member(
                            "u" + i,
                            "u" + i,
                            Member.Survey.SURVEYED,
                            Map.of(),
                            Map.of("cgsi", value, "psdi", value, "dcei", value, "gtei", value)));
        }
        PopulationResult result = PopulationScoring.score(model, new Population(members));

        Overview overview = PopulationOverview.of(result, Language.EN);

        assertThat(overview.derivations()).isEmpty();
        assertThat(overview.derivationsNote()).contains("JSON");
    }

    @Test
    void chart_holds_a_dot_for_every_unit_with_an_index_and_for_every_group() {
        Overview overview = PopulationOverview.of(scored(asem(), "asem/raw.csv"), Language.EN);

        JsonNode chart = MAPPER.readTree(Objects.requireNonNull(overview.chart()).json());

        assertThat(chart.at("/strips").size()).isEqualTo(1 + 2 + 4);
        assertThat(chart.at("/strips/0/dots").size()).isEqualTo(51);
        assertThat(chart.at("/strips/1/dots").size() + chart.at("/strips/2/dots").size())
                .isEqualTo(51);
        assertThat(chart.at("/strips/0/dots/0/1").asString()).startsWith("Switzerland · 68.38");
    }
}
