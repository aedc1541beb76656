package org.jieti.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jieti.catalog.finding.Finding;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.finding.Parsed;
import org.jieti.catalog.fixture.Case;
import org.jieti.catalog.fixture.Models;
import org.jieti.catalog.fixture.Rendered;
import org.jieti.catalog.format.FileKind;
import org.jieti.core.model.Language;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.ModelId;
import org.jieti.testkit.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A model that is not sound is refused, for its form and for all that its values break at once.
class ModelTest {
    private static final String MODEL = "model.yaml";
    private static final String ALPHA = "domains/alpha.yaml";
    private static final ModelId SMALL = new ModelId("small", "1");

    private final Models models;

    ModelTest(@TempDir Path folder) {
        models = new Models(folder);
    }

    /// The small model without levels: one indicator whose criteria count alike.
    static String withoutLevels() {
        return Models.text(MODEL)
                .replaceFirst("(?s)levels:\n.*?(?=ratings:\n)", "levels: []\n")
                .replaceFirst("(?s)grading:\n.*?(?=notApplicable:\n)", "")
                .replaceFirst("  - \\{file: domains/alpha.yaml}\n", "")
                .replaceFirst("(?s)      - id: beta\\.one\n.*?(?=      - id: beta\\.two\n)", "")
                .replaceAll("            level: [IV]+\n", "");
    }

    /// The weights of the small model without levels.
    static String weightsWithoutLevels() {
        return Models.text("weights/equal.yaml")
                .replaceFirst("(?s)weights:\n.*", "weights: {beta: 1, beta.two: 1}\n");
    }

    /// A file of the small model, edited.
    ///
    /// @param rules the rules broken, separated by blanks
    private static Case model(String sentence, String rules, String... edits) {
        return Case.of(sentence, Models.text(MODEL, edits), rules.split(" ", -1));
    }

    private static Case alpha(String sentence, String rules, String... edits) {
        return Case.of(sentence, Models.text(ALPHA, edits), rules.split(" ", -1));
    }

