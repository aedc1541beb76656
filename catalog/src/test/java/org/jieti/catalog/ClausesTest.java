package org.jieti.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.jieti.catalog.finding.Parsed;
import org.jieti.catalog.fixture.Case;
import org.jieti.catalog.fixture.Models;
import org.jieti.catalog.fixture.Rendered;
import org.jieti.catalog.format.FileKind;
import org.jieti.core.model.Clause;
import org.jieti.core.model.ModelId;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What carries a clause cites it, and what is cited is listed.
class ClausesTest {
    private static final String SOUND =
            """
            model: small@1
            clauses:
              - id: s/10
                says: {zh: 没有方式。, en: No way.}
                carriedBy: [alpha.one.way]
              - id: s/11
                says: {zh: 有计划。, en: A plan.}
                carriedBy: [beta.one.plan]
              - id: s/12
                says: {zh: 有执行。, en: Use.}
                carriedBy: [beta.one.use]
              - id: s/13
                says: {zh: 有人员。, en: People.}
                carriedBy: [beta.two.people]
              - id: s/14
                says: {zh: 有工具。, en: Tools.}
                carriedBy: [beta.two.tools]
              - id: s/20
                says: {zh: 甲域。, en: Alpha.}
                carriedBy:
                  - alpha.one.way.1
                  - alpha.one.way.2
                  - alpha.one.way.3
                  - alpha.one.pace.2
                  - alpha.two.safe.1
                  - alpha.two.safe.3.1
                  - alpha.two.safe.3.2
            """;

    private final Models models;

    ClausesTest(@TempDir Path folder) {
        models = new Models(folder);
        models.write(
                "domains/alpha.yaml",
                Models.text("domains/alpha.yaml").replaceAll("s/2[1-6]", "s/20"));
    }

    /// @param rules the rules broken, separated by blanks
    private static Case with(String sentence, String rules, String... edits) {
        return Case.of(sentence, Models.edited(SOUND, edits), rules.split(" ", -1));
    }

    static List<Case> cases() {
        return List.of(
                with("another model", "model.missing", "small@1", "‸other@1"),
                with("a model without version", "schema.pattern", "small@1", "‸small"),
                with(
                        "a clause listed twice",
                        "clauses.missing clauses.duplicate clauses.node.silent",
                        "- id: s/10",
                        "‸- id: s/10",
                        "id: s/12",
                        "id: ‸s/11",
                        "[beta.one.use]",
                        "[‸beta.one.use]"),
                with(
                        "a clause that is cited and not listed",
                        "clauses.missing clauses.node.silent",
                        "- id: s/10",
                        "‸- id: s/00",
                        "carriedBy: [alpha.one.way]",
                        "carriedBy: [‸alpha.one.way]"),
                with(
                        "a carrier that the model lacks",
                        "clauses.node.unknown",
                        "[beta.two.tools]",
                        "[beta.two.tools, ‸beta.two.tool]"),
                with(
                        "a carrier that does not cite the clause",
                        "clauses.node.silent",
                        "[beta.two.tools]",
                        "[beta.two.tools, ‸beta.two.people]"),
                with(
                        "a domain for a carrier",
                        "clauses.node.silent",
                        "[beta.two.tools]",
                        "[beta.two.tools, ‸beta]"),
                with("no carrier", "schema.minItems", "[beta.two.tools]", "‸[]"),
                with("one language", "schema.required", "{zh: 有工具。, en: Tools.}", "‸{zh: 有工具。}"),
                with(
                        "an unknown field",
                        "schema.additionalProperties",
                        "model: small@1",
                        "‸note: x\nmodel: small@1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void are_refused_in_their_place(Case wrong) {
        Path file = models.write("clauses.yaml", wrong.file().text());

        Parsed<FileKind> validated = models.catalog().validate(file);

        assertThat(validated).isInstanceOf(Parsed.Invalid.class);
        assertThat(Models.lines(validated)).isEqualTo(wrong.expected(file.toString()));
        Rendered.assertSound(validated.findings());
    }

    @Test
    void sound_clauses_are_read_in_their_order() {
        Path file = models.write("clauses.yaml", SOUND);

        assertThat(models.catalog().validate(file))
                .isEqualTo(new Parsed.Ok<>(FileKind.CLAUSES, List.of()));
        List<Clause> clauses = models.catalog().clauses(new ModelId("small", "1"));
        assertThat(clauses).hasSize(6);
        assertThat(clauses.getFirst())
                .isEqualTo(
                        new Clause(
                                "s/10",
                                new Text("没有方式。", "No way."),
                                List.of(new NodeId("alpha.one.way"))));
    }

    @Test
    void clauses_of_another_version_do_not_belong_into_the_folder_of_a_model() {
        models.write("clauses.yaml", SOUND.replace("small@1", "small@2"));

        Parsed<FileKind> validated = models.catalog().validate(models.home().resolve("model.yaml"));

        assertThat(Models.lines(validated))
                .contains(models.home().resolve("clauses.yaml") + ":1:8 clauses.model");
        Rendered.assertSound(validated.findings());
    }

    @Test
    void a_model_may_ship_without_clauses() {
        assertThat(models.catalog().clauses(new ModelId("small", "1"))).isEmpty();
    }
}
