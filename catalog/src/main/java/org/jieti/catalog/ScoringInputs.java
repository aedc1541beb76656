package org.jieti.catalog;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jieti.catalog.batch.Batch;
import org.jieti.catalog.batch.BatchFiles;
import org.jieti.catalog.batch.BatchRequest;
import org.jieti.catalog.batch.Progress;
import org.jieti.catalog.finding.Finding;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.finding.Parsed;
import org.jieti.catalog.format.AssessmentFormat;
import org.jieti.catalog.format.FileKind;
import org.jieti.catalog.format.ModelReference;
import org.jieti.catalog.source.Sources;
import org.jieti.catalog.source.Value;
import org.jieti.core.model.Grading;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Preset;
import org.jieti.core.model.WeightSet;
import org.jieti.core.result.ScoringInput;
import org.jieti.core.result.Yardstick;
import org.jspecify.annotations.Nullable;

/// Brings together what it takes to score: assessments, their model, a weight set and a preset.
final class ScoringInputs {
    private final Models models;
    private final WeightSets weightSets;

    ScoringInputs(Models models, WeightSets weightSets) {
        this.models = models;
        this.weightSets = weightSets;
    }

    /// An assessment with its model, a weight set and a preset.
    ///
    /// @param weights id or file of the weight set; null for the default
    /// @param preset id of the preset; null for the model's default
    Parsed<ScoringInput> of(Path file, @Nullable String weights, @Nullable String preset) {
        Findings findings = new Findings();
        ScoringInput input = of(file, weights, preset, findings);
        return Parsed.of(findings, () -> input);
    }

    @Nullable ScoringInput of(
            Path file, @Nullable String weights, @Nullable String preset, Findings findings) {
        Value root = Sources.read(file, file.toString(), findings);
        if (root == null) {
            return null;
        }
        return switch (FileKind.of(root)) {
            case ASSESSMENT -> of(root, weights, preset, findings);
            case MODEL,
                    VARIANT,
                    WEIGHT_SET,
                    WEIGHING,
                    CLAUSES,
                    INDEX_MODEL,
                    CROSSWALK,
                    UNCERTAINTY,
                    UNKNOWN -> {
                findings.error(root.at(), "assessment.kind");
                yield null;
            }
        };
    }

    @Nullable ScoringInput of(
            Value root, @Nullable String weights, @Nullable String preset, Findings findings) {
        ModelReference reference = ModelReference.of(root, findings);
        MaturityModel model =
                reference == null ? null : models.model(reference.id(), reference.at(), findings);
        if (model == null) {
            return null;
        }
        WeightSet set =
                weightSets.of(model, weights == null ? Catalog.DEFAULT_WEIGHTS : weights, findings);
        Preset chosen = preset(model, preset, findings);
        Yardstick yardstick = set == null ? null : Yardstick.of(model, set, chosen);
        return AssessmentFormat.input(root, model, yardstick, findings);
    }

    /// The assessments of many units, with all that it takes to score them.
    Parsed<Batch> batch(BatchRequest request, Progress progress) {
        return switch (yardstick(request.model(), request.weights(), request.preset())) {
            case Parsed.Invalid<Yardstick>(List<Finding> found) -> new Parsed.Invalid<>(found);
            case Parsed.Ok<Yardstick>(Yardstick by, _) -> {
                Findings findings = new Findings();
                List<ScoringInput> inputs = BatchFiles.read(request, by, progress, findings);
                yield Parsed.of(findings, () -> new Batch(by, inputs));
            }
        };
    }

    /// A model with what it is to be scored by.
    ///
    /// @param model `name@version`, or a name for its newest version
    /// @param weights id or file of the weight set; null for the default
    /// @param preset id of the preset; null for the model's default
    Parsed<Yardstick> yardstick(String model, @Nullable String weights, @Nullable String preset) {
        return switch (models.modelNamed(model)) {
            case Parsed.Invalid<MaturityModel>(List<Finding> found) -> new Parsed.Invalid<>(found);
            case Parsed.Ok<MaturityModel>(MaturityModel found, _) -> {
                Findings findings = new Findings();
                WeightSet set =
                        weightSets.of(
                                found,
                                weights == null ? Catalog.DEFAULT_WEIGHTS : weights,
                                findings);
                Preset chosen = preset(found, preset, findings);
                yield Parsed.of(
                        findings, () -> set == null ? null : Yardstick.of(found, set, chosen));
            }
        };
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
            // a stand-in, so that all else is checked
            return grading.defaultPreset();
        }
        return preset;
    }
}
