package org.jieti.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jieti.core.grading.Attained;
import org.jieti.core.grading.Grade;
import org.jieti.core.grading.LevelVerdict;
import org.jieti.core.grading.NextLevel;
import org.jieti.core.model.Language;
import org.jieti.core.result.DomainResult;
import org.jieti.core.result.Result;
import org.jieti.core.scoring.BranchScore;
import org.jieti.core.scoring.CriterionScore;
import org.jieti.core.scoring.ScoreNode;
import org.jieti.report.Samples;
import org.jieti.report.words.Numbers;
import org.jieti.report.words.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultHtmlTest {
    private static final ResultHtml HTML = new ResultHtml();

    private static Page page(Result result, Language language) {
        return Page.of(HTML.render(result, Samples.guidance(result), language));
    }

    static Stream<Arguments> everyKindOfResult() {
        return Stream.of(
                        Samples.mini(),
                        Samples.mini("staged"),
                        Samples.mini("band"),
                        Samples.unanswered(),
                        Samples.excluded(),
                        Samples.flat())
                .flatMap(
                        result ->
                                Stream.of(Language.values())
                                        .map(language -> Arguments.of(result, language)));
    }

    @ParameterizedTest
    @MethodSource("everyKindOfResult")
    void a_page_is_complete_and_stands_alone(Result result, Language language) {
        Page page = page(result, language);
        assertThat(page.markup()).doesNotContain("th:", "${", "#{", "??", "null");
        assertThat(page.markup()).doesNotContain("<link", "<img", "<iframe", " src=", "@import");
        assertThat(page.texts("//@href")).allMatch(href -> href.startsWith("#"));
        assertThat(style(page)).doesNotContain("url(", "@import", "http:", "https:");
    }

    private static String style(Page page) {
        String html = page.html();
        return html.substring(html.indexOf("<style>"), html.indexOf("</style>"));
    }

    @ParameterizedTest
    @MethodSource("everyKindOfResult")
    void every_link_within_the_page_leads_somewhere(Result result, Language language) {
        Page page = page(result, language);
        List<String> ids = page.texts("//@id");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(page.texts("//@href"))
                .allSatisfy(href -> assertThat(ids).contains(href.substring(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dgimm@2021.1", "gartner@2021.1", "nag@2021.1", "odmm@2021.1"})
    void the_english_page_of_a_published_model_holds_no_chinese(String model) {
        Result result = Samples.published(model);
        Page page = Page.of(HTML.render(result, Samples.publishedGuidance(result), Language.EN));
        assertThat(page.markup())
                .doesNotContainPattern(
                        Pattern.compile("[\\p{IsHan}\\u3000-\\u303f\\uff00-\\uffef]"));
        assertThat(page.text("/html/@lang")).isEqualTo("en");
    }

    @Test
    void the_chinese_page_says_its_language() {
        assertThat(page(Samples.mini(), Language.ZH).text("/html/@lang")).isEqualTo("zh-CN");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void heading_shows_level_score_coverage_and_position_of_the_result(Language language) {
        Result result = Samples.mini();
        Words words = new Words(language, result.model());
        Attained attained = attained(result.overall());
        Page page = page(result, language);
        String heading = "//*[@id='overview']";
        assertThat(page.text(heading + "//*[@data-value='level']"))
                .isEqualTo(words.code(attained.level()));
        assertThat(page.text(heading + "//*[@data-value='score']"))
                .isEqualTo(Numbers.score(total(result)));
        assertThat(page.text(heading + "//*[@data-value='coverage']"))
                .isEqualTo(Numbers.percent(result.tree().coverage().answeredShare()));
        assertThat(page.text(heading + "//*[@data-value='position']"))
                .isEqualTo(Numbers.position(attained.position()));
        assertThat(page.text(heading + "//*[@class='why']"))
                .isEqualTo(words.why(Objects.requireNonNull(result.overall())));
        assertThat(page.text(heading + "//*[@class='possible']"))
                .isEqualTo(
                        words.possible(
                                Objects.requireNonNull(result.overall()),
                                result.tree().coverage()));
        assertThat(page.text(heading + "//*[@class='disclaimer']"))
                .contains(words.text(result.model().disclaimer()));
    }

    private static double total(Result result) {
        return Objects.requireNonNull(Objects.requireNonNull(result.tree().total()).now());
    }

    private static Attained attained(@Nullable Grade grade) {
        return Objects.requireNonNull(Objects.requireNonNull(grade).attained());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void domain_table_shows_the_numbers_of_the_result(Language language) {
        Result result = Samples.mini();
        Words words = new Words(language, result.model());
        Page page = page(result, language);
        for (DomainResult domain : result.domains()) {
            String row =
                    "//div[contains(@class,'domains')]//tr[@data-node='%s']"
                            .formatted(domain.domain().id());
            Attained attained = attained(domain.grade());
            assertThat(page.text(row + "/*[@data-value='level']//*[contains(@class,'chip')]"))
                    .isEqualTo(words.code(attained.level()));
            assertThat(page.text(row + "/*[@data-value='position']"))
                    .isEqualTo(Numbers.position(attained.position()));
            assertThat(page.text(row + "/*[@data-value='score']"))
                    .isEqualTo(Numbers.score(domain.score().earned()));
            assertThat(page.text(row + "/*[@data-value='coverage']"))
                    .isEqualTo(Numbers.percent(domain.score().coverage().answeredShare()));
        }
    }

    @Test
    void matrix_shows_every_share_and_marks_what_is_not_reached() {
        Result result = Samples.mini();
        Page page = page(result, Language.ZH);
        for (DomainResult domain : result.domains()) {
            String row = "//*[@id='matrix']//tr[@data-node='%s']".formatted(domain.domain().id());
            List<LevelVerdict> levels = Objects.requireNonNull(domain.grade()).levels();
            for (int i = 0; i < levels.size(); i++) {
                String cell = "%s/td[%d]".formatted(row, i + 1);
                if (levels.get(i).asked() == 0) {
                    assertThat(page.texts(cell + "//*[@data-value='share']")).isEmpty();
                } else {
                    assertThat(page.text(cell + "//*[@data-value='share']"))
                            .isEqualTo(Numbers.share(levels.get(i).share()));
                    assertThat(page.text(cell + "/@class"))
                            .contains(levels.get(i).reached() ? "reached" : "unmet");
                }
            }
        }
    }

    @Test
    void derivation_shows_weight_points_fulfilment_and_contribution_of_every_node() {
        Result result = Samples.mini();
        Page page = page(result, Language.EN);
        result.tree().domains().forEach(domain -> shown(page, domain));
    }

    private static void shown(Page page, ScoreNode node) {
        switch (node) {
            case BranchScore branch -> {
                assertThat(numbers(page, "n-" + branch.id()))
                        .contains(
                                Numbers.weight(branch.weight()),
                                Numbers.weight(branch.appliedWeight()),
                                Numbers.weight(branch.effectiveWeight()),
                                Numbers.points(branch.contributionToDomain()),
                                Numbers.points(branch.contribution()));
                branch.children().forEach(child -> shown(page, child));
            }
            case CriterionScore criterion ->
                    assertThat(numbers(page, "c-" + criterion.id()))
                            .contains(
                                    Numbers.weight(criterion.effectiveWeight()),
                                    Numbers.points(criterion.points()),
                                    Numbers.points(criterion.earned()),
                                    Numbers.points(criterion.contributionToDomain()),
                                    Numbers.points(criterion.contribution()),
                                    criterion.isExcluded()
                                            ? "–"
                                            : Numbers.fulfilment(criterion.currentFulfilment()));
        }
    }

    private static List<String> numbers(Page page, String id) {
        return page.texts(
                "//*[@id='%s']/summary/span[contains(@class,'n')]/span[not(@class)]".formatted(id));
    }

    @Test
    void derivation_tells_start_state_standing_source_and_difference() {
        Page page = page(Samples.mini(), Language.EN);
        assertThat(page.text("//*[@id='n-vision.plan.long']/p[@class='start']"))
                .contains("There is no plan.", "2.3 Vision, I, item 1");
        assertThat(page.text("//*[@id='c-data.open.access.3']/summary"))
                .contains("Figure 6 puts it at IV");
        assertThat(page.text("//*[@id='c-vision.plan.long.3.2']/summary"))
                .contains("Figure or overview only", "No minutes were shown.");
        assertThat(page.text("//*[@id='c-value.service.intl.3']/summary"))
                .contains("Not applicable", "No foreign residents are served.");
        assertThat(page.text("//*[@id='c-value.green.pue.4']"))
                .contains("below 1.5", "reported: 1.42");
    }

    @Test
    void what_blocks_the_next_level_is_a_list_one_can_act_on() {
        Result result = Samples.mini();
        Page page = page(result, Language.EN);
        for (DomainResult domain : result.domains()) {
            NextLevel next = Objects.requireNonNull(Objects.requireNonNull(domain.grade()).next());
            for (NextLevel.Failing failing : next.failing()) {
                String name = failing.criterion().criterion().name().en();
                assertThat(
                                page.text(
                                        "//*[@id='list-%s']//tr[@data-node='%s']"
                                                .formatted(
                                                        domain.domain().id(),
                                                        failing.criterion().id())))
                        .contains(
                                name,
                                Numbers.gain(failing.gain()),
                                name + ", all of it.",
                                "Documents on: " + name);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_hostile_unit_name_is_shown_and_does_nothing(Language language) {
        String hostile = "<script>alert(1)</script>\"'&amp;</script><!-- [[${7*7}]] ${7*7} #{x}";
        Result result = Samples.named(Samples.mini(), hostile);
        String html = HTML.render(result, Samples.guidance(result), language);
        assertThat(html).doesNotContain("<script>alert");
        assertThat(Page.of(html).text("//*[@class='unit']")).isEqualTo(hostile);
    }

    @Test
    void an_excluded_domain_has_no_level_and_says_why() {
        Page page = page(Samples.excluded(), Language.EN);
        String row = "//div[contains(@class,'domains')]//tr[@data-node='value']";
        assertThat(page.text(row + "/*[@data-value='level']")).isEqualTo("–");
        assertThat(page.text(row + "/*[@data-value='score']")).isEqualTo("–");
        assertThat(page.text(row)).contains("Nothing in it is applicable");
        assertThat(page.texts("//figure")).isEmpty();
        assertThat(page.texts("//*[@id='matrix']//tr[@data-node='value']")).isEmpty();
    }

    @Test
    void a_profile_has_no_overall_level_and_no_total() {
        Result result = Samples.published("gartner@2021.1");
        Page page = Page.of(HTML.render(result, Samples.publishedGuidance(result), Language.EN));
        assertThat(page.texts("//*[@id='overview']//*[@data-value='score']")).isEmpty();
        assertThat(page.texts("//*[@class='of-domains']/li")).hasSize(result.domains().size());
        assertThat(page.texts("//tr[contains(@class,'whole')]")).isEmpty();
        assertThat(page.texts("//*[@id='lists']//details")).isNotEmpty();
    }

    @Test
    void a_page_without_guidance_is_still_a_page() {
        assertThat(Page.of(HTML.render(Samples.mini(), Map.of(), Language.ZH)).texts("//h2"))
                .isNotEmpty();
    }

    @Test
    void the_same_result_renders_the_same() {
        assertThat(page(Samples.mini(), Language.ZH).html())
                .isEqualTo(page(Samples.mini(), Language.ZH).html());
    }

    @Test
    void without_script_the_numbers_of_the_chart_stand_in_a_table() {
        Result result = Samples.mini();
        Page page = page(result, Language.ZH);
        assertThat(page.texts("//figure//details[@open]//td"))
                .isEqualTo(
                        result.domains().stream()
                                .map(domain -> attained(domain.grade()).position())
                                .map(Numbers::position)
                                .toList());
    }

    @Test
    void every_table_has_a_caption_and_its_heads_say_what_they_head() {
        Page page = page(Samples.mini(), Language.ZH);
        assertThat(page.texts("//table[not(caption)]")).isEmpty();
        assertThat(page.texts("//th[not(@scope)]")).isEmpty();
        assertThat(page.texts("//section[not(@aria-labelledby)]")).isEmpty();
    }
}