    static List<Case> ofTheModelFile() {
        return List.of(
                model(
                        "a domain file outside the folder",
                        "model.include.outside",
                        "{file: domains/alpha.yaml}",
                        "‸{file: ../../other/1/domains/alpha.yaml}"),
                model(
                        "a domain file by an absolute path",
                        "model.include.outside",
                        "{file: domains/alpha.yaml}",
                        "‸{file: /etc/passwd}"),
                model(
                        "a text in one language",
                        "schema.required",
                        "name: {zh: 乙二, en: Beta two}",
                        "name: ‸{zh: 乙二}"),
                model(
                        "a blank text",
                        "schema.pattern",
                        "name: {zh: 乙二, en: Beta two}",
                        "name: {zh: 乙二, en: ‸\" \"}"),
                model(
                        "an unknown field",
                        "schema.additionalProperties",
                        "notApplicable:\n  cap: 0.2",
                        "notApplicable:\n  ‸cap: 0.2\n  most: 3"),
                model("a cap in per cent", "schema.maximum", "cap: 0.2", "cap: ‸20"),
                model("a threshold in words", "schema.type", "threshold: 0.8", "threshold: ‸high"),
                model(
                        "an infinite threshold",
                        "schema.type",
                        "threshold: 0.8",
                        "threshold: ‸1e999"),
                model("an unknown rule", "schema.enum", "rule: staged", "rule: ‸strict"),
                model(
                        "an unknown effort class",
                        "schema.additionalProperties",
                        "efforts: {S: 1, M: 3, L: 8, XL: 20}",
                        "efforts: ‸{S: 1, M: 3, L: 8, XL: 20, XXL: 40}"),
                model("an effort in halves", "schema.type", "S: 1,", "S: ‸1.5,"),
                model("an effort beyond counting", "schema.maximum", "S: 1,", "S: ‸99999999999,"),
                model(
                        "an effort of a thousand digits",
                        "schema.type",
                        "S: 1,",
                        "S: ‸" + "9".repeat(1000) + ","),
                model(
                        "a spread beyond counting",
                        "schema.maximum",
                        "spread: 1",
                        "spread: ‸99999999999"),
                model("points of 0", "schema.exclusiveMinimum", "points: 40", "points: ‸0"),
                model(
                        "no domain",
                        "schema.minItems",
                        Models.text(MODEL).substring(Models.text(MODEL).indexOf("domains:\n")),
                        "domains: ‸[]\n"),
                model(
                        "an id that occurs twice",
                        "model.node.duplicate",
                        "- id: beta.two.tools",
                        "- id: ‸beta.two.people"),
                model(
                        "a domain that occurs twice",
                        "model.node.duplicate model.node.parent model.node.parent",
                        "- id: beta\n",
                        "- id: ‸alpha\n",
                        "- id: beta.one\n",
                        "- id: ‸beta.one\n",
                        "- id: beta.two\n",
                        "- id: ‸beta.two\n"),
                model(
                        "an id that does not begin with that of its parent",
                        "model.node.parent",
                        "- id: beta.two.tools",
                        "- id: ‸beta.tools"),
                model(
                        "stated points that are left out",
                        "model.points.sum model.points.missing",
                        "- id: beta.one\n",
                        "- id: ‸beta.one\n",
                        "- id: beta.one.plan",
                        "- id: ‸beta.one.plan",
                        "            points: 60\n",
                        ""),
                model(
                        "stated points that do not sum to 100",
                        "model.points.sum",
                        "- id: beta.one\n",
                        "- id: ‸beta.one\n",
                        "points: 60",
                        "points: 70"),
                model(
                        "a criterion without level in a model with levels",
                        "model.criterion.level",
                        "- id: beta.two.tools",
                        "- id: ‸beta.two.tools",
                        "            level: III\n",
                        ""),
                model(
                        "a level that the model lacks",
                        "model.level.unknown",
                        "            level: III",
                        "            level: ‸IV"),
                model(
                        "a level that occurs twice",
                        "model.level.duplicate",
                        "  - code: III\n",
                        "  - ‸code: I\n",
                        "            level: III",
                        "            level: II",
                        "- {file: domains/alpha.yaml}",
                        "- {file: domains/low.yaml}"),
                model(
                        "a rating scale that does not begin at 1",
                        "model.ratings.order",
                        "  - {id: met, name: {zh: 满足, en: Met}, fulfilment: 1}",
                        "  ‸- {id: met, name: {zh: 满足, en: Met}, fulfilment: 0.9}"),
                model(
                        "a rating scale that does not fall",
                        "model.ratings.order",
                        "  - {id: met, name",
                        "  ‸- {id: met, name",
                        "fulfilment: 0.8}",
                        "fulfilment: 1}"),
                model(
                        "a rating that occurs twice",
                        "model.rating.duplicate",
                        "  - {id: unmet",
                        "  - ‸{id: mostly, name: {zh: 半, en: Half}, fulfilment: 0.5}\n"
                                + "  - {id: unmet"),
                model(
                        "a preset that occurs twice",
                        "model.preset.duplicate",
                        "    - {id: staged, rule",
                        "    - ‸{id: share-80, rule"),
                model(
                        "an anchor for a rating that the scale lacks",
                        "model.anchor.unknown",
                        "met: {zh: 齐备。",
                        "‸good: {zh: 好。, en: Good.}\n              met: {zh: 齐备。"),
                model(
                        "a rating without an anchor",
                        "model.anchor.missing",
                        "- id: beta.two.tools",
                        "- ‸id: beta.two.tools",
                        "              mostly: {zh: 缺一件。, en: One is lacking.}\n",
                        ""),
                model(
                        "many values that break rules, at once and in order of place",
                        "model.preset.duplicate model.node.duplicate model.node.parent"
                                + " model.points.sum model.node.parent model.level.unknown"
                                + " model.anchor.unknown",
                        "- {id: staged",
                        "- ‸{id: share-80",
                        "- id: beta\n",
                        "- id: ‸alpha\n",
                        "- id: beta.one\n",
                        "- id: ‸‸beta.one\n",
                        "points: 60",
                        "points: 50",
                        "- id: beta.two\n",
                        "- id: ‸beta.two\n",
                        "            level: III",
                        "            level: ‸V",
                        "met: {zh: 齐备。",
                        "‸good: {zh: 好。, en: Good.}\n              met: {zh: 齐备。"));
    }

    static List<Case> ofFormAndMeaning() {
        return List.of(
                model(
                        "a preset without threshold, an unknown level and stated points",
                        "schema.required model.points.sum model.level.unknown",
                        "    - {id: share-80",
                        "    - ‸{id: share-80",
                        ", threshold: 0.8",
                        "",
                        "- id: beta.one\n",
                        "- id: ‸beta.one\n",
                        "points: 60",
                        "points: 70",
                        "            level: III",
                        "            level: ‸IV"),
                model(
                        "a text in one language beside points that do not sum to 100",
                        "model.points.sum schema.required",
                        "- id: beta.one\n",
                        "- id: ‸beta.one\n",
                        "points: 60",
                        "points: 70",
                        "name: {zh: 乙二, en: Beta two}",
                        "name: ‸{zh: 乙二}"),
                model(
                        "points that are no number hide only the sum that they are part of",
                        "schema.type model.level.unknown",
                        "points: 60",
                        "points: ‸most",
                        "            level: III",
                        "            level: ‸IV"),
                model(
                        "ratings out of form hide only what is said of anchors",
                        "schema.maximum model.level.unknown",
                        "fulfilment: 0.8}",
                        "fulfilment: ‸80}",
                        "            level: III",
                        "            level: ‸IV"));
    }

