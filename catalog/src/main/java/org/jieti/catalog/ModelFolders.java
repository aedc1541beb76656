package org.jieti.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Parsed;
import org.jieti.catalog.format.ClauseListFormat;
import org.jieti.catalog.format.ModelFormat;
import org.jieti.catalog.format.ResolvedModel;
import org.jieti.catalog.format.Schemas;
import org.jieti.catalog.format.WeightSetFormat;
import org.jieti.catalog.source.Sources;
import org.jieti.catalog.source.Value;
import org.jieti.catalog.workbook.ModelFolder;
import org.jieti.catalog.workbook.WorkbookReader;
import org.jieti.core.model.WeightSet;

/// A model with all its files: from where it lies, or out of a workbook.
final class ModelFolders {
    private final Folders folders;
    private final Models models;

    ModelFolders(Folders folders, Models models) {
        this.folders = folders;
        this.models = models;
    }

    /// All files of the model that a user names: by file, by `name@version`, or by a name alone
    /// for its newest version.
    Parsed<ModelFolder> named(String named) {
        Findings findings = new Findings();
        ResolvedModel resolved = models.resolvedNamed(named, findings);
        ModelFormat.Checked checked = resolved == null ? null : resolved.checked(findings);
        if (resolved == null || checked == null) {
            return new Parsed.Invalid<>(findings.sorted());
        }
        Path file =
                Folders.looksLikeFile(named)
                        ? Path.of(named)
                        : folders.home(checked.model().id()).resolve("model.yaml");
        Map<String, Value.Mapping> sets = new LinkedHashMap<>();
        for (Path weights : weightFiles(file.resolveSibling("weights"))) {
            Findings own = new Findings();
            Value value = Sources.read(weights, weights.toString(), own);
            WeightSet set =
                    value == null ? null : WeightSetFormat.checked(value, checked.model(), own);
            if (set != null && value instanceof Value.Mapping mapping) {
                sets.put(set.id(), mapping);
            }
            findings.addAll(own);
        }
        Value.Mapping clauses = null;
        for (String name : List.of("clauses.yaml", "clauses.json")) {
            Path list = file.resolveSibling(name);
            if (Files.exists(list)
                    && Sources.read(list, list.toString(), findings)
                            instanceof Value.Mapping mapping) {
                clauses = mapping;
            }
        }
        ModelFolder folder = new ModelFolder((Value.Mapping) resolved.value(), sets, clauses);
        return Parsed.of(findings, () -> folder);
    }

    private static List<Path> weightFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The model in a workbook, with all its files, checked as any model is.
    static Parsed<ModelFolder> imported(Path workbook) {
        Findings findings = new Findings();
        ModelFolder folder = WorkbookReader.read(workbook, findings);
        ModelFormat.Checked checked =
                folder == null ? null : ModelFormat.checked(folder.model(), findings);
        if (folder != null && checked != null) {
            for (Value.Mapping set : folder.weightSets().values()) {
                Schemas.check(set, Schemas.WEIGHT_SET, findings);
            }
            if (!findings.hasErrors()) {
                for (Value.Mapping set : folder.weightSets().values()) {
                    WeightSetFormat.checked(set, checked.model(), findings);
                }
                if (folder.clauses() != null) {
                    ClauseListFormat.check(folder.clauses(), checked.model(), findings);
                }
            }
        }
        return Parsed.of(findings, () -> folder);
    }
}
