package org.jieti.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jieti.catalog.batch.Batch;
import org.jieti.catalog.batch.BatchFiles;
import org.jieti.catalog.batch.BatchRequest;
import org.jieti.catalog.batch.Progress;
import org.jieti.catalog.finding.Finding;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.finding.Parsed;
import org.jieti.catalog.finding.Word;
import org.jieti.catalog.format.AssessmentFormat;
import org.jieti.catalog.format.ClauseListFormat;
import org.jieti.catalog.format.CrosswalkFormat;
import org.jieti.catalog.format.FileKind;
import org.jieti.catalog.format.IndexModelFormat;
import org.jieti.catalog.format.ModelFormat;
import org.jieti.catalog.format.ModelReference;
import org.jieti.catalog.format.ResolvedModel;
import org.jieti.catalog.format.Schemas;
import org.jieti.catalog.format.TableFormat;
import org.jieti.catalog.format.VariantFormat;
import org.jieti.catalog.format.WeightSetFormat;
import org.jieti.catalog.source.Sources;
import org.jieti.catalog.source.Value;
import org.jieti.catalog.workbook.ModelFolder;
import org.jieti.catalog.workbook.WorkbookReader;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.crosswalk.Crosswalk;
import org.jieti.core.grading.HeavyCriteria;
import org.jieti.core.model.Clause;
import org.jieti.core.model.Grading;
import org.jieti.core.model.Guidance;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.ModelEdition;
import org.jieti.core.model.ModelId;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Preset;
import org.jieti.core.model.Violation;
import org.jieti.core.model.WeightRules;
import org.jieti.core.model.WeightSet;
import org.jieti.core.population.IndexModel;
import org.jieti.core.population.Population;
import org.jieti.core.population.PopulationScoring;
import org.jspecify.annotations.Nullable;

/// The models at hand: a folder `<id>/<version>/` each, as written (`model.yaml`) or as built
/// (`model.json`, `guidance.json`: checked when the distribution was made, and quick to read), and
/// the crosswalk between them.
public final class Catalog {
    public static final String DEFAULT_WEIGHTS = "equal";

    /// The rule by which an index model is not used for a single unit.
    public static final String POPULATION_ONLY = "model.population-only";

    /// The part of a level from which a single criterion is mandatory in effect.
    private static final double HEAVY = 0.2;

    private final List<Path> folders;

    public Catalog(Path folder) {
        this(List.of(folder));
    }

