package org.jieti.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jieti.core.model.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The command `plan`. Plans of equal cost are equally good, so that costs and levels are compared
/// and not actions.
class PlanTest {
    private static final String COSTS =
            """
            costs: growing-city
            unit: {zh: 万元, en: "CNY 10,000"}
            efforts: {S: 5, M: 20, L: 80, XL: 200}
            criteria:
              construction.deployment.serverless.4: {each: 5}
              platform.green.energy.4: {steps: {mostly: 60, met: 240}}
              application.release.market.4: {needs: [application.release.channel.4.1]}
            """;

    @TempDir private Path folder = Path.of("");

    private static String done(Language language, String... arguments) {
        Ran ran = Ran.in(language, arguments);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isEqualTo(ExitCode.DONE);
        return ran.out();
    }

    @Test
    void the_cheapest_way_to_a_level_is_told_half_year_by_half_year() {
        String zh = done(Language.ZH, "plan", Ran.GROWING, "--target-level", "4", "--periods", "4");
        String en =
                done(
                        Language.EN,
                        "plan",
                        Ran.GROWING,
                        "--target-level",
                        "IV",
                        "--periods",
                        "2",
                        "--start",
                        "2027H2",
                        "--runs",
                        "0");

        assertThat(zh)
                .contains("从 III 规模 到 IV 全面，分 4 个半年实施", "合计 388 点工作量", "已证明没有更省的方案")
                .contains("2026年下半年", "2028年上半年", "概率", "≈", "总体 III → IV");
        assertThat(en)
                .contains("From III Scaled to IV Comprehensive in 2 half-years", "388 points")
                .contains("Second half of 2027", "First half of 2028")
                .doesNotContain("Chance");
    }

    @Test
    void json_fits_its_schema_whether_there_is_a_plan_or_not() throws IOException {
        String plan =
                done(
                        Language.EN,
                        "plan",
                        Ran.GROWING,
                        "--target-level",
                        "4",
                        "--periods",
                        "2",
                        "--format",
                        "json");
        Ran none =
                Ran.in(
                        Language.EN,
                        "plan",
                        Ran.GROWING,
                        "--target-level",
                        "4",
                        "--budget",
                        "100",
                        "--format",
                        "json");

        Fits.schema(plan, "roadmap.v1", folder);
        Fits.schema(none.out(), "roadmap.v1", folder);
        assertThat(none.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(none.out()).contains("\"feasible\" : false", "\"least\" : 388");
    }

    @Test
    void the_page_needs_nothing_from_elsewhere_and_keeps_to_its_language() {
        String[] arguments = {
            "plan", Ran.GROWING, "--target-level", "4", "--periods", "2", "--format", "html"
        };

        assertThat(done(Language.ZH, arguments))
                .contains("lang=\"zh-CN\"", "各半年后的等级", "点工作量", "必备项")
                .doesNotContain("http:", "https:", "??");
        assertThat(done(Language.EN, arguments))
                .contains("lang=\"en\"", "Levels after each half-year", "Mandatory")
                .doesNotContain("http:", "https:", "??");
    }

    @Test
    void own_costs_change_what_is_cheapest_and_are_named_in_their_unit() throws IOException {
        Path costs = Files.writeString(folder.resolve("costs.yaml"), COSTS);

        assertThat(
                        done(
                                Language.EN,
                                "plan",
                                Ran.GROWING,
                                "--target-level",
                                "4",
                                "--costs",
                                costs.toString(),
                                "--runs",
                                "0"))
                .contains("× CNY 10,000", "no cheaper way exists");
    }

    @Test
    void a_file_of_costs_that_is_wrong_is_told_with_all_its_faults() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("costs.yaml"),
                        """
                        costs: wrong
                        criteria:
                          data.nowhere: {each: 3}
                          vision.policy.guidance.3:
                            steps: {perfect: 2}
                            needs: [vision.policy.guidance.3, data]
                        """);

        Ran ran =
                Ran.in(
                        Language.EN,
                        "plan",
                        Ran.GROWING,
                        "--target-level",
                        "4",
                        "--costs",
                        file.toString());

        assertThat(ran.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(ran.err())
                .contains(
                        "costs.yaml:3:3",
                        "costs.criterion.unknown",
                        "costs.rating.unknown",
                        "costs.needs.itself",
                        "“data”",
                        "4 finding");
    }

    @Test
    void without_a_target_the_best_for_a_budget_is_planned() {
        assertThat(
                        done(
                                Language.EN,
                                "plan",
                                Ran.STARTING,
                                "--budget",
                                "40",
                                "--periods",
                                "2",
                                "--runs",
                                "0"))
                .contains("as far as the budget goes", "budget 40");
    }

    @Test
    void steps_are_pinned_and_forbidden() {
        String plan =
                done(
                        Language.EN,
                        "plan",
                        Ran.GROWING,
                        "--target-level",
                        "4",
                        "--pin",
                        "vision.policy.standards.5.1=mostly",
                        "--forbid",
                        "construction.deployment.native.4.1",
                        "--runs",
                        "0",
                        "--alternatives",
                        "0");

        assertThat(plan)
                .contains("vision.policy.standards.5.1  pinned")
                .doesNotContain("construction.deployment.native.4.1");
    }

    @ParameterizedTest
    @CsvSource({
        "--target-level, 9, “9” is no level",
        "--budget, ten, “ten” is no budget",
        "--periods, 11, between 1 and 10",
        "--start, 2027, “2027” is no half-year",
        "--pin, data.open, is no step",
        "--margin, 30%, --margin",
        "--runs, 5, --runs",
    })
    void what_is_no_use_is_refused_with_what_would_be(String option, String value, String told) {
        Ran ran =
                option.equals("--target-level")
                        ? Ran.in(Language.EN, "plan", Ran.GROWING, option, value)
                        : Ran.in(
                                Language.EN,
                                "plan",
                                Ran.GROWING,
                                "--target-level",
                                "4",
                                option,
                                value);

        assertThat(ran.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(ran.err()).contains(told);
    }

    @Test
    void nothing_wanted_is_asked_back() {
        Ran ran = Ran.in(Language.EN, "plan", Ran.GROWING);

        assertThat(ran.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(ran.err()).contains("What is wanted?");
    }
}
