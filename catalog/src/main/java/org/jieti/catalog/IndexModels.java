package org.jieti.catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jieti.catalog.batch.Progress;
import org.jieti.catalog.batch.TextEncoding;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.finding.Parsed;
import org.jieti.catalog.format.FileKind;
import org.jieti.catalog.format.IndexModelFormat;
import org.jieti.catalog.population.PopulationFile;
import org.jieti.catalog.source.Sources;
import org.jieti.catalog.source.Value;
import org.jieti.core.model.ModelId;
import org.jieti.core.model.Violation;
import org.jieti.core.population.IndexModel;
import org.jieti.core.population.Population;
import org.jieti.core.population.PopulationScoring;
import org.jspecify.annotations.Nullable;

/// Reads index models, which score a whole population at once, and the tables of their populations.
final class IndexModels {
    private final Folders folders;

    IndexModels(Folders folders) {
        this.folders = folders;
    }

    /// The index model that a user names: `name@version`, a name alone for its newest version, or a
    /// file.
    Parsed<IndexModel> named(String named) {
        Findings findings = new Findings();
        IndexModel model = named(named, findings);
        return Parsed.of(findings, () -> model);
    }

    private @Nullable IndexModel named(String named, Findings findings) {
        if (Folders.looksLikeFile(named)) {
            Value value = Sources.read(Path.of(named), named, findings);
            return value == null ? null : IndexModelFormat.checked(value, findings);
        }
        ModelId newest = folders.newest(named, folders.indexModels());
        if (newest == null) {
            findings.error(
                    Location.whole(named),
                    "index.missing",
                    named,
                    folders.indexModels().stream()
                            .map(ModelId::toString)
                            .collect(Collectors.joining(", ")));
            return null;
        }
        Path built = folders.home(newest).resolve("index.json");
        Path written = folders.home(newest).resolve("index.yaml");
        Path file = Files.exists(built) ? built : written;
        Value value = Sources.read(file, file.toString(), findings);
        if (value == null) {
            return null;
        }
        return file.equals(built)
                ? IndexModelFormat.trusted(value)
                : IndexModelFormat.checked(value, findings);
    }

    /// Whether what a user names is an index model; a file that cannot be read is none.
    boolean isIndexModel(String named) {
        if (Folders.looksLikeFile(named)) {
            Value value = Sources.read(Path.of(named), named, new Findings());
            return value != null && FileKind.of(value) == FileKind.INDEX_MODEL;
        }
        return folders.newest(named, folders.indexModels()) != null;
    }

    /// The units in a file, for an index model that can score it.
    static Parsed<Population> population(
            Path file, TextEncoding encoding, IndexModel model, Progress progress) {
        Findings findings = new Findings();
        String name = file.toString();
        Population population = PopulationFile.read(file, encoding, model, progress, findings);
        if (population != null) {
            for (Violation violation : PopulationScoring.check(model, population)) {
                findings.error(
                        Location.whole(name), violation.rule(), violation.arguments().toArray());
            }
        }
        return Parsed.of(findings, () -> population);
    }
}