    /// The models of several folders. Where two hold the same id, the first has it: a published
    /// version never changes.
    public Catalog(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /// The models at hand, by name and from the oldest version to the newest; none where a folder
    /// cannot be read. Folders whose names are no model ids are no models.
    public List<ModelId> models() {
        return withFile("model");
    }

    /// The index models at hand: folders with `index.yaml` or, as built, `index.json`.
    public List<ModelId> indexModels() {
        return withFile("index");
    }

    /// The index model that a user names: `name@version`, a name alone for its newest version, or a
    /// file.
    public Parsed<IndexModel> indexModelNamed(String named) {
        Findings findings = new Findings();
        IndexModel model = indexModelNamed(named, findings);
        return Parsed.of(findings, () -> model);
    }

    private @Nullable IndexModel indexModelNamed(String named, Findings findings) {
        if (looksLikeFile(named)) {
            Value value = Sources.read(Path.of(named), named, findings);
            return value == null ? null : IndexModelFormat.checked(value, findings);
        }
        ModelId newest = null;
        for (ModelId id : indexModels()) {
            if (id.toString().equals(named) || id.name().equals(named)) {
                newest = id;
            }
        }
        if (newest == null) {
            findings.error(
                    Location.whole(named),
                    "index.missing",
                    named,
                    indexModels().stream()
                            .map(ModelId::toString)
                            .collect(Collectors.joining(", ")));
            return null;
        }
        Path built = home(newest).resolve("index.json");
        Path written = home(newest).resolve("index.yaml");
        Path file = Files.exists(built) ? built : written;
        Value value = Sources.read(file, file.toString(), findings);
        if (value == null) {
            return null;
        }
        return file.equals(built)
                ? IndexModelFormat.trusted(value)
                : IndexModelFormat.checked(value, findings);
    }

    /// The table of a population, for an index model that can score it.
    public Parsed<Population> population(Path file, IndexModel model) {
        Findings findings = new Findings();
        String name = file.toString();
        String text = Sources.text(file, name, findings);
        Population population =
                text == null ? null : TableFormat.checked(text, name, model, findings);
        if (population != null) {
            for (Violation violation : PopulationScoring.check(model, population)) {
                findings.error(
                        Location.whole(name), violation.rule(), violation.arguments().toArray());
            }
        }
        return Parsed.of(findings, () -> population);
    }

    private List<ModelId> withFile(String file) {
        List<ModelId> models = new ArrayList<>();
        for (Path name : folders.stream().flatMap(Catalog::beneath).toList()) {
            for (Path version : beneath(name).toList()) {
                ModelId id = named(name, version);
                if (id != null
                        && !models.contains(id)
                        && (Files.exists(version.resolve(file + ".yaml"))
                                || Files.exists(version.resolve(file + ".json")))) {
                    models.add(id);
                }
            }
        }
        models.sort(Comparator.comparing(ModelId::name).thenComparing(Catalog::byVersion));
        return models;
    }

    private static Stream<Path> beneath(Path folder) {
        try (Stream<Path> names = Files.list(folder)) {
            return names.filter(Files::isDirectory).toList().stream();
        } catch (IOException _) {
            return Stream.empty();
        }
    }

    private static @Nullable ModelId named(Path name, Path version) {
        try {
            return new ModelId(
                    String.valueOf(name.getFileName()), String.valueOf(version.getFileName()));
        } catch (IllegalArgumentException _) {
            return null;
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

    /// Reads a model that is judged by what is wrong with it alone.
    ///
    /// @param findings none yet
    private @Nullable MaturityModel modelAlone(ModelId id, Location askedAt, Findings findings) {
        Path built = home(id).resolve("model.json");
        if (Files.exists(built)) {
            Value value = Sources.read(built, built.toString(), findings);
            return value == null ? null : ModelFormat.trusted(value);
        }
        ResolvedModel resolved = resolved(id, askedAt, findings);
        ModelFormat.Checked checked = resolved == null ? null : resolved.checked(findings);
        return checked == null ? null : checked.model();
    }

    /// A model at hand in full, before it is checked.
    ///
    /// @param askedAt where it was asked for
    public @Nullable ResolvedModel resolved(ModelId id, Location askedAt, Findings findings) {
        Path full = home(id).resolve("guidance.json");
        Path written = home(id).resolve("model.yaml");
        if (Files.exists(full)) {
            Value value = Sources.read(full, full.toString(), findings);
            return value == null ? null : new ResolvedModel(value, full.toString(), null);
        }
        if (!Files.exists(written) && indexModels().contains(id)) {
            findings.error(askedAt, POPULATION_ONLY, id);
            return null;
        }
        if (!Files.exists(written)) {
            findings.error(askedAt, "model.missing", id, known(models()));
            return null;
        }
        return resolved(written, findings);
    }

    /// A model file in full, before it is checked: with its domain files in place or, of a local
    /// variant, its changes carried out.
    public @Nullable ResolvedModel resolved(Path file, Findings findings) {
        return resolved(file, Set.of(), findings);
    }

    private @Nullable ResolvedModel resolved(Path file, Set<Path> extending, Findings findings) {
        String name = file.toString();
        Value root = ModelFormat.resolve(file, name, findings);
        if (root == null || FileKind.of(root) != FileKind.VARIANT) {
            return root == null ? null : new ResolvedModel(root, name, null);
        }
        ModelId extended = findings.hasErrors() ? null : VariantFormat.extendedBy(root, findings);
        if (extended == null) {
            return null;
        }
        Location at = VariantFormat.widest(root);
        Path base = home(extended).resolve("model.yaml");
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

    /// Whether a level can turn on a share, so that a heavy criterion matters.
    private static boolean judgesByShare(MaturityModel model) {
        return model.grading() != null
                && model.grading().presets().stream().anyMatch(Preset.Share.class::isInstance);
    }

    /// The model that a user names: `name@version`, or a name alone for its newest version.
    public Parsed<MaturityModel> modelNamed(String named) {
        Location askedAt = Location.whole(named);
        ModelId newest = newest(named);
        if (newest != null) {
            return model(newest, askedAt);
        }
        Findings findings = new Findings();
        findings.error(askedAt, "model.missing", named, known(models()));
        return new Parsed.Invalid<>(findings.sorted());
    }

    private @Nullable ModelId newest(String named) {
        ModelId newest = null;
        for (ModelId id : models()) {
            if (id.toString().equals(named) || id.name().equals(named)) {
                newest = id;
            }
        }
        return newest;
    }

    /// The model that a user names, with what assessors read: by file, by `name@version`, or by a
    /// name alone for its newest version.
    public Parsed<ModelEdition> editionNamed(String named) {
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

    /// The model that a user names, in full, before it is checked.
    public @Nullable ResolvedModel resolvedNamed(String named, Findings findings) {
        if (looksLikeFile(named)) {
            return resolved(Path.of(named), findings);
        }
        ModelId newest = newest(named);
        if (newest == null) {
            findings.error(Location.whole(named), "model.missing", named, known(models()));
            return null;
        }
        return resolved(newest, Location.whole(named), findings);
    }

    private static Object known(List<ModelId> models) {
        return models.isEmpty()
                ? Word.NONE
                : models.stream().map(ModelId::toString).collect(Collectors.joining(", "));
    }

    /// All files of the model that a user names: by file, by `name@version`, or by a name alone
    /// for its newest version.
    public Parsed<ModelFolder> folderNamed(String named) {
        Findings findings = new Findings();
        ResolvedModel resolved = resolvedNamed(named, findings);
        ModelFormat.Checked checked = resolved == null ? null : resolved.checked(findings);
        if (resolved == null || checked == null) {
            return new Parsed.Invalid<>(findings.sorted());
        }
        Path file =
                looksLikeFile(named)
                        ? Path.of(named)
                        : home(checked.model().id()).resolve("model.yaml");
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

    /// The model in a workbook, with all its files, checked as any model is.
    public static Parsed<ModelFolder> imported(Path workbook) {
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

    /// Checks any file of ours: a model with the files beside it, a variant, a weight set, clauses,
    /// an assessment, or a crosswalk.
    public Parsed<FileKind> validate(Path file) {
        Findings findings = new Findings();
        FileKind kind = validate(file, findings);
        return Parsed.of(findings, () -> kind);
    }

    private FileKind validate(Path file, Findings findings) {
        Findings own = new Findings();
        Value root = Sources.read(file, file.toString(), own);
        FileKind kind = root == null ? FileKind.UNKNOWN : FileKind.of(root);
        if (kind == FileKind.MODEL || kind == FileKind.VARIANT) {
            // read again, with the files that it takes to resolve it
            validateModel(file, findings);
            return kind;
        }
        if (root != null) {
            check(root, kind, own);
        }
        findings.addAll(own);
        return kind;
    }

    private void check(Value root, FileKind kind, Findings findings) {
        switch (kind) {
            case WEIGHT_SET -> WeightSetFormat.checked(root, modelOf(root, findings), findings);
            case CLAUSES -> ClauseListFormat.check(root, modelOf(root, findings), findings);
            case ASSESSMENT -> scoringInput(root, null, null, findings);
            case INDEX_MODEL -> IndexModelFormat.checked(root, findings);
            case CROSSWALK -> CrosswalkFormat.checked(root, this::model, findings);
            case MODEL, VARIANT, UNKNOWN -> findings.error(root.at(), "file.unknown");
        }
    }

    /// The model that a file names; null if there is none. Whether the file names one soundly is
    /// for its own format to say.
    private @Nullable MaturityModel modelOf(Value root, Findings findings) {
        ModelReference reference = ModelReference.of(root, new Findings());
        return reference == null ? null : model(reference.id(), reference.at(), findings);
    }

    private void validateModel(Path file, Findings findings) {
        ResolvedModel resolved = resolved(file, findings);
        ModelFormat.Checked checked = resolved == null ? null : resolved.checked(findings);
        if (resolved == null || checked == null) {
            return;
        }
        Path clauses = file.resolveSibling("clauses.yaml");
        Value listed =
                Files.exists(clauses) ? Sources.read(clauses, clauses.toString(), findings) : null;
        if (listed != null) {
            ClauseListFormat.check(listed, checked.model(), findings);
        }
        WeightSet set = defaultWeights(file, resolved, checked, findings);
        if (set == null || !judgesByShare(checked.model())) {
            return;
        }
        for (HeavyCriteria.Heavy heavy : HeavyCriteria.find(checked.model(), set, HEAVY)) {
            Location place = resolved.place(checked, heavy.criterion().value());
            if (place != null || resolved.widest() == null) {
                findings.warning(
                        place == null ? Location.whole(file.toString()) : place,
                        "model.criterion.heavy",
                        heavy.criterion(),
                        checked.model().level(heavy.level()).code(),
                        Math.round(100 * heavy.part()));
            }
        }
    }

    /// The default weights beside a model file. A variant without any takes those of the model
    /// that it extends, which must then still fit.
    private @Nullable WeightSet defaultWeights(
            Path file, ResolvedModel resolved, ModelFormat.Checked checked, Findings findings) {
        Path weights = file.resolveSibling("weights").resolve(DEFAULT_WEIGHTS + ".yaml");
        if (Files.exists(weights)) {
            return weights(checked.model(), weights, findings);
        }
        return checked.model().extended() == null
                ? null
                : inherited(checked.model(), DEFAULT_WEIGHTS, resolved.widest(), findings);
    }

    /// The weight set of the model that a variant extends, if it fits the variant.
    private @Nullable WeightSet inherited(
            MaturityModel variant, String id, @Nullable Location at, Findings findings) {
        ModelId base = variant.extended();
        Location place = at == null ? Location.whole(variant.id().toString()) : at;
        MaturityModel extended = base == null ? null : model(base, place, findings);
        WeightSet set = extended == null ? null : weights(extended, id, findings);
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
                        set.weights());
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

    /// What assessors read beside each criterion of a model that is at hand.
    public Map<NodeId, Guidance> guidance(ModelId id) {
        Findings findings = new Findings();
        ResolvedModel resolved = resolved(id, Location.whole(id.toString()), findings);
        if (resolved == null) {
            throw new IllegalStateException("No guidance for model " + id);
        }
        return ModelFormat.guidance(resolved.value());
    }

    /// The clauses of the source of a model that is at hand; none where it ships without.
    public List<Clause> clauses(ModelId id) {
        Path built = home(id).resolve("clauses.json");
        Path file = Files.exists(built) ? built : home(id).resolve("clauses.yaml");
        if (!Files.exists(file)) {
            return List.of();
        }
        Value value = Sources.read(file, file.toString(), new Findings());
        if (value == null) {
            throw new IllegalStateException("No clauses for model " + id);
        }
        return ClauseListFormat.trusted(value);
    }

    /// The ids of the weight sets that a model ships with; a variant also has those of the model
    /// that it extends which still fit.
    public List<String> weightSets(ModelId id) {
        Set<String> sets = new TreeSet<>(ownWeightSets(id));
        if (model(id, Location.whole(id.toString())) instanceof Parsed.Ok<MaturityModel> ok
                && ok.value().extended() != null) {
            weightSets(ok.value().extended()).stream()
                    .filter(set -> inherited(ok.value(), set, null, new Findings()) != null)
                    .forEach(sets::add);
        }
        return List.copyOf(sets);
    }

    private List<String> ownWeightSets(ModelId id) {
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
                    String.join(", ", weightSets(model.id())));
            return null;
        }
        return weights(model, file, findings);
    }

    private static @Nullable WeightSet weights(MaturityModel model, Path file, Findings findings) {
        Findings own = new Findings();
        Value value = Sources.read(file, file.toString(), own);
        WeightSet set = value == null ? null : WeightSetFormat.checked(value, model, own);
        findings.addAll(own);
        return set;
    }

    /// Whether a model, or one that it extends, has a weight set of that id.
    private boolean ships(ModelId model, String id) {
        if (shipped(model, id) != null) {
            return true;
        }
        Parsed<MaturityModel> read = model(model, Location.whole(model.toString()));
        return read instanceof Parsed.Ok<MaturityModel> ok
                && ok.value().extended() != null
                && ships(ok.value().extended(), id);
    }

    /// The file of a variant, where it lies as written.
    private Location writtenAt(ModelId id) {
        Path written = home(id).resolve("model.yaml");
        return Location.whole(Files.exists(written) ? written.toString() : id.toString());
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
            case MODEL, VARIANT, WEIGHT_SET, CLAUSES, INDEX_MODEL, CROSSWALK, UNKNOWN -> {
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

    /// The assessments of many units, with all that it takes to score them.
    public Parsed<Batch> batch(BatchRequest request, Progress progress) {
        return switch (yardstick(request.model(), request.weights(), request.preset())) {
            case Parsed.Invalid<Yardstick>(List<Finding> found) -> new Parsed.Invalid<>(found);
            case Parsed.Ok<Yardstick>(Yardstick by, _) -> {
                Findings findings = new Findings();
                List<Assessment> assessments =
                        BatchFiles.read(request, by.model(), by.weights(), progress, findings);
                yield Parsed.of(
                        findings,
                        () -> new Batch(by.model(), by.weights(), by.preset(), assessments));
            }
        };
    }

    /// A model with what it is to be scored by.
    ///
    /// @param model `name@version`, or a name for its newest version
    /// @param weights id or file of the weight set; null for the default
    /// @param preset id of the preset; null for the model's default
    public Parsed<Yardstick> yardstick(
            String model, @Nullable String weights, @Nullable String preset) {
        return switch (modelNamed(model)) {
            case Parsed.Invalid<MaturityModel>(List<Finding> found) -> new Parsed.Invalid<>(found);
            case Parsed.Ok<MaturityModel>(MaturityModel found, _) -> {
                Findings findings = new Findings();
                WeightSet set =
                        weights(found, weights == null ? DEFAULT_WEIGHTS : weights, findings);
                Preset chosen = preset(found, preset, findings);
                yield Parsed.of(
                        findings, () -> set == null ? null : new Yardstick(found, set, chosen));
            }
        };
    }

    /// Which criteria of the models at hand ask for the same thing.
    public Parsed<Crosswalk> crosswalk() {
        Findings findings = new Findings();
        Path built = inFolders("crosswalk.json");
        Path written = inFolders("crosswalk.yaml");
        Path file = Files.exists(built) ? built : written;
        Value value = Sources.read(file, file.toString(), findings);
        Crosswalk crosswalk =
                value == null
                        ? null
                        : file.equals(built)
                                ? CrosswalkFormat.trusted(value)
                                : CrosswalkFormat.checked(value, this::model, findings);
        return Parsed.of(findings, () -> crosswalk);
    }

    /// A file beside the models: of the first folder that has it.
    private Path inFolders(String name) {
        return folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::exists)
                .findFirst()
                .orElse(folders.getFirst().resolve(name));
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
        Path place = Path.of(id.name(), id.version());
        return folders.stream()
                .map(folder -> folder.resolve(place))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(folders.getFirst().resolve(place));
    }
}
