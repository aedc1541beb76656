package org.jieti.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.finding.Parsed;
import org.jieti.catalog.finding.Word;
import org.jieti.catalog.format.AssessmentFormat;
import org.jieti.catalog.format.ClauseListFormat;
import org.jieti.catalog.format.FileKind;
import org.jieti.catalog.format.ModelFormat;
import org.jieti.catalog.format.ModelReference;
import org.jieti.catalog.format.WeightSetFormat;
import org.jieti.catalog.source.Sources;
import org.jieti.catalog.source.Value;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.grading.HeavyCriteria;
import org.jieti.core.model.Clause;
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

    /// The models at hand, by name and from the oldest version to the newest; none where the
    /// folder cannot be read. Folders whose names are no model ids are no models.
    public List<ModelId> models() {
        List<ModelId> models = new ArrayList<>();
        for (Path name : folders(folder)) {
            for (Path version : folders(name)) {
                if (Files.exists(version.resolve("model.yaml"))
                        || Files.exists(version.resolve("model.json"))) {
                    named(name, version).ifPresent(models::add);
                }
            }
        }
        models.sort(Comparator.comparing(ModelId::name).thenComparing(Catalog::byVersion));
        return models;
    }

    private static List<Path> folders(Path above) {
        try (Stream<Path> names = Files.list(above)) {
            return names.filter(Files::isDirectory).toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    private static Optional<ModelId> named(Path name, Path version) {
        try {
            return Optional.of(
                    new ModelId(
                            String.valueOf(name.getFileName()),
                            String.valueOf(version.getFileName())));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Compares versions number by number: 2021.9 comes before 2021.10.
    private static int byVersion(ModelId a, ModelId b) {
        String[] left = a.version().split("[.-]", -1);
        String[] right = b.version().split("[.-]", -1);
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            boolean numbers = left[i].matches("[0-9]+") && right[i].matches("[0-9]+");
            int order =
                    numbers
                            ? new BigInteger(left[i]).compareTo(new BigInteger(right[i]))
                            : left[i].compareTo(right[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.length, right.length);
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
        Findings own = new Findings();
        MaturityModel model = modelAlone(id, askedAt, own);
        findings.addAll(own);
        return model;
    }

    /// @param findings none yet: a file is judged by what is wrong with it alone
    private @Nullable MaturityModel modelAlone(ModelId id, Location askedAt, Findings findings) {
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

    private Object known() {
        List<ModelId> models = models();
        return models.isEmpty()
                ? Word.NONE
                : models.stream().map(ModelId::toString).collect(Collectors.joining(", "));
    }

    /// Checks any file of ours: a model with the files beside it, a weight set, clauses, or an
    /// assessment.
    public Parsed<FileKind> validate(Path file) {
        Findings findings = new Findings();
        FileKind kind = validate(file, findings);
        return Parsed.of(findings, () -> kind);
    }

    private FileKind validate(Path file, Findings findings) {
        Value root = Sources.read(file, file.toString(), findings);
        if (root == null) {
            return FileKind.UNKNOWN;
        }
        FileKind kind = FileKind.of(root);
        switch (kind) {
            case MODEL -> {
                Value resolved = ModelFormat.resolved(root, file, file.toString(), findings);
                validateModel(resolved, file, findings);
            }
            case WEIGHT_SET -> WeightSetFormat.checked(root, modelOf(root, findings), findings);
            case CLAUSES -> ClauseListFormat.check(root, modelOf(root, findings), findings);
            case ASSESSMENT -> scoringInput(root, null, null, findings);
            case UNKNOWN -> findings.error(root.at(), "file.unknown");
        }
        return kind;
    }

    /// The model that a file names; null if there is none. Whether the file names one soundly is
    /// for its own format to say.
    private @Nullable MaturityModel modelOf(Value root, Findings findings) {
        ModelReference reference = ModelReference.of(root, new Findings());
        return reference == null ? null : model(reference.id(), reference.at(), findings);
    }

    private static void validateModel(Value resolved, Path file, Findings findings) {
        ModelFormat.Checked checked = ModelFormat.checked(resolved, findings);
        if (checked == null) {
            return;
        }
        Path clauses = file.resolveSibling("clauses.yaml");
        Value listed =
                Files.exists(clauses) ? Sources.read(clauses, clauses.toString(), findings) : null;
        if (listed != null) {
            ClauseListFormat.check(listed, checked.model(), findings);
        }
        Path weights = file.resolveSibling("weights").resolve(DEFAULT_WEIGHTS + ".yaml");
        if (!Files.exists(weights) || !judgesByShare(checked.model())) {
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

    /// The clauses of the source of a model that is at hand; none where it ships without.
    public List<Clause> clauses(ModelId id) {
        Findings findings = new Findings();
        Path built = home(id).resolve("clauses.json");
        Path file = Files.exists(built) ? built : home(id).resolve("clauses.yaml");
        if (!Files.exists(file)) {
            return List.of();
        }
        Value value = Sources.read(file, file.toString(), findings);
        if (value == null) {
            throw new IllegalStateException("No clauses for model " + id);
        }
        return ClauseListFormat.trusted(value);
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
        Findings own = new Findings();
        Value value = Sources.read(file, file.toString(), own);
        WeightSet set = value == null ? null : WeightSetFormat.checked(value, model, own);
        findings.addAll(own);
        return set;
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
        return switch (FileKind.of(root)) {
            case ASSESSMENT -> scoringInput(root, weights, preset, findings);
            case MODEL, WEIGHT_SET, CLAUSES, UNKNOWN -> {
                findings.error(root.at(), "assessment.kind");
                yield null;
            }
        };
    }

    private @Nullable ScoringInput scoringInput(
            Value root, @Nullable String weights, @Nullable String preset, Findings findings) {
        ModelReference reference = ModelReference.of(root, findings);
        MaturityModel model =
                reference == null ? null : model(reference.id(), reference.at(), findings);
        if (model == null) {
            return null;
        }
        WeightSet set = weights(model, weights == null ? DEFAULT_WEIGHTS : weights, findings);
        Preset chosen = preset(model, preset, findings);
        Assessment assessment = AssessmentFormat.checked(root, model, set, findings);
        return set == null || assessment == null
                ? null
                : new ScoringInput(model, set, chosen, assessment);
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
