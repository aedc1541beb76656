package org.jieti.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jieti.catalog.build.BuildModels;
import org.jieti.catalog.finding.Finding;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Parsed;
import org.jieti.catalog.format.FileKind;
import org.jieti.catalog.format.Schemas;
import org.jieti.catalog.source.Sources;
import org.jieti.core.crosswalk.Crosswalk;
import org.jieti.core.crosswalk.Equivalence;
import org.jieti.core.crosswalk.Implication;
import org.jieti.core.model.Language;
import org.jieti.core.model.ModelId;
import org.jieti.core.result.Yardstick;
import org.jieti.testkit.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The shipped crosswalk is sound, and whatever is wrong with one is found where it stands.
class CrosswalkTest {
    private static final Path MODELS = Golden.root().resolve("models");
    private static final Catalog CATALOG = new Catalog(MODELS);
    private static final String HEAD =
            """
            models: [gartner@2021.1, odmm@2021.1]
            basis: {zh: 依据, en: basis}
            links:
            """;

    @TempDir private Path folder;

    private static <T> T sound(Parsed<T> parsed) {
        assertThat(parsed.findings()).isEmpty();
        return switch (parsed) {
            case Parsed.Ok<T>(T value, _) -> value;
            case Parsed.Invalid<T>(List<Finding> found) -> throw new AssertionError(found);
        };
    }