    static List<Case> ofADomainFile() {
        return List.of(
                alpha("YAML that is none", "yaml.syntax", "covers: {zh", "covers: {‸]zh"),
                alpha(
                        "a metric that reads nothing",
                        "schema.required",
                        "- id: alpha.one.pace.2",
                        "- ‸id: alpha.one.pace.2",
                        "            measure: {id: speed, band: II}\n",
                        ""),
                alpha(
                        "a requirement that reads a measure",
                        "schema.false",
                        "kind: metric\n            measure: {",
                        "kind: requirement\n            measure: ‸{"),
                alpha(
                        "a gate that is no flag",
                        "schema.type",
                        "mandatory: true",
                        "mandatory: ‸maybe"),
                alpha("a range without end", "schema.type", "most: 1000}", "most: ‸1e999}"),
                alpha(
                        "a ladder that does not rise",
                        "model.ladder.order",
                        "- id: alpha.two.safe.3.1",
                        "- id: alpha.two.safe.3",
                        "- id: alpha.two.safe.3.2",
                        "- id: ‸alpha.two.safe.2",
                        "            name: {zh: 演练, en: Drill}\n            level: III",
                        "            name: {zh: 演练, en: Drill}\n            level: II"),
                alpha(
                        "a state on the top rung",
                        "model.ladder.state-on-top",
                        "- id: alpha.one.way.3",
                        "- id: ‸alpha.one.way.3",
                        "kind: requirement\n            question: {zh: 能自动办吗？",
                        "kind: state\n            question: {zh: 能自动办吗？"),
                alpha(
                        "an id that does not tell its rung",
                        "model.criterion.id",
                        "- id: alpha.one.way.2",
                        "- id: ‸alpha.one.way.online"),
                alpha(
                        "a veto that caps at a level that the model lacks",
                        "model.level.unknown",
                        "veto: {cap: I,",
                        "veto: ‸{cap: IV,"),
                alpha(
                        "a statement for a level that the model lacks",
                        "model.level.unknown",
                        "  I: {zh: 甲在起步。",
                        "  ‸IV: {zh: 甲在起步。"),
                alpha(
                        "a measure that is not declared",
                        "model.measure.unknown",
                        "- id: alpha.one.pace.2",
                        "- id: ‸alpha.one.pace.2",
                        "measure: {id: speed,",
                        "measure: {id: height,"),
                alpha(
                        "a band that the measure lacks",
                        "model.band.unknown",
                        "- id: alpha.one.pace.2",
                        "- id: ‸alpha.one.pace.2",
                        "band: II}",
                        "band: III}"),
                alpha(
                        "a range that is empty",
                        "model.measure.range",
                        "range: {least: 0, most: 1000}",
                        "range: ‸{least: 1000, most: 0}"),
                alpha(
                        "a limit on the wrong side",
                        "model.band.side model.band.order model.band.beyond",
                        "- id: speed",
                        "- ‸‸‸id: speed",
                        "limit: {atMost: 10}",
                        "limit: {atLeast: 10}"),
                alpha(
                        "a limit that no possible value passes",
                        "model.band.reach",
                        "- id: speed",
                        "- ‸id: speed",
                        "least: 0",
                        "least: 20"),
                alpha(
                        "credit that falls",
                        "model.band.falling",
                        "        limit: {atMost: 10}",
                        "        ‸limit: {atMost: 10}",
                        "{at: 30, fulfilment: 0}",
                        "{at: 30, fulfilment: 0.8}"),
                alpha(
                        "credit from the best value to the worst",
                        "model.band.order",
                        "- id: speed",
                        "- ‸id: speed",
                        "{at: 30, fulfilment: 0}",
                        "{at: 10.1, fulfilment: 0}"),
                alpha(
                        "credit beyond the limit",
                        "model.band.beyond",
                        "- id: speed",
                        "- ‸id: speed",
                        "at: 10.5",
                        "at: 9"),
                alpha(
                        "credit that satisfies before the limit",
                        "model.band.credit",
                        "- id: speed",
                        "- ‸id: speed",
                        "fulfilment: 0.79",
                        "fulfilment: 0.8"),
                alpha(
                        "a measure that is declared twice",
                        "model.measure.duplicate",
                        "\nindicators:\n",
                        """

                          - ‸id: speed
                            name: {zh: 又一速度, en: Another speed}
                            asks: {zh: 天数。, en: Days.}
                            unit: days
                            direction: lower
                            range: {least: 0, most: 10}
                            bands:
                              II:
                                limit: {below: 5}
                                credit: [{at: 9, fulfilment: 0}, {at: 5, fulfilment: 0.5}]
                                standing: provisional
                        indicators:
                        """));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"ofTheModelFile", "ofFormAndMeaning"})
    void is_refused_in_its_place(Case wrong) {
        models.write("domains/low.yaml", lowDomain());
        Path file = models.write(MODEL, wrong.file().text());

        assertRefused(wrong.expected(file.toString()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofADomainFile")
    void is_refused_in_its_place_in_the_file_of_a_domain(Case wrong) {
        Path file = models.write(ALPHA, wrong.file().text());

        assertRefused(wrong.expected(file.toString()));
    }

    /// What is wrong in form alone brings no finding on meaning with it: neither a value of another
    /// kind, nor a field that is missing or misspelt, wherever it is.
    @Seeds(200)
    void nothing_is_found_that_only_follows_from_a_wrong_form(RandomGenerator random) {
        List<String> lines = new ArrayList<>(Models.text(ALPHA).lines().toList());
        int line = random.nextInt(lines.size());
        String broken =
                switch (random.nextInt(4)) {
                    case 0 -> lines.get(line).replaceFirst("[a-z]+: ", "misspelt: ");
                    case 1 -> lines.get(line).replaceFirst("([a-z]+: ).+", "$1[7]");
                    case 2 -> lines.get(line).replaceFirst("zh: [^,]+, ", "");
                    default -> lines.get(line).replaceFirst(": [A-Za-z0-9.-]+$", ": false");
                };
        lines.set(line, broken);
        Path file = models.home().resolve(MODEL);
        models.write(ALPHA, String.join("\n", lines) + "\n");

        List<String> rules =
                models.catalog().validate(file).findings().stream().map(Finding::rule).toList();

        if (rules.stream().anyMatch(rule -> rule.startsWith("schema."))) {
            assertThat(rules).as(broken).allMatch(rule -> rule.startsWith("schema."));
        }
    }

    private void assertRefused(List<String> expected) {
        Path file = models.home().resolve(MODEL);

        Parsed<FileKind> validated = models.catalog().validate(file);

        assertThat(validated).isInstanceOf(Parsed.Invalid.class);
        assertThat(Models.lines(validated)).isEqualTo(expected);
        Rendered.assertSound(validated.findings());
        Parsed<MaturityModel> read = models.catalog().model(SMALL, Location.whole("test"));
        assertThat(read.findings()).isEqualTo(validated.findings());
    }

    /// A domain that knows the levels I and II only.
    private static String lowDomain() {
        return Models.text(ALPHA)
                .replaceAll(
                        "(?s)          - id: [a-z.]+\\.3.*?(?=(          - id|      - id|  -"
                                + " id|$))",
                        "");
    }

    @Test
    void a_ladder_in_a_model_without_levels_is_refused() {
        models.write(MODEL, withoutLevels() + "  - {file: domains/alpha.yaml}\n");

        Parsed<FileKind> validated = models.catalog().validate(models.home().resolve(MODEL));

        assertThat(validated.findings())
                .extracting(Finding::rule)
                .contains("model.points.ladder", "model.level.unknown");
        Rendered.assertSound(validated.findings());
    }

    @Test
    void a_model_without_levels_is_sound() {
        Path file = models.write(MODEL, withoutLevels());
        models.write("weights/equal.yaml", weightsWithoutLevels());

        assertThat(models.catalog().validate(file))
                .isEqualTo(new Parsed.Ok<>(FileKind.MODEL, List.of()));
    }

    @Test
    void a_domain_file_that_is_missing_is_named() {
        models.write(MODEL, Models.text(MODEL, "domains/alpha.yaml", "domains/gamma.yaml"));

        Parsed<FileKind> validated = models.catalog().validate(models.home().resolve(MODEL));

        assertThat(Models.lines(validated))
                .containsExactly(models.home().resolve("domains/gamma.yaml") + " file.missing");
    }

    @Test
    void a_criterion_that_carries_much_of_a_level_is_a_warning_and_no_error() {
        Parsed<FileKind> validated = models.catalog().validate(models.home().resolve(MODEL));

        assertThat(validated).isInstanceOf(Parsed.Ok.class);
        assertThat(validated.findings())
                .isNotEmpty()
                .allSatisfy(
                        finding -> {
                            assertThat(finding.isError()).isFalse();
                            assertThat(finding.rule()).isEqualTo("model.criterion.heavy");
                        });
        // half of alpha at level II is the pace; the other half is mandatory anyway
        assertThat(validated.findings())
                .extracting(finding -> finding.message(Language.EN))
                .contains("alpha.one.pace.2 alone carries 50 % of level II in its domain.");
        Rendered.assertSound(validated.findings());
    }
}
