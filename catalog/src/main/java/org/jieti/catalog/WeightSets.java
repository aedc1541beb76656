package org.jieti.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.finding.Parsed;
import org.jieti.catalog.format.ModelFormat;
import org.jieti.catalog.format.ResolvedModel;
import org.jieti.catalog.format.WeightSetFormat;
import org.jieti.catalog.source.Sources;
import org.jieti.catalog.source.Value;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.ModelId;
import org.jieti.core.model.Violation;
import org.jieti.core.model.WeightRules;
import org.jieti.core.model.WeightSet;
import org.jspecify.annotations.Nullable;

/// Reads weight sets: those that a model ships with, those that a variant inherits, and any file.
final class WeightSets {
    /// How the names of files end, in the order in which they are looked for.
    private static final List<String> BUILT_OR_WRITTEN = List.of("bin", "yaml", "json");

    private final Folders folders;
    private final Models models;

    WeightSets(Folders folders, Models models) {
        this.folders = folders;
        this.models = models;
    }

    /// The ids of the weight sets that a model ships with; a variant also has those of the model
    /// that it extends which still fit.
    List<String> ids(ModelId id) {
        Set<String> sets = new TreeSet<>(ownWeightSets(id));
        if (models.model(id, Location.whole(id.toString())) instanceof Parsed.Ok<MaturityModel> ok
                && ok.value().extended() != null) {
            ids(ok.value().extended()).stream()
                    .filter(set -> inherited(ok.value(), set, null, new Findings()) != null)
                    .forEach(sets::add);
        }
        return List.copyOf(sets);
    }

    private List<String> ownWeightSets(ModelId id) {
        Path weights = folders.home(id).resolve("weights");
        if (!Files.isDirectory(weights)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(weights)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(
                            name ->
                                    BUILT_OR_WRITTEN.contains(
                                            name.substring(name.lastIndexOf('.') + 1)))
                    .map(name -> name.substring(0, name.lastIndexOf('.')))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A weight set for a model: one that it ships with, by id, or a file.
    Parsed<WeightSet> of(MaturityModel model, String idOrFile) {
        Findings findings = new Findings();
        WeightSet set = of(model, idOrFile, findings);
        return Parsed.of(findings, () -> set);
    }

    @Nullable WeightSet of(MaturityModel model, String idOrFile, Findings findings) {
        Path file =
                Folders.looksLikeFile(idOrFile) ? Path.of(idOrFile) : shipped(model.id(), idOrFile);
        ModelId extended = model.extended();
        if (file == null && extended != null && ships(extended, idOrFile)) {
            return inherited(model, idOrFile, writtenAt(model.id()), findings);
        }
        if (file == null) {
            findings.error(
                    Location.whole(idOrFile),
                    "weights.set.unknown",
                    idOrFile,
                    model.id(),
                    String.join(", ", ids(model.id())));
            return null;
        }
        return of(model, file, findings);
    }

    static @Nullable WeightSet of(MaturityModel model, Path file, Findings findings) {
        Findings own = new Findings();
        Value value = Sources.read(file, file.toString(), own);
        WeightSet set = value == null ? null : WeightSetFormat.checked(value, model, own);
        findings.addAll(own);
        return set;
    }

    /// The default weights beside a model file. A variant without any takes those of the model
    /// that it extends, which must then still fit.
    @Nullable WeightSet defaultBeside(
            Path file, ResolvedModel resolved, ModelFormat.Checked checked, Findings findings) {
        Path weights = file.resolveSibling("weights").resolve(Catalog.DEFAULT_WEIGHTS + ".yaml");
        if (Files.exists(weights)) {
            return of(checked.model(), weights, findings);
        }
        return checked.model().extended() == null
                ? null
                : inherited(checked.model(), Catalog.DEFAULT_WEIGHTS, resolved.widest(), findings);
    }

    /// The weight set of the model that a variant extends, if it fits the variant.
    private @Nullable WeightSet inherited(
            MaturityModel variant, String id, @Nullable Location at, Findings findings) {
        ModelId base = variant.extended();
        Location place = at == null ? Location.whole(variant.id().toString()) : at;
        MaturityModel extended = base == null ? null : models.model(base, place, findings);
        WeightSet set = extended == null ? null : of(extended, id, findings);
        if (set == null) {
            return null;
        }
        WeightSet adopted =
                new WeightSet(
                        set.id(),
                        variant.id(),
                        set.name(),
                        set.status(),
                        set.method(),
                        set.provenance(),
                        set.weights(),
                        set.record(),
                        set.spread());
        List<Violation> violations = WeightRules.check(variant, adopted);
        if (violations.isEmpty()) {
            return adopted;
        }
        findings.error(place, "variant.weights", variant.id(), id, set.model());
        violations.forEach(
                violation ->
                        findings.error(place, violation.rule(), violation.arguments().toArray()));
        return null;
    }

    /// Whether a model, or one that it extends, has a weight set of that id.
    private boolean ships(ModelId model, String id) {
        if (shipped(model, id) != null) {
            return true;
        }
        Parsed<MaturityModel> read = models.model(model, Location.whole(model.toString()));
        return read instanceof Parsed.Ok<MaturityModel> ok
                && ok.value().extended() != null
                && ships(ok.value().extended(), id);
    }

    /// The file of a variant, where it lies as written.
    private Location writtenAt(ModelId id) {
        Path written = folders.home(id).resolve("model.yaml");
        return Location.whole(Files.exists(written) ? written.toString() : id.toString());
    }

    /// The file of a weight set that a model ships with; null if there is none.
    private @Nullable Path shipped(ModelId model, String id) {
        for (String form : BUILT_OR_WRITTEN) {
            Path file = folders.home(model).resolve("weights").resolve(id + "." + form);
            if (Files.exists(file)) {
                return file;
            }
        }
        return null;
    }
}
