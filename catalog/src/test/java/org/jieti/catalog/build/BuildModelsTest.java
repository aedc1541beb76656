package org.jieti.catalog.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jieti.catalog.Catalog;
import org.jieti.catalog.finding.Finding;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.finding.Parsed;
import org.jieti.catalog.fixture.Models;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.ModelId;
import org.jieti.testkit.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is built reads as what was written, and only what is sound is built.
class BuildModelsTest {
    private final Path folder;

    BuildModelsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void every_shipped_model_reads_the_same_built_and_written() throws IOException {
        Path from = Golden.root().resolve("models");
        BuildModels.main(new String[] {from.toString(), folder.toString()});
        Catalog written = new Catalog(from);
        Catalog built = new Catalog(folder);

        assertThat(built.models()).isEqualTo(written.models()).isNotEmpty();
        assertThat(built.indexModels()).isEqualTo(written.indexModels()).isNotEmpty();
        for (ModelId id : written.indexModels()) {
            assertThat(value(built.indexModelNamed(id.toString())))
                    .isEqualTo(value(written.indexModelNamed(id.toString())));
        }
        for (ModelId id : written.models()) {
            Location at = Location.whole(id.toString());
            MaturityModel model = value(written.model(id, at));
            assertThat(value(built.model(id, at))).isEqualTo(model);
            assertThat(built.guidance(id)).isEqualTo(written.guidance(id)).isNotEmpty();
            assertThat(built.clauses(id)).isEqualTo(written.clauses(id)).isNotEmpty();
            assertThat(built.weightSets(id)).isEqualTo(written.weightSets(id)).isNotEmpty();
            for (String set : written.weightSets(id)) {
                assertThat(value(built.weights(model, set)))
                        .isEqualTo(value(written.weights(model, set)));
            }
        }
    }

    @Test
    void what_scoring_never_needs_is_left_out_of_the_model() throws IOException {
        Models models = new Models(folder.resolve("from"));
        Path to = folder.resolve("to");

        BuildModels.main(new String[] {folder.resolve("from").toString(), to.toString()});

        assertThat(to.resolve("small/1/guidance.json")).content().contains("question", "anchors");
        String model =
                Files.readString(to.resolve("small/1/model.bin"), StandardCharsets.ISO_8859_1);
        assertThat(model).contains("alpha").doesNotContain("question", "anchors", "evidence");
        assertThat(models.catalog().models()).hasSize(1);
    }

    @Test
    void what_is_damaged_or_was_built_by_another_build_is_refused() throws IOException {
        Models models = new Models(folder.resolve("from"));
        Path to = folder.resolve("to");
        BuildModels.main(new String[] {folder.resolve("from").toString(), to.toString()});
        Catalog catalog = new Catalog(to);
        MaturityModel model = value(catalog.modelNamed("small"));

        for (byte[] wrong : wrong(to.resolve("small/1/weights/equal.bin"))) {
            Files.write(to.resolve("small/1/weights/equal.bin"), wrong);
            assertThat(rules(catalog.weights(model, "equal"))).containsExactly("file.built");
        }
        for (byte[] wrong : wrong(to.resolve("small/1/model.bin"))) {
            Files.write(to.resolve("small/1/model.bin"), wrong);
            assertThat(rules(catalog.modelNamed("small"))).containsExactly("file.built");
        }
        assertThat(models.catalog().models()).hasSize(1);
    }

    /// Half of a built file, and one that begins as no build of ours writes it.
    private static List<byte[]> wrong(Path built) throws IOException {
        byte[] bytes = Files.readAllBytes(built);
        byte[] other = bytes.clone();
        other[0]++;
        return List.of(Arrays.copyOf(bytes, bytes.length / 2), other);
    }

    private static List<String> rules(Parsed<?> parsed) {
        return parsed.findings().stream().map(Finding::rule).toList();
    }

    @Test
    void a_model_that_is_not_sound_stops_the_build_with_every_finding() {
        Models models = new Models(folder.resolve("from"));
        models.write(
                "weights/equal.yaml", Models.text("weights/equal.yaml", "alpha: 1/2", "alpha: 1"));
        models.write("../2/model.yaml", "model: small@2\nlevels: []\n");
        Path to = folder.resolve("to");

        assertThatThrownBy(
                        () ->
                                BuildModels.main(
                                        new String[] {
                                            folder.resolve("from").toString(), to.toString()
                                        }))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("weights/equal.yaml:8:3 weights.sum The weights under")
                .hasMessageContaining("small/2/model.yaml:1:1 schema.required");
        assertThat(Files.exists(to.resolve("small/2"))).isFalse();
    }

    private static <T> T value(Parsed<T> parsed) {
        assertThat(parsed.findings()).isEmpty();
        return ((Parsed.Ok<T>) parsed).value();
    }
}
