package org.jieti.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.finding.Parsed;
import org.jieti.catalog.format.AssessmentFormat;
import org.jieti.catalog.format.FileKind;
import org.jieti.catalog.format.ModelFormat;
import org.jieti.catalog.format.WeightSetFormat;
import org.jieti.catalog.source.Sources;
import org.jieti.catalog.source.Value;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.grading.HeavyCriteria;
import org.jieti.core.model.Grading;
import org.jieti.core.model.Guidance;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.ModelId;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Preset;
import org.jieti.core.model.WeightSet;
import org.jspecify.annotations.Nullable;

/// The models at hand: a folder `<id>/<version>/` each, as written (`model.yaml`) or as built
/// (`model.json`, `guidance.json`: checked when the distribution was made, and quick to read).
public final class Catalog {
    public static final String DEFAULT_WEIGHTS = "equal";

    /// The part of a level from which a single criterion is mandatory in effect.
    private static final double HEAVY = 0.2;

    private final Path folder;

    public Catalog(Path folder) {
        this.folder = folder;
    }

    /// The models at hand, by name and version.
    public List<ModelId> models() {
        try (Stream<Path> names = Files.list(folder)) {
            return names.filter(Files::isDirectory)
                    .flatMap(Catalog::versions)
                    .sorted(Comparator.comparing(ModelId::name).thenComparing(ModelId::version))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<ModelId> versions(Path name) {
        try (Stream<Path> versions = Files.list(name)) {
            return versions
                    .filter(
                            version ->
                                    Files.exists(version.resolve("model.yaml"))
                                            || Files.exists(version.resolve("model.json")))
                    .map(
                            version ->
                                    new ModelId(
                                            String.valueOf(name.getFileName()),
                                            String.valueOf(version.getFileName())))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The model of that id.
    ///
    /// @param askedAt where it was asked for
    public Parsed<MaturityModel> model(ModelId id, Location askedAt) {
        Findings findings = new Findings();
        MaturityModel model = model(id, askedAt, findings);
        return Parsed.of(findings, () -> model);
    }

    private @Nullable MaturityModel model(ModelId id, Location askedAt, Findings findings) {
        Path built = home(id).resolve("model.json");
        if (Files.exists(built)) {
            Value value = Sources.read(built, built.toString(), findings);
            return value == null ? null : ModelFormat.trusted(value);
        }
        Path written = home(id).resolve("model.yaml");
        if (!Files.exists(written)) {
            findings.error(askedAt, "model.missing", id, known());
            return null;
        }
        Value value = ModelFormat.resolve(written, written.toString(), findings);
        ModelFormat.Checked checked = value == null ? null : ModelFormat.checked(value, findings);
        return checked == null ? null : checked.model();
    }

    /// Whether a level can turn on a share, so that a heavy criterion matters.
    private static boolean judgesByShare(MaturityModel model) {
        return model.grading() != null
                && model.grading().presets().stream().anyMatch(Preset.Share.class::isInstance);
    }

    /// The model that a user names: `name@version`, or a name alone for its newest version.
    public Parsed<MaturityModel> modelNamed(String named) {
        Location askedAt = Location.whole(named);
        ModelId newest = null;
        for (ModelId id : models()) {
            if (id.toString().equals(named) || id.name().equals(named)) {
                newest = id;
            }
        }
        if (newest != null) {
            return model(newest, askedAt);
        }
        Findings findings = new Findings();
        findings.error(askedAt, "model.missing", named, known());
        return new Parsed.Invalid<>(findings.sorted());
    }

    private String known() {
        return models().stream().map(ModelId::toString).collect(Collectors.joining(", "));
    }

    /// Checks any file of ours: a model with its domain files, a weight set, or an assessment.
    public Parsed<FileKind> validate(Path file) {
        Findings findings = new Findings();
        FileKind kind = validate(file, findings);
        return Parsed.of(findings, () -> kind);
    }

    private FileKind validate(Path file, Findings findings) {
        Value root = Sources.read(file, file.toString(), findings);
        FileKind kind = root == null ? FileKind.UNKNOWN : FileKind.of(root);
        if (root == null) {
            return kind;
        }
        switch (kind) {
            case MODEL -> validateModel(file, findings);
            case WEIGHT_SET -> {
                ModelId id = FileKind.modelOf(root);
                MaturityModel model = id == null ? null : model(id, root.at(), findings);
                if (id == null) {
                    findings.error(root.at(), "file.key.missing", "model", "file");
                } else if (model != null) {
                    WeightSetFormat.checked(root, model, findings);
                }
            }
            case ASSESSMENT -> scoringInput(file, null, null, findings);
            case UNKNOWN -> findings.error(root.at(), "file.unknown");
        }
        return kind;
    }

    private static void validateModel(Path file, Findings findings) {
        Value resolved = ModelFormat.resolve(file, file.toString(), findings);
        ModelFormat.Checked checked =
                resolved == null ? null : ModelFormat.checked(resolved, findings);
        Path weights = file.resolveSibling("weights").resolve(DEFAULT_WEIGHTS + ".yaml");
        if (checked == null || !Files.exists(weights) || !judgesByShare(checked.model())) {
            return;
        }
        Value value = Sources.read(weights, weights.toString(), findings);
        WeightSet set =
                value == null ? null : WeightSetFormat.checked(value, checked.model(), findings);
        if (set != null) {
            HeavyCriteria.find(checked.model(), set, HEAVY)
                    .forEach(
                            heavy ->
                                    findings.warning(
                                            checked.places()
                                                    .getOrDefault(
                                                            heavy.criterion().value(),
                                                            Location.whole(file.toString())),
                                            "model.criterion.heavy",
                                            heavy.criterion(),
                                            checked.model().level(heavy.level()).code(),
                                            Math.round(100 * heavy.part())));
        }
    }

    /// What assessors read beside each criterion of a model that is at hand.
    public Map<NodeId, Guidance> guidance(ModelId id) {
        Findings findings = new Findings();
        Path built = home(id).resolve("guidance.json");
        Path written = home(id).resolve("model.yaml");
        Value value =
                Files.exists(built)
                        ? Sources.read(built, built.toString(), findings)
                        : ModelFormat.resolve(written, written.toString(), findings);
        if (value == null) {
            throw new IllegalStateException("No guidance for model " + id);
        }
        return ModelFormat.guidance(value);
    }

    /// The ids of the weight sets that a model ships with.
    public List<String> weightSets(ModelId id) {
        Path weights = home(id).resolve("weights");
        if (!Files.isDirectory(weights)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(weights)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".yaml") || name.endsWith(".json"))
                    .map(name -> name.substring(0, name.lastIndexOf('.')))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A weight set for a model: one that it ships with, by id, or a file.
    public Parsed<WeightSet> weights(MaturityModel model, String idOrFile) {
        Findings findings = new Findings();
        WeightSet set = weights(model, idOrFile, findings);
        return Parsed.of(findings, () -> set);
    }

    private @Nullable WeightSet weights(MaturityModel model, String idOrFile, Findings findings) {
        Path file = looksLikeFile(idOrFile) ? Path.of(idOrFile) : shipped(model.id(), idOrFile);
        if (file == null) {
            findings.error(
                    Location.whole(idOrFile),
                    "weights.set.unknown",
                    idOrFile,
                    model.id(),
                    String.join(", ", weightSets(model.id())));
            return null;
        }
        Value value = Sources.read(file, file.toString(), findings);
        return value == null ? null : WeightSetFormat.checked(value, model, findings);
    }

    /// The file of a weight set that a model ships with; null if there is none.
    private @Nullable Path shipped(ModelId model, String id) {
        for (String name : List.of(id + ".json", id + ".yaml")) {
            Path file = home(model).resolve("weights").resolve(name);
            if (Files.exists(file)) {
                return file;
            }
        }
        return null;
    }

    private static boolean looksLikeFile(String idOrFile) {
        return idOrFile.contains("/")
                || idOrFile.contains("\\")
                || idOrFile.endsWith(".yaml")
                || idOrFile.endsWith(".yml")
                || idOrFile.endsWith(".json");
    }

    /// An assessment with its model, a weight set and a preset.
    ///
    /// @param weights id or file of the weight set; null for the default
    /// @param preset id of the preset; null for the model's default
    public Parsed<ScoringInput> scoringInput(
            Path file, @Nullable String weights, @Nullable String preset) {
        Findings findings = new Findings();
        ScoringInput input = scoringInput(file, weights, preset, findings);
        return Parsed.of(findings, () -> input);
    }

    private @Nullable ScoringInput scoringInput(
            Path file, @Nullable String weights, @Nullable String preset, Findings findings) {
        Value root = Sources.read(file, file.toString(), findings);
        if (root == null) {
            return null;
        }
        switch (FileKind.of(root)) {
            case ASSESSMENT -> {}
            case MODEL, WEIGHT_SET, UNKNOWN -> {
                findings.error(root.at(), "assessment.kind");
                return null;
            }
        }
        ModelId id = AssessmentFormat.modelOf(root, findings);
        MaturityModel model = id == null ? null : model(id, root.at(), findings);
        if (model == null) {
            return null;
        }
        WeightSet set = weights(model, weights == null ? DEFAULT_WEIGHTS : weights, findings);
        Preset chosen = preset(model, preset, findings);
        if (set == null) {
            return null;
        }
        Assessment assessment = AssessmentFormat.checked(root, model, set, findings);
        return assessment == null ? null : new ScoringInput(model, set, chosen, assessment);
    }

    private static @Nullable Preset preset(
            MaturityModel model, @Nullable String id, Findings findings) {
        Grading grading = model.grading();
        if (grading == null) {
            if (id != null) {
                findings.error(Location.whole(id), "preset.no-levels", model.id());
            }
            return null;
        }
        if (id == null) {
            return grading.defaultPreset();
        }
        Preset preset = grading.find(id);
        if (preset == null) {
            findings.error(
                    Location.whole(id),
                    "preset.unknown",
                    id,
                    model.id(),
                    grading.presets().stream().map(Preset::id).collect(Collectors.joining(", ")));
        }
        return preset;
    }

    private Path home(ModelId id) {
        return folder.resolve(id.name()).resolve(id.version());
    }
}
