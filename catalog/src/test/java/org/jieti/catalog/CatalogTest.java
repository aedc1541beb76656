package org.jieti.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.finding.Parsed;
import org.jieti.catalog.fixture.Models;
import org.jieti.catalog.fixture.Rendered;
import org.jieti.core.model.Language;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.ModelId;
import org.jieti.core.model.NodeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which models are at hand, and which one a name means.
class CatalogTest {
    private final Path folder;
    private final Models models;

    CatalogTest(@TempDir Path folder) {
        this.folder = folder;
        models = new Models(folder);
    }

    private void version(String version) {
        models.write(
                "../" + version + "/model.yaml",
                Models.text("model.yaml", "small@1", "small@" + version));
        models.write("../" + version + "/domains/alpha.yaml", Models.text("domains/alpha.yaml"));
    }

    @Test
    void versions_are_listed_in_the_order_of_their_numbers() {
        for (String version : List.of("2021.10", "2021.9", "2021.9-beta", "2021.9.1", "10", "9")) {
            version(version);
        }

        assertThat(models.catalog().models())
                .extracting(ModelId::version)
                .containsExactly("1", "9", "10", "2021.9", "2021.9.1", "2021.9-beta", "2021.10");
    }

    @Test
    void a_name_alone_means_the_newest_version() {
        version("2021.10");
        version("2021.9");

        assertThat(models.catalog().modelNamed("small"))
                .isInstanceOfSatisfying(
                        Parsed.Ok.class,
                        ok ->
                                assertThat(((MaturityModel) ok.value()).id())
                                        .isEqualTo(new ModelId("small", "2021.10")));
        assertThat(models.catalog().modelNamed("small@2021.9"))
                .isInstanceOfSatisfying(
                        Parsed.Ok.class,
                        ok ->
                                assertThat(((MaturityModel) ok.value()).id())
                                        .isEqualTo(new ModelId("small", "2021.9")));
    }

    @Test
    void an_unknown_name_is_refused_with_those_that_are_there() {
        version("2");

        Parsed<MaturityModel> parsed = models.catalog().modelNamed("large");

        assertThat(Models.lines(parsed)).containsExactly("large model.missing");
        assertThat(parsed.findings().getFirst().hint(Language.EN))
                .isEqualTo("Models at hand: small@1, small@2.");
        Rendered.assertSound(parsed.findings());
    }

    @Test
    void folders_whose_names_are_no_ids_are_no_models() {
        models.write("../draft/model.yaml", Models.text("model.yaml"));
        models.write("../../My Model/1/model.yaml", Models.text("model.yaml"));
        models.write("../../.git/1/model.yaml", Models.text("model.yaml"));
        models.write("../../notes.txt", "none");
        models.write("../2/notes.txt", "no model file");

        assertThat(models.catalog().models()).containsExactly(new ModelId("small", "1"));
    }

    @Test
    void without_a_folder_there_are_no_models_and_that_is_said() {
        for (Path nowhere :
                List.of(folder.resolve("nowhere"), models.home().resolve("model.yaml"))) {
            Catalog catalog = new Catalog(nowhere);

            assertThat(catalog.models()).isEmpty();
            Parsed<MaturityModel> parsed = catalog.modelNamed("small");
            assertThat(Models.lines(parsed)).containsExactly("small model.missing");
            assertThat(parsed.findings().getFirst().hint(Language.EN))
                    .isEqualTo("Models at hand: none.");
            assertThat(parsed.findings().getFirst().hint(Language.ZH)).isEqualTo("现有模型：无。");
            Rendered.assertSound(parsed.findings());
        }
    }

    @Test
    void weight_sets_are_those_in_the_folder_of_the_model() {
        models.write("weights/own.yaml", "weightSet: own\n");
        models.write("weights/README.md", "none");

        assertThat(models.catalog().weightSets(new ModelId("small", "1")))
                .containsExactly("equal", "own");
        assertThat(models.catalog().weightSets(new ModelId("small", "2"))).isEmpty();
    }

    @Test
    void guidance_stands_beside_every_criterion() {
        ModelId id = new ModelId("small", "1");
        Parsed<MaturityModel> parsed = models.catalog().model(id, Location.whole("test"));
        MaturityModel model = ((Parsed.Ok<MaturityModel>) parsed).value();

        assertThat(models.catalog().guidance(id).keySet())
                .containsExactlyInAnyOrderElementsOf(
                        model.criteria().stream().map(criterion -> criterion.id()).toList());
        assertThat(models.catalog().guidance(id).get(new NodeId("alpha.one.way.1")))
                .satisfies(
                        guidance -> {
                            assertThat(guidance.question().zh()).isEqualTo("线下能办吗？");
                            assertThat(guidance.anchors()).containsOnlyKeys("met", "mostly");
                            assertThat(guidance.evidence().en()).isEqualTo("The register.");
                        });
    }
}
