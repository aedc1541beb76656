package org.jieti.catalog;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jieti.catalog.batch.Batch;
import org.jieti.catalog.batch.BatchRequest;
import org.jieti.catalog.batch.Progress;
import org.jieti.catalog.batch.TextEncoding;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.finding.Parsed;
import org.jieti.catalog.format.FileKind;
import org.jieti.catalog.format.ResolvedModel;
import org.jieti.catalog.workbook.ModelFolder;
import org.jieti.core.crosswalk.Crosswalk;
import org.jieti.core.model.Clause;
import org.jieti.core.model.Guidance;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.ModelEdition;
import org.jieti.core.model.ModelId;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.WeightSet;
import org.jieti.core.population.IndexModel;
import org.jieti.core.population.Population;
import org.jieti.core.result.ScoringInput;
import org.jieti.core.result.Yardstick;
import org.jspecify.annotations.Nullable;

/// The models at hand: a folder `<id>/<version>/` each, as written (`model.yaml`) or as built
/// (`model.bin`, `guidance.json`: checked when the distribution was made, and quick to read), and
/// the crosswalk between them. The door to all files; what is behind it does the work.
public final class Catalog {
    public static final String DEFAULT_WEIGHTS = "equal";

    /// The rule by which an index model is not used for a single unit.
    public static final String POPULATION_ONLY = "model.population-only";

    private final Folders folders;
    private final Models models;
    private final WeightSets weightSets;
    private final ScoringInputs inputs;

    public Catalog(Path folder) {
        this(List.of(folder));
    }

    /// The models of several folders. Where two hold the same id, the first has it: a published
    /// version never changes.
    public Catalog(List<Path> folders) {
        this.folders = new Folders(folders);
        this.models = new Models(this.folders);
        this.weightSets = new WeightSets(this.folders, models);
        this.inputs = new ScoringInputs(models, weightSets);
    }

    /// The models at hand, by name and from the oldest version to the newest; none where a folder
    /// cannot be read. Folders whose names are no model ids are no models.
    public List<ModelId> models() {
        return folders.models();
    }

    /// The model of that id.
    ///
    /// @param askedAt where it was asked for
    public Parsed<MaturityModel> model(ModelId id, Location askedAt) {
        return models.model(id, askedAt);
    }

    /// The model that a user names: `name@version`, or a name alone for its newest version.
    public Parsed<MaturityModel> modelNamed(String named) {
        return models.modelNamed(named);
    }

    /// The model that a user names, with what assessors read: by file, by `name@version`, or by a
    /// name alone for its newest version.
    public Parsed<ModelEdition> editionNamed(String named) {
        return models.editionNamed(named);
    }

    /// A model at hand in full, before it is checked.
    ///
    /// @param askedAt where it was asked for
    public @Nullable ResolvedModel resolved(ModelId id, Location askedAt, Findings findings) {
        return models.resolved(id, askedAt, findings);
    }

    /// A model file in full, before it is checked: with its domain files in place or, of a local
    /// variant, its changes carried out.
    public @Nullable ResolvedModel resolved(Path file, Findings findings) {
        return models.resolved(file, findings);
    }

    /// The model that a user names, in full, before it is checked.
    public @Nullable ResolvedModel resolvedNamed(String named, Findings findings) {
        return models.resolvedNamed(named, findings);
    }

    /// What assessors read beside each criterion of a model that is at hand.
    public Map<NodeId, Guidance> guidance(ModelId id) {
        return models.guidance(id);
    }

    /// The clauses of the source of a model that is at hand; none where it ships without.
    public List<Clause> clauses(ModelId id) {
        return models.clauses(id);
    }

    /// All files of the model that a user names: by file, by `name@version`, or by a name alone
    /// for its newest version.
    public Parsed<ModelFolder> folderNamed(String named) {
        return new ModelFolders(folders, models).named(named);
    }

    /// The model in a workbook, with all its files, checked as any model is.
    public static Parsed<ModelFolder> imported(Path workbook) {
        return ModelFolders.imported(workbook);
    }

    /// The ids of the weight sets that a model ships with; a variant also has those of the model
    /// that it extends which still fit.
    public List<String> weightSets(ModelId id) {
        return weightSets.ids(id);
    }

    /// A weight set for a model: one that it ships with, by id, or a file.
    public Parsed<WeightSet> weights(MaturityModel model, String idOrFile) {
        return weightSets.of(model, idOrFile);
    }

    /// What weights are to be made of: statements of experts, or a table of units.
    public Parsed<WeighingFile> weighing(Path file, WeighingRequest request) {
        return new Weighings(models, weightSets).read(file, request);
    }

    /// An assessment with its model, a weight set and a preset.
    ///
    /// @param weights id or file of the weight set; null for the default
    /// @param preset id of the preset; null for the model's default
    public Parsed<ScoringInput> scoringInput(
            Path file, @Nullable String weights, @Nullable String preset) {
        return inputs.of(file, weights, preset);
    }

    /// A model with what it is to be scored by.
    ///
    /// @param model `name@version`, or a name for its newest version
    /// @param weights id or file of the weight set; null for the default
    /// @param preset id of the preset; null for the model's default
    public Parsed<Yardstick> yardstick(
            String model, @Nullable String weights, @Nullable String preset) {
        return inputs.yardstick(model, weights, preset);
    }

    /// The assessments of many units, with all that it takes to score them.
    public Parsed<Batch> batch(BatchRequest request, Progress progress) {
        return inputs.batch(request, progress);
    }

    /// Checks any file of ours: a model with the files beside it, a variant, a weight set, clauses,
    /// an assessment, or a crosswalk.
    public Parsed<FileKind> validate(Path file) {
        return new Validation(models, weightSets, inputs).of(file);
    }

    /// Which criteria of the models at hand ask for the same thing.
    public Parsed<Crosswalk> crosswalk() {
        return new Crosswalks(folders, models).read();
    }

    /// The crosswalk for some models: of those that it does not compare, a local variant takes the
    /// place of the model that it extends, as far as both ask for the same thing.
    public Parsed<Crosswalk> crosswalk(List<MaturityModel> compared) {
        return new Crosswalks(folders, models).of(compared);
    }

    /// The index models at hand: folders with `index.yaml` or, as built, `index.json`.
    public List<ModelId> indexModels() {
        return folders.indexModels();
    }

    /// The index model that a user names: `name@version`, a name alone for its newest version, or a
    /// file.
    public Parsed<IndexModel> indexModelNamed(String named) {
        return new IndexModels(folders).named(named);
    }

    /// Whether what a user names, by file, `name@version` or name alone, is an index model.
    public boolean isIndexModel(String named) {
        return new IndexModels(folders).isIndexModel(named);
    }

    /// The population in a UTF-8 file, for an index model that can score it.
    public Parsed<Population> population(Path file, IndexModel model) {
        return population(file, TextEncoding.UTF_8, model, Progress.NONE);
    }

    /// The population in a file - a table with a row for each unit or for each number, or lines of
    /// JSON - for an index model that can score it.
    public Parsed<Population> population(
            Path file, TextEncoding encoding, IndexModel model, Progress progress) {
        return IndexModels.population(file, encoding, model, progress);
    }
}
