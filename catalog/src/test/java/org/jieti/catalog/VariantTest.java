package org.jieti.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jieti.catalog.build.BuildModels;
import org.jieti.catalog.finding.Finding;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.finding.Parsed;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.Language;
import org.jieti.core.model.ModelEdition;
import org.jieti.core.model.ModelId;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Text;
import org.jieti.core.model.Variation;
import org.jieti.core.result.Result;
import org.jieti.core.result.Scoring;
import org.jieti.core.result.Yardstick;
import org.jieti.testkit.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Local variants of DGIMM: what comes of their changes, and where their faults are found.
class VariantTest {
    private static final String HEAD =
            """
            model: my-city@2026.1
            extends: dgimm@2021.1
            name: {zh: 虚构市的变体, en: Variant of an invented city}
            changes:
            """;

    @TempDir private Path folder;

    private Catalog catalog() {
        return new Catalog(List.of(Golden.root().resolve("models"), folder));
    }

    private Path written(String changes) throws IOException {
        Path file = folder.resolve("my-city/2026.1/model.yaml");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, HEAD + changes);
    }

    private ModelEdition sound(String changes) throws IOException {
        Parsed<ModelEdition> parsed = catalog().editionNamed(written(changes).toString());
        assertThat(parsed.findings()).isEmpty();
        return ((Parsed.Ok<ModelEdition>) parsed).value();
    }

    private List<String> lines(String changes) throws IOException {
        Path file = written(changes);
        return catalog().validate(file).findings().stream()
                .map(finding -> finding.line(Language.EN))
                .map(line -> line.replace(file.toString(), "F"))
                .toList();
    }

    @Test
    void a_set_field_changes_and_all_else_stays() throws IOException {
        ModelEdition edition =
                sound(
                        """
                          - set: data.open.scope.3
                            to: {mandatory: true, naAllowed: true}
                        """);
        NodeId id = new NodeId("data.open.scope.3");

        assertThat(edition.model().find(id))
                .isInstanceOfSatisfying(
                        Criterion.class,
                        criterion -> {
                            assertThat(criterion.mandatory()).isTrue();
                            assertThat(criterion.mayBeNotApplicable()).isTrue();
                        });
        assertThat(edition.model().extended()).isEqualTo(ModelId.parse("dgimm@2021.1"));
        assertThat(edition.guidance()).containsKey(id).hasSize(edition.model().criteria().size());
    }

    @Test
    void a_field_set_to_null_is_taken_away() throws IOException {
        ModelEdition edition =
                sound(
                        """
                          - set: vision.policy.planning.2.1
                            to: {mandatory: null}
                        """);

        assertThat(edition.model().find(new NodeId("vision.policy.planning.2.1")))
                .isInstanceOfSatisfying(
                        Criterion.class, criterion -> assertThat(criterion.mandatory()).isFalse());
    }

    @Test
    void one_anchor_changes_and_the_others_stay() throws IOException {
        ModelEdition edition =
                sound(
                        """
                          - set: data.open.scope.3
                            to: {anchors: {partly: {zh: 新的说明, en: A new anchor}}}
                        """);

        assertThat(edition.guidance())
                .hasEntrySatisfying(
                        new NodeId("data.open.scope.3"),
                        guidance ->
                                assertThat(guidance.anchors())
                                        .containsEntry("partly", new Text("新的说明", "A new anchor"))
                                        .containsKeys("met", "mostly"));
    }

    @Test
    void a_variant_that_keeps_the_indicators_takes_the_weights_of_its_base() throws IOException {
        ModelEdition edition =
                sound(
                        """
                          - remove: data.open.access.1.2
                        """);

        assertThat(edition.model().find(new NodeId("data.open.access.1.2"))).isNull();
        assertThat(catalog().weights(edition.model(), "value-30").findings()).isEmpty();
        assertThat(catalog().weightSets(edition.model().id())).containsExactly("equal", "value-30");
    }

    @Test
    void a_removed_ladder_asks_for_weights_of_its_own_and_says_which() throws IOException {
        assertThat(lines("  - remove: application.release.replication\n"))
                .hasSize(3)
                .anyMatch(line -> line.startsWith("F:2:10 variant.weights "))
                .anyMatch(line -> line.startsWith("F:2:10 weights.sum "))
                .anyMatch(
                        line ->
                                line.startsWith("F:2:10 weights.unknown ")
                                        && line.contains("application.release.replication"));
    }

    /// Line 5 is the first change.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- remove: data.nothing | F:5:13 variant.node.unknown",
                "- {set: data.open, to: {id: data.x}} | F:5:27 variant.set.field",
                "- {set: data.open, to: {ladders: []}} | F:5:27 variant.set.field",
                "- {set: data.open.scope.3, to: {effort: XXL}} | F:5:43 schema.enum",
                "- {set: data.open.scope.3, to: {level: IX}} | F:5:42 model.level.unknown",
                "- {set: data.open.scope.2, to: {level: III}} | F:5:11 model.criterion.id",
                "- {add: domain, under: data, as: {id: x}} | F:5:26 variant.add.domain",
                "- {add: ladder, as: {id: data.open.x}} | F:5:11 variant.add.nowhere",
                "- {add: ladder, under: data, as: {id: data.x}} | F:5:26 variant.add.parent",
                "- {add: ladder, under: data.open, as: {id: data.open.scope}} | F:5:46"
                        + " variant.add.exists",
                "- {replace: notApplicable, with: {cap: 2}} | F:5:42 schema.maximum",
                "- {set: pue, to: {direction: higher}} | F:5:11 model.band.side",
                "- {set: pue} | F:5:5 schema.dependentRequired",
                "- {put: x} | F:5:5 schema.additionalProperties",
                "- {replace: ratings, with: [{id: a, name: {zh: 甲, en: a}, fulfilment: 1}, {id: b,"
                        + " name: {zh: 乙, en: b}, fulfilment: 0}]} | F:5:15 model.anchor.unknown",
            })
    void what_is_wrong_is_found_where_the_change_stands(String change, String finding)
            throws IOException {
        assertThat(lines("  " + change + "\n"))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("F:"))
                .anyMatch(line -> line.startsWith(finding + " "));
    }

    @Test
    void removing_every_criterion_of_a_ladder_is_found_at_the_last_removal() throws IOException {
        assertThat(
                        lines(
                                """
                                  - remove: application.development.ecosystem.4
                                """))
                .anyMatch(line -> line.startsWith("F:5:13 schema.minItems "));
    }

    @Test
    void a_variant_of_nothing_or_of_itself_is_refused() throws IOException {
        Path file = written("  - remove: data.open.access.1.2\n");
        Files.writeString(
                file, Files.readString(file).replace("extends: dgimm@2021.1", "extends: no@1"));
        assertThat(catalog().validate(file).findings())
                .singleElement()
                .extracting(Finding::rule)
                .isEqualTo("model.missing");

        Files.writeString(
                file, Files.readString(file).replace("extends: no@1", "extends: my-city@2026.1"));
        assertThat(catalog().validate(file).findings())
                .singleElement()
                .extracting(Finding::rule)
                .isEqualTo("variant.self");
    }

    @Test
    void variants_that_extend_each_other_are_refused() throws IOException {
        Path one = written("  - remove: data.open.access.1.2\n");
        Path other = folder.resolve("other/1/model.yaml");
        Files.createDirectories(other.getParent());
        Files.writeString(
                other,
                Files.readString(one)
                        .replace("model: my-city@2026.1", "model: other@1")
                        .replace("extends: dgimm@2021.1", "extends: my-city@2026.1"));
        Files.writeString(
                one, Files.readString(one).replace("extends: dgimm@2021.1", "extends: other@1"));

        assertThat(catalog().validate(one).findings())
                .extracting(Finding::rule)
                .containsExactly("variant.circle");
    }

    @Test
    void a_variant_knows_what_it_changes() throws IOException {
        ModelEdition edition =
                sound(
                        """
                          - set: data.open.scope.3
                            to: {mandatory: true}
                          - set: data.open.scope.3
                            to: {effort: L}
                          - remove: application.release.replication.5.2
                          - replace: notApplicable
                            with: {cap: 0.1}
                        """);

        Variation variation = Objects.requireNonNull(edition.model().variation());
        assertThat(variation.of()).isEqualTo(ModelId.parse("dgimm@2021.1"));
        assertThat(variation.at(Variation.Kind.ADDED)).isEmpty();
        assertThat(variation.at(Variation.Kind.SET)).containsExactly("data.open.scope.3");
        assertThat(variation.at(Variation.Kind.REMOVED))
                .containsExactly("application.release.replication.5.2");
        assertThat(variation.at(Variation.Kind.REPLACED)).containsExactly("notApplicable");
    }

    /// A distribution whose models include variants: one with weights of its own, one that takes
    /// those of its base, and one of that.
    @Test
    void built_variants_are_the_written_ones() throws IOException {
        Path source = folder.resolve("source");
        copy(Golden.root().resolve("models/dgimm"), source.resolve("dgimm"));
        copy(Golden.root().resolve("samples/variants/port-city"), source.resolve("port-city"));
        write(source, "my-city", "dgimm@2021.1", "data.open.scope.3", "mandatory: true");
        write(source, "my-district", "my-city@2026.1", "data.open.access.3", "effort: S");
        Path built = folder.resolve("built");
        BuildModels.main(new String[] {source.toString(), built.toString()});
        Catalog before = new Catalog(source);
        Catalog after = new Catalog(built);

        assertThat(after.models()).isEqualTo(before.models()).hasSize(4);
        for (ModelId id : after.models()) {
            assertThat(ok(after.editionNamed(id.toString())))
                    .isEqualTo(ok(before.editionNamed(id.toString())));
            assertThat(ok(after.model(id, Location.whole(""))))
                    .isEqualTo(ok(before.model(id, Location.whole(""))));
            assertThat(after.weightSets(id)).isEqualTo(before.weightSets(id)).contains("equal");
            Yardstick by = ok(after.yardstick(id.toString(), null, null));
            assertThat(by.weights())
                    .isEqualTo(ok(before.yardstick(id.toString(), null, null)).weights());
        }
        Path file = Golden.root().resolve("samples/variants/port-city.yaml");
        assertThat(scored(after, file).tree()).isEqualTo(scored(before, file).tree());
        assertThat(ok(after.yardstick("my-district", "value-30", null)).weights().id())
                .isEqualTo("value-30");
    }

    private static Result scored(Catalog catalog, Path file) {
        return Scoring.score(ok(catalog.scoringInput(file, null, null)));
    }

    private static <T> T ok(Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Ok<T>(T value, _) -> value;
            case Parsed.Invalid<T>(List<Finding> found) -> throw new AssertionError(found);
        };
    }

    private static void write(Path home, String name, String base, String node, String field)
            throws IOException {
        Path file = home.resolve(name + "/2026.1/model.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                """
                model: %s@2026.1
                extends: %s
                name: {zh: 虚构的变体, en: Invented variant}
                changes:
                  - set: %s
                    to: {%s}
                """
                        .formatted(name, base, node, field));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path each : files.toList()) {
                Path target = to.resolve(from.relativize(each));
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
        }
    }
}
