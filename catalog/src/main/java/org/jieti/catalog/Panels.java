package org.jieti.catalog;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jieti.catalog.batch.PanelFiles;
import org.jieti.catalog.batch.TextEncoding;
import org.jieti.catalog.finding.Finding;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.finding.Parsed;
import org.jieti.catalog.format.ModelReference;
import org.jieti.core.agreement.Panel;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.WeightSet;
import org.jieti.core.result.Yardstick;
import org.jspecify.annotations.Nullable;

/// What several raters gave to one unit, read from files.
public final class Panels {
    private final Catalog catalog;

    public Panels(Catalog catalog) {
        this.catalog = catalog;
    }

    /// A panel from one table of raters (`.csv`), or from their assessments: files, folders, or
    /// both.
    ///
    /// @param model `name@version`, or a name for its newest version; null for the one that the
    ///     first assessment names, which a table does not
    /// @param asOf the day of ratings in a table that states none
    public Parsed<Panel> read(
            List<Path> inputs, @Nullable String model, TextEncoding encoding, LocalDate asOf) {
        Findings findings = new Findings();
        List<Path> files = PanelFiles.files(inputs, findings);
        if (findings.hasErrors()) {
            return new Parsed.Invalid<>(findings.sorted());
        }
        Path first = files.getFirst();
        boolean table = PanelFiles.isTable(first);
        if (files.size() > 1 && files.stream().anyMatch(PanelFiles::isTable)) {
            findings.error(Location.whole(first.toString()), "panel.table.alone");
            return new Parsed.Invalid<>(findings.sorted());
        }
        if (table && model == null) {
            findings.error(Location.whole(first.toString()), "panel.table.model");
            return new Parsed.Invalid<>(findings.sorted());
        }
        MaturityModel against = model == null ? model(first, findings) : named(model, findings);
        WeightSet weights = against == null ? null : weights(against, findings);
        if (against == null || weights == null) {
            return new Parsed.Invalid<>(findings.sorted());
        }
        Yardstick yardstick = Yardstick.of(against, weights);
        Panel panel =
                table
                        ? PanelFiles.table(first, encoding, yardstick, asOf, findings)
                        : PanelFiles.assessments(files, yardstick, findings);
        return Parsed.of(findings, () -> panel);
    }

    private @Nullable MaturityModel model(Path file, Findings findings) {
        Findings own = new Findings();
        ModelReference reference = PanelFiles.reference(file, own);
        if (reference == null) {
            findings.addAll(own);
            return null;
        }
        // What else is wrong with the file is reported when all of it is read.
        return found(catalog.model(reference.id(), reference.at()), findings);
    }

    private @Nullable MaturityModel named(String model, Findings findings) {
        return found(catalog.modelNamed(model), findings);
    }

    /// Whether too much was called not applicable does not depend on how domains are weighed.
    private @Nullable WeightSet weights(MaturityModel model, Findings findings) {
        return found(catalog.weights(model, Catalog.DEFAULT_WEIGHTS), findings);
    }

    private static <T> @Nullable T found(Parsed<T> parsed, Findings findings) {
        return switch (parsed) {
            case Parsed.Ok<T>(T value, _) -> value;
            case Parsed.Invalid<T>(List<Finding> found) -> {
                findings.addAll(found);
                yield null;
            }
        };
    }
}
