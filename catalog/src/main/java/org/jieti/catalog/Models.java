package org.jieti.catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.finding.Parsed;
import org.jieti.catalog.format.ClauseListFormat;
import org.jieti.catalog.format.CompactModel;
import org.jieti.catalog.format.FileKind;
import org.jieti.catalog.format.ModelFormat;
import org.jieti.catalog.format.ResolvedModel;
import org.jieti.catalog.format.VariantFormat;
import org.jieti.catalog.source.Sources;
import org.jieti.catalog.source.Value;
import org.jieti.core.model.Clause;
import org.jieti.core.model.Guidance;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.ModelEdition;
import org.jieti.core.model.ModelId;
import org.jieti.core.model.NodeId;
import org.jspecify.annotations.Nullable;

/// Reads models, as written or as built, and carries out what local variants change.
final class Models {
    private final Folders folders;

    Models(Folders folders) {
        this.folders = folders;
    }

    /// The model of that id.
    ///
    /// @param askedAt where it was asked for
    Parsed<MaturityModel> model(ModelId id, Location askedAt) {
        Findings findings = new Findings();
        MaturityModel model = model(id, askedAt, findings);
        return Parsed.of(findings, () -> model);
    }

    @Nullable MaturityModel model(ModelId id, Location askedAt, Findings findings) {
        Findings own = new Findings();
        MaturityModel model = modelAlone(id, askedAt, own);
        findings.addAll(own);
        return model;
    }

    /// Reads a model that is judged by what is wrong with it alone.
    ///
    /// @param findings none yet
    private @Nullable MaturityModel modelAlone(ModelId id, Location askedAt, Findings findings) {
        Path built = folders.home(id).resolve("model.bin");
        if (Files.exists(built)) {
            return built(built, findings);
        }
        ResolvedModel resolved = resolved(id, askedAt, findings);
        ModelFormat.Checked checked = resolved == null ? null : resolved.checked(findings);
        return checked == null ? null : checked.model();
    }

    private static @Nullable MaturityModel built(Path file, Findings findings) {
        String name = file.toString();
        byte[] bytes = Sources.bytes(file, name, findings);
        MaturityModel model = bytes == null ? null : CompactModel.read(bytes);
        if (bytes != null && model == null) {
            findings.error(Location.whole(name), "file.built", name);
        }
        return model;
    }

    /// The model that a user names: `name@version`, or a name alone for its newest version.
    Parsed<MaturityModel> modelNamed(String named) {
        Location askedAt = Location.whole(named);
        ModelId newest = folders.newest(named, folders.models());
        if (newest != null) {
            return model(newest, askedAt);
        }
        Findings findings = new Findings();
        missing(named, findings);
        return new Parsed.Invalid<>(findings.sorted());
    }

    private void missing(String named, Findings findings) {
        ModelId index = folders.newest(named, folders.indexModels());
        if (index == null) {
            findings.error(
                    Location.whole(named), "model.missing", named, Folders.known(folders.models()));
        } else {
            findings.error(Location.whole(named), Catalog.POPULATION_ONLY, index);
        }
    }

    /// The model that a user names, with what assessors read: by file, by `name@version`, or by a
    /// name alone for its newest version.
    Parsed<ModelEdition> editionNamed(String named) {
        Findings findings = new Findings();
        ResolvedModel resolved = resolvedNamed(named, findings);
        ModelFormat.Checked checked = resolved == null ? null : resolved.checked(findings);
        return Parsed.of(
                findings,
                () ->
                        resolved == null || checked == null
                                ? null
                                : new ModelEdition(
                                        checked.model(), ModelFormat.guidance(resolved.value())));
    }

    /// A model at hand in full, before it is checked.
    ///
    /// @param askedAt where it was asked for
    @Nullable ResolvedModel resolved(ModelId id, Location askedAt, Findings findings) {
        Path full = folders.home(id).resolve("guidance.json");
        Path written = folders.home(id).resolve("model.yaml");
        if (Files.exists(full)) {
            Value value = Sources.read(full, full.toString(), findings);
            return value == null ? null : new ResolvedModel(value, full.toString(), null);
        }
        if (!Files.exists(written) && folders.indexModels().contains(id)) {
            findings.error(askedAt, Catalog.POPULATION_ONLY, id);
            return null;
        }
        if (!Files.exists(written)) {
            findings.error(askedAt, "model.missing", id, Folders.known(folders.models()));
            return null;
        }
        return resolved(written, findings);
    }

    /// A model file in full, before it is checked: with its domain files in place or, of a local
    /// variant, its changes carried out.
    @Nullable ResolvedModel resolved(Path file, Findings findings) {
        return resolved(file, Set.of(), findings);
    }

    private @Nullable ResolvedModel resolved(Path file, Set<Path> extending, Findings findings) {
        String name = file.toString();
        Value root = ModelFormat.resolve(file, name, findings);
        if (root != null && FileKind.of(root) == FileKind.INDEX_MODEL) {
            findings.error(root.at(), Catalog.POPULATION_ONLY, name);
            return null;
        }
        if (root == null || FileKind.of(root) != FileKind.VARIANT) {
            return root == null ? null : new ResolvedModel(root, name, null);
        }
        ModelId extended = findings.hasErrors() ? null : VariantFormat.extendedBy(root, findings);
        if (extended == null) {
            return null;
        }
        Location at = VariantFormat.widest(root);
        Path base = folders.home(extended).resolve("model.yaml");
        Set<Path> through = new HashSet<>(extending);
        if (!through.add(file.toAbsolutePath().normalize())) {
            findings.error(at, "variant.circle", extended);
            return null;
        }
        ResolvedModel resolved =
                Files.exists(base)
                        ? resolved(base, through, findings)
                        : resolved(extended, at, findings);
        return resolved == null
                ? null
                : new ResolvedModel(
                        VariantFormat.applied(root, resolved.value(), findings), name, at);
    }

    /// The model that a user names, in full, before it is checked.
    @Nullable ResolvedModel resolvedNamed(String named, Findings findings) {
        if (Folders.looksLikeFile(named)) {
            return resolved(Path.of(named), findings);
        }
        ModelId newest = folders.newest(named, folders.models());
        if (newest == null) {
            missing(named, findings);
            return null;
        }
        return resolved(newest, Location.whole(named), findings);
    }

    /// What assessors read beside each criterion of a model that is at hand.
    Map<NodeId, Guidance> guidance(ModelId id) {
        Findings findings = new Findings();
        ResolvedModel resolved = resolved(id, Location.whole(id.toString()), findings);
        if (resolved == null) {
            throw new IllegalStateException("No guidance for model " + id);
        }
        return ModelFormat.guidance(resolved.value());
    }

    /// The clauses of the source of a model that is at hand; none where it ships without.
    List<Clause> clauses(ModelId id) {
        Path built = folders.home(id).resolve("clauses.json");
        Path file = Files.exists(built) ? built : folders.home(id).resolve("clauses.yaml");
        if (!Files.exists(file)) {
            return List.of();
        }
        Value value = Sources.read(file, file.toString(), new Findings());
        if (value == null) {
            throw new IllegalStateException("No clauses for model " + id);
        }
        return ClauseListFormat.trusted(value);
    }
}
