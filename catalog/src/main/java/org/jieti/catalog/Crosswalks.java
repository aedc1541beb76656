package org.jieti.catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jieti.catalog.finding.Finding;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Parsed;
import org.jieti.catalog.format.CrosswalkFormat;
import org.jieti.catalog.source.Sources;
import org.jieti.catalog.source.Value;
import org.jieti.core.crosswalk.Crosswalk;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.ModelEdition;
import org.jieti.core.model.ModelId;

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

    /// The crosswalk for some models: of those that it does not compare, a local variant takes the
    /// place of the model that it extends.
    Parsed<Crosswalk> of(List<MaturityModel> compared) {
        return switch (read()) {
            case Parsed.Invalid<Crosswalk> invalid -> invalid;
            case Parsed.Ok<Crosswalk>(Crosswalk crosswalk, List<Finding> found) -> {
                Crosswalk adapted = crosswalk;
                for (MaturityModel model : compared) {
                    ModelId base = model.extended();
                    if (!crosswalk.models().contains(model.id())
                            && base != null
                            && adapted.models().contains(base)) {
                        switch (models.editionNamed(base.toString())) {
                            case Parsed.Invalid<ModelEdition>(List<Finding> wrong) -> {
                                yield new Parsed.Invalid<>(wrong);
                            }
                            case Parsed.Ok<ModelEdition> original -> {
                                ModelEdition variant =
                                        new ModelEdition(model, models.guidance(model.id()));
                                adapted = adapted.with(original.value(), variant);
                            }
                        }
                    }
                }
                yield new Parsed.Ok<>(adapted, found);
            }
        };
    }
}