    /// Asserts that a file breaks these rules at its marks `‸`, in this order, and looks at the
    /// texts of the findings in passing.
    private void assertFound(String marked, String... rules) throws IOException {
        List<String> expected = new ArrayList<>();
        StringBuilder yaml = new StringBuilder();
        int line = 1;
        int column = 1;
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            if (c == '‸') {
                expected.add(line + ":" + column + " " + rules[expected.size()]);
                continue;
            }
            yaml.append(c);
            line += c == '\n' ? 1 : 0;
            column = c == '\n' ? 1 : column + 1;
        }
        Path file = folder.resolve("crosswalk.yaml");
        Files.writeString(file, yaml);
        List<Finding> findings = CATALOG.validate(file).findings();
        for (Finding finding : findings) {
            for (Language language : Language.values()) {
                assertThat(finding.line(language)).doesNotContain("{", "null");
            }
        }
        assertThat(findings)
                .extracting(
                        finding ->
                                finding.location()
                                                .toString()
                                                .substring(file.toString().length() + 1)
                                        + " "
                                        + finding.rule())
                .containsExactlyElementsOf(expected);
        assertThat(expected).hasSize(rules.length);
    }

    private static String link(String id, String criteria) {
        return said(id) + "criteria: {" + criteria + "}}\n";
    }

    private static String said(String id) {
        return "  - {id: "
                + id
                + ", about: {zh: 同, en: same}, why: {zh: 因, en: because}, standing: evident, ";
    }

    private static String oneWay(String id, String from, String to, String gives) {
        return said(id) + "from: {" + from + "}, to: {" + to + "}, gives: {" + gives + "}}\n";
    }

    @Test
    void the_shipped_crosswalk_compares_all_models_at_hand() {
        Crosswalk crosswalk = sound(CATALOG.crosswalk());

        assertThat(crosswalk.models())
                .containsExactlyInAnyOrder(
                        ModelId.parse("dgimm@2021.1"),
                        ModelId.parse("nag@2021.1"),
                        ModelId.parse("gartner@2021.1"),
                        ModelId.parse("odmm@2021.1"));
        for (ModelId one : crosswalk.models()) {
            for (ModelId other : crosswalk.models()) {
                if (!one.equals(other)) {
                    assertThat(crosswalk.links())
                            .as("%s to %s", one, other)
                            .anyMatch(
                                    link ->
                                            link.of(other).stream()
                                                    .anyMatch(
                                                            id ->
                                                                    !link.answering(other, id, one)
                                                                            .isEmpty()));
                }
            }
        }
    }

    @Test
    void the_shipped_crosswalk_fits_the_published_schema() {
        Path file = MODELS.resolve("crosswalk.yaml");
        Findings findings = new Findings();

        Schemas.check(
                Objects.requireNonNull(Sources.read(file, "crosswalk.yaml", findings)),
                Schemas.CROSSWALK,
                findings);

        assertThat(findings.sorted()).isEmpty();
    }

    @Test
    void no_two_links_say_the_same() {
        Crosswalk crosswalk = sound(CATALOG.crosswalk());

        assertThat(crosswalk.links()).extracting(link -> link.about().zh()).doesNotHaveDuplicates();
        assertThat(crosswalk.links()).extracting(link -> link.about().en()).doesNotHaveDuplicates();
        assertThat(crosswalk.links()).extracting(link -> link.why().zh()).doesNotHaveDuplicates();
        assertThat(crosswalk.links()).extracting(link -> link.why().en()).doesNotHaveDuplicates();
        assertThat(crosswalk.links())
                .extracting(
                        link ->
                                switch (link) {
                                    case Equivalence same -> same.criteria();
                                    case Implication one ->
                                            List.of(
                                                    one.from(),
                                                    one.demanding(),
                                                    one.to(),
                                                    one.implied(),
                                                    one.gives());
                                })
                .doesNotHaveDuplicates();
    }

    @Test
    void a_built_crosswalk_is_the_written_one() throws IOException {
        BuildModels.main(new String[] {MODELS.toString(), folder.toString()});

        assertThat(sound(new Catalog(folder).crosswalk())).isEqualTo(sound(CATALOG.crosswalk()));
    }

    @Test
    void a_crosswalk_is_validated_as_such() {
        assertThat(sound(CATALOG.validate(MODELS.resolve("crosswalk.yaml"))))
                .isEqualTo(FileKind.CROSSWALK);
    }

    @Test
    void unknown_criteria_are_found_at_their_place() throws IOException {
        assertFound(
                HEAD
                        + link(
                                "l",
                                "gartner: [‸platform.composition.centre.6.1],"
                                        + " odmm: [‸data.sharing, ‸7]"),
                "crosswalk.criterion.unknown",
                "crosswalk.criterion.unknown",
                "crosswalk.criterion.unknown");
    }

    @Test
    void a_criterion_named_twice_is_found_at_the_second() throws IOException {
        assertFound(
                HEAD
                        + link(
                                "l",
                                "gartner: [platform.composition.centre.3.2],"
                                        + " odmm: [data.sharing.supply, ‸data.sharing.supply]"),
                "crosswalk.criterion.twice");
    }

    @Test
    void a_link_of_one_model_is_found() throws IOException {
        assertFound(
                HEAD + link("l", "odmm: [data.sharing.supply]").replace("{id", "‸{id"),
                "crosswalk.link.alone");
    }

    @Test
    void a_link_to_a_model_that_is_not_compared_is_found() throws IOException {
        assertFound(
                HEAD
                        + link(
                                "l",
                                "gartner: [platform.composition.centre.3.2],"
                                        + " odmm: [data.sharing.supply],"
                                        + " ‸nag: [service.items.forms]"),
                "crosswalk.link.model");
    }

    @Test
    void everything_wrong_is_found_at_once() throws IOException {
        assertFound(
                """
                models: [‸gartner@2016.1, odmm@2021.1, ‸odmm@2020.1, ‸model]
                basis: {zh: 依据, en: ‸" "}
                links:
                  - id: l
                    about: ‸{zh: 同}
                    why: {zh: 因, en: because}
                    standing: judged
                    criteria: ‸data
                  - ‸id: m
                    about: {zh: 同, en: same}
                    why: {zh: 因, en: because}
                    standing: ‸certain
                    ‸because: so
                    criteria: {gartner: ‸a.b, odmm: [‸data.sharing]}
                """,
                "model.missing",
                "crosswalk.model.twice",
                "file.model.form",
                "file.text.blank",
                "file.key.missing",
                "file.type.mapping",
                "crosswalk.link.alone",
                "crosswalk.link.standing",
                "file.key.unknown",
                "file.type.list",
                "crosswalk.criterion.unknown");
    }

    @Test
    void a_link_states_one_way_or_both() throws IOException {
        assertFound(
                HEAD
                        + said("l")
                        + "criteria: ‸{odmm: [data.sharing.supply]},"
                        + " from: ‸{odmm: [data.sharing.supply], gartner: []}, to: {odmm: ‸x},"
                        + " gives: ‸met}\n"
                        + said("m").replace("{id", "‸‸{id")
                        + "from: {gartner: [platform.composition.centre.3.2]}}\n",
                "crosswalk.link.both",
                "crosswalk.link.side",
                "file.type.list",
                "file.type.mapping",
                "file.key.missing",
                "file.key.missing");
    }

    @Test
    void ratings_that_a_link_cannot_give_are_found() throws IOException {
        String from = "gartner: [platform.composition.centre.3.2]";
        String to = "odmm: [data.sharing.supply]";
        assertFound(
                HEAD
                        + oneWay("l", from, to, "met: mostly").replace("{met", "‸{met")
                        + oneWay("m", from, to, "met: ‸[leading, established]")
                        + oneWay("q", from, to, "").replace("gives: {", "gives: ‸{")
                        + oneWay("o", from, to, "mostly: none").replace("{mostly", "‸{mostly")
                        + oneWay("p", from, to, "mostly: initial, met: leading")
                                .replace("{mostly", "‸{mostly"),
                "crosswalk.gives.rating",
                "file.type.text",
                "crosswalk.gives.nothing",
                "crosswalk.gives.worst",
                "crosswalk.gives.order");
    }

    @Test
    void links_one_way_that_mislead_are_found() throws IOException {
        String from = "gartner: [platform.composition.centre.3.2]";
        String to = "odmm: [data.sharing.supply]";
        assertFound(
                "models: [dgimm@2021.1, gartner@2021.1, odmm@2021.1]\n"
                        + "basis: {zh: 依据, en: basis}\nlinks:\n"
                        + oneWay("l", from, to, "met: leading")
                        + oneWay("m", from, to, "met: developing").replace("{id", "‸{id")
                        + oneWay("q", from, "dgimm: [‸platform.green.pue.4]", "met: met"),
                "crosswalk.link.idle",
                "crosswalk.criterion.metric");
        assertFound(
                HEAD
                        + oneWay("l", from, to, "mostly: leading").replace("{id", "‸{id")
                        + oneWay("m", to, from, "leading: met").replace("{id", "‸{id"),
                "crosswalk.link.circle",
                "crosswalk.link.circle");
    }

    @Test
    void links_from_which_two_answers_might_follow_are_found() throws IOException {
        assertFound(
                HEAD
                        + link(
                                "l",
                                "gartner: [platform.composition.centre.3.2],"
                                        + " odmm: [data.sharing.supply]")
                        + link(
                                "m",
                                "gartner: [‸platform.composition.centre.3.2],"
                                        + " odmm: [data.sharing.open]"),
                "crosswalk.criterion.ambiguous");
    }

    @Test
    void two_links_of_one_id_are_found() throws IOException {
        assertFound(
                HEAD
                        + link(
                                "l",
                                "gartner: [platform.composition.centre.3.2],"
                                        + " odmm: [data.sharing.supply]")
                        + link(
                                        "l",
                                        "gartner: [platform.composition.centre.3.1],"
                                                + " odmm: [data.sharing.open]")
                                .replace("{id", "‸{id"),
                "crosswalk.link.duplicate");
    }

    @Test
    void a_yardstick_is_a_model_with_weights_and_preset() {
        Yardstick gartner = sound(CATALOG.yardstick("gartner", null, null));
        assertThat(gartner.model().id()).isEqualTo(ModelId.parse("gartner@2021.1"));
        assertThat(gartner.weights().id()).isEqualTo("equal");
        assertThat(Objects.requireNonNull(gartner.preset()).id()).isEqualTo("staged");

        assertThat(sound(CATALOG.yardstick("odmm@2021.1", null, null)).preset()).isNull();
        assertThat(CATALOG.yardstick("odmm", "heavy", "staged").findings())
                .extracting(Finding::rule)
                .containsExactlyInAnyOrder("weights.set.unknown", "preset.no-levels");
        assertThat(CATALOG.yardstick("none", null, null).findings())
                .extracting(Finding::rule)
                .containsExactly("model.missing");
    }
}
