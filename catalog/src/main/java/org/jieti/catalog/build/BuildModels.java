package org.jieti.catalog.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jieti.catalog.Catalog;
import org.jieti.catalog.finding.Finding;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.format.ClauseListFormat;
import org.jieti.catalog.format.CompactModel;
import org.jieti.catalog.format.IndexModelFormat;
import org.jieti.catalog.format.Json;
import org.jieti.catalog.format.ModelFormat;
import org.jieti.catalog.format.ResolvedModel;
import org.jieti.catalog.format.WeightSetFormat;
import org.jieti.catalog.source.CompactSource;
import org.jieti.catalog.source.Sources;
import org.jieti.catalog.source.Value;
import org.jieti.core.model.Language;
import org.jieti.core.model.ModelId;

/// Checks every model with its weight sets and clauses, and writes each so that it is quick to
/// read: `model.bin` for scoring, `guidance.json` with all that assessors read, `clauses.json`.
/// The crosswalk between them becomes `crosswalk.json`. A finding stops the build.
public final class BuildModels {
    private BuildModels() {}

    /// Builds all models of a folder.
    ///
    /// @param arguments the folder of the models, and the folder to write to
    public static void main(String[] arguments) throws IOException {
        Path from = Path.of(arguments[0]);
        Path to = Path.of(arguments[1]);
        Findings findings = new Findings();
        Catalog catalog = new Catalog(from);
        for (ModelId id : catalog.models()) {
            Path home = Path.of(id.name(), id.version());
            Findings own = new Findings();
            build(catalog, from.resolve(home), to.resolve(home), own);
            findings.addAll(own);
        }
        for (ModelId id : new Catalog(from).indexModels()) {
            Path home = Path.of(id.name(), id.version());
            buildIndex(from.resolve(home), to.resolve(home), findings);
        }
        crosswalk(from, to, findings);
        if (findings.hasErrors()) {
            List<String> lines =
                    findings.sorted().stream()
                            .filter(Finding::isError)
                            .map(finding -> finding.line(Language.EN))
                            .toList();
            throw new IOException("The models are not sound:\n" + String.join("\n", lines));
        }
    }

    private static void build(Catalog catalog, Path from, Path to, Findings findings)
            throws IOException {
        ResolvedModel resolved = catalog.resolved(from.resolve("model.yaml"), findings);
        ModelFormat.Checked checked = resolved == null ? null : resolved.checked(findings);
        if (resolved == null || checked == null) {
            return;
        }
        Files.createDirectories(to.resolve("weights"));
        Files.write(to.resolve("model.bin"), CompactModel.written(checked.model()));
        Files.writeString(
                to.resolve("guidance.json"),
                Json.of(resolved.value()).toString(),
                StandardCharsets.UTF_8);
        Path clauses = from.resolve("clauses.yaml");
        Value listed =
                Files.exists(clauses) ? Sources.read(clauses, clauses.toString(), findings) : null;
        if (listed != null) {
            ClauseListFormat.check(listed, checked.model(), findings);
            Files.writeString(
                    to.resolve("clauses.json"), Json.of(listed).toString(), StandardCharsets.UTF_8);
        }
        for (Path weights : files(from.resolve("weights"))) {
            Value value = Sources.read(weights, weights.toString(), findings);
            if (value != null) {
                WeightSetFormat.checked(value, checked.model(), findings);
                String name = String.valueOf(weights.getFileName()).replace(".yaml", ".bin");
                Files.write(to.resolve("weights").resolve(name), CompactSource.written(value));
            }
        }
    }

    private static void buildIndex(Path from, Path to, Findings findings) throws IOException {
        Path file = from.resolve("index.yaml");
        Value value = Sources.read(file, file.toString(), findings);
        if (value != null && IndexModelFormat.checked(value, findings) != null) {
            Files.createDirectories(to);
            Files.writeString(
                    to.resolve("index.json"), Json.of(value).toString(), StandardCharsets.UTF_8);
        }
    }

    private static void crosswalk(Path from, Path to, Findings findings) throws IOException {
        Path file = from.resolve("crosswalk.yaml");
        if (!Files.exists(file)) {
            return;
        }
        findings.addAll(new Catalog(from).crosswalk().findings());
        Value value = Sources.read(file, file.toString(), new Findings());
        if (value != null) {
            Files.writeString(
                    to.resolve("crosswalk.json"),
                    Json.of(value).toString(),
                    StandardCharsets.UTF_8);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
