package org.jieti.catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Parsed;
import org.jieti.catalog.format.CrosswalkFormat;
import org.jieti.catalog.source.Sources;
import org.jieti.catalog.source.Value;
import org.jieti.core.crosswalk.Crosswalk;

/// Reads the crosswalk between the models at hand.
final class Crosswalks {
    private final Folders folders;
    private final Models models;

    Crosswalks(Folders folders, Models models) {
        this.folders = folders;
        this.models = models;
    }

    /// Which criteria of the models at hand ask for the same thing.
    Parsed<Crosswalk> read() {
        Findings findings = new Findings();
        Path built = folders.beside("crosswalk.json");
        Path written = folders.beside("crosswalk.yaml");
        Path file = Files.exists(built) ? built : written;
        Value value = Sources.read(file, file.toString(), findings);
        Crosswalk crosswalk =
                value == null
                        ? null
                        : file.equals(built)
                                ? CrosswalkFormat.trusted(value)
                                : CrosswalkFormat.checked(value, models::model, findings);
        return Parsed.of(findings, () -> crosswalk);
    }
}
