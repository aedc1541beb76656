package org.jieti.report.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jieti.catalog.Catalog;
import org.jieti.catalog.batch.Batch;
import org.jieti.catalog.batch.Progress;
import org.jieti.catalog.finding.Parsed;
import org.jieti.core.assessment.Answer;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.assessment.Unit;
import org.jieti.core.grading.Attained;
import org.jieti.core.grading.LevelLimit;
import org.jieti.core.grading.LevelRange;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.Language;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.NodeId;
import org.jieti.core.result.Ranking;
import org.jieti.core.result.Scoring;
import org.jieti.core.result.ScoringInput;
import org.jieti.core.result.Yardstick;
import org.jieti.report.html.OverviewHtml;
import org.jieti.report.overview.BatchOverview;
import org.jieti.report.table.CsvTable;
import org.jieti.testkit.Golden;
import org.junit.jupiter.api.Test;

class BatchFormsTest {
    private static final Catalog CATALOG = new Catalog(Golden.root().resolve("models"));
    private static final Unit HOSTILE =
            new Unit("=1+1", "<script>alert(1)</script>", "-2+3", "@SUM(A1)");

    private static <T> T ok(Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Ok<T> ok -> ok.value();
            case Parsed.Invalid<T> invalid ->
                    throw new AssertionError(invalid.findings().toString());
        };
    }

    /// Two units with every criterion of a model at its best, the second but one, and a third
    /// without answers.
    private static Batch batch(String id) {
        MaturityModel model = ok(CATALOG.modelNamed(id));
        Map<NodeId, Answer> best =
                model.criteria().stream()
                        .filter(each -> each.reading() == null)
                        .collect(
                                Collectors.toMap(
                                        each -> each.id(),
                                        _ -> new Answer.Rated(model.ratings().best(), "")));
        Assessment first =
                new Assessment(model.id(), HOSTILE, LocalDate.of(2026, 1, 1), best, Map.of());
        Assessment second =
                new Assessment(
                                model.id(),
                                new Unit("b", "B", "", "g"),
                                LocalDate.of(2026, 1, 1),
                                best,
                                Map.of())
                        .with(best.keySet().iterator().next(), new Answer.Unanswered());
        Assessment third =
                new Assessment(
                        model.id(),
                        new Unit("c", "C", "", "g"),
                        LocalDate.of(2026, 1, 1),
                        Map.of(),
                        Map.of());
        Yardstick yardstick = Yardstick.of(model, ok(CATALOG.weights(model, "equal")));
        List<ScoringInput> inputs = new ArrayList<>();
        for (Assessment each : List.of(first, second, third)) {
            inputs.add(Objects.requireNonNull(yardstick.accept(each, _ -> {})));
        }
        return new Batch(yardstick, inputs);
    }

    private static String csv(BatchResult result) {
        StringWriter out = new StringWriter();
        BatchCsv.write(result, Language.EN, out);
        return out.toString();
    }

    private static String ndjson(BatchResult result) {
        StringWriter out = new StringWriter();
        BatchNdjson.write(result, Language.EN, out);
        return out.toString();
    }

    /// The page without its scripts and styles.
    private static String html(BatchResult result, Language language) {
        return whole(result, language).replaceAll("(?s)<(script|style).*?</\\1>", "");
    }

    private static String whole(BatchResult result, Language language) {
        StringWriter out = new StringWriter();
        new OverviewHtml().write(BatchOverview.of(result, language), out);
        return out.toString();
    }

    @Test
    void each_row_says_what_its_own_result_says() {
        Batch batch = batch("dgimm");

        BatchResult result = BatchResult.of(batch, Progress.NONE);

        for (int i = 0; i < result.rows().size(); i++) {
            assertThat(result.rows().get(i))
                    .isEqualTo(UnitRow.of(Scoring.score(batch.inputs().get(i))));
        }
        assertThat(result.ranking().places())
                .containsExactly(
                        new Ranking.Place(1, 1),
                        new Ranking.Place(2, 1),
                        new Ranking.Place(null, null));
    }

    @Test
    void a_model_without_levels_is_ranked_by_score() {
        BatchResult result = BatchResult.of(batch("nag"), Progress.NONE);

        assertThat(result.rows().getFirst().attained()).isNull();
        Double total = result.rows().getFirst().total();
        assertThat(total).isCloseTo(100, within(1e-9));
        assertThat(csv(result).lines().toList().get(1))
                .startsWith(
                        "'=1+1,<script>alert(1)</script>,'-2+3,'@SUM(A1),,,,,%s,".formatted(total))
                .endsWith(",,1,1");
        assertThat(html(result, Language.EN)).contains("Units by score").doesNotContain("Position");
    }

    @Test
    void a_profile_has_levels_by_domain_and_no_rank() {
        BatchResult result = BatchResult.of(batch("gartner"), Progress.NONE);

        assertThat(result.ranking().places().getFirst()).isEqualTo(new Ranking.Place(null, null));
        UnitRow.DomainFigures domain = result.rows().getFirst().domains().getFirst();
        assertThat(domain.attained()).isNotNull();
        assertThat(html(result, Language.ZH)).contains("各单位总览").doesNotContain("等级分布");
    }

    @Test
    void texts_cannot_become_formulas_and_numbers_stay_numbers() {
        assertThat(
                        List.of("=1", "+1", "-1", "@a", "\ta", "\ra", "\na").stream()
                                .map(CsvTable::text))
                .containsExactly("'=1", "'+1", "'-1", "'@a", "'\ta", "'\ra", "'\na");
        assertThat(List.of("a=1", "1", "", "'x", " =1").stream().map(CsvTable::text))
                .containsExactly("a=1", "1", "", "'x", " =1");
    }

    @Test
    void limits_stand_in_every_form_by_name() {
        MaturityModel model = ok(CATALOG.modelNamed("dgimm"));
        Attained attained =
                new Attained(
                        4,
                        3,
                        3.5,
                        List.of(
                                new LevelLimit(
                                        LevelLimit.Rule.HIGHEST_DOMAIN,
                                        3,
                                        List.of(new NodeId("data")))));
        NodeId mandatory =
                model.criteria().stream()
                        .filter(Criterion::mandatory)
                        .findFirst()
                        .orElseThrow()
                        .id();
        List<UnitRow.DomainFigures> domains = new ArrayList<>();
        for (int i = 0; i < model.domains().size(); i++) {
            domains.add(
                    i > 0
                            ? new UnitRow.DomainFigures(null, null)
                            : new UnitRow.DomainFigures(
                                    50.0,
                                    new Attained(
                                            4,
                                            2,
                                            2.5,
                                            List.of(
                                                    new LevelLimit(
                                                            LevelLimit.Rule.MANDATORY,
                                                            2,
                                                            List.of(mandatory))))));
        }
        BatchResult result =
                new BatchResult(
                        model,
                        ok(CATALOG.weights(model, "equal")),
                        null,
                        List.of(
                                new UnitRow(
                                        new Unit("a", "A", "", ""),
                                        attained,
                                        new LevelRange(3, 5),
                                        1.0 / 3,
                                        0.5,
                                        domains)),
                        Ranking.of(List.of(new Ranking.Entry("", 1.0 / 3))));

        assertThat(csv(result))
                .contains("a,A,,,3,4,5,3.5,0.3333333333333333,0.5,")
                .contains("no domain stands above III")
                .contains(",50.0,2,2.5,mandatory item “");
        assertThat(ndjson(result))
                .contains(
                        "\"position\":2.5,\"limits\":[{\"rule\":\"mandatory\",\"cap\":2,\"causes\":[\"%s\"]"
                                .formatted(mandatory))
                .contains("\"level\":3,\"levelBeforeLimits\":4,\"possibleLevel\":5")
                .contains("{\"rule\":\"highest-domain\",\"cap\":3,\"causes\":[\"data\"],\"text\":");
        assertThat(html(result, Language.EN))
                .contains("no domain stands above III")
                .contains("domains held back: 1", "Vision and mechanism: mandatory item “");
    }

    @Test
    void the_page_needs_nothing_beside_it_and_takes_no_markup_from_names() {
        BatchResult result = BatchResult.of(batch("dgimm"), Progress.NONE);

        assertThat(whole(result, Language.ZH)).doesNotContain("<script>alert", "<script src");
        assertThat(html(result, Language.ZH))
                .contains("lang=\"zh-CN\"", "&lt;script&gt;alert(1)&lt;/script&gt;", "等级分布", "同类组")
                .doesNotContain("http://", "https://", "src=", "<link", " th:", "xmlns");
    }
}
