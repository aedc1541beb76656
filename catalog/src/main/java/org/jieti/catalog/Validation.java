package org.jieti.catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.finding.Parsed;
import org.jieti.catalog.format.ClauseListFormat;
import org.jieti.catalog.format.CrosswalkFormat;
import org.jieti.catalog.format.FileKind;
import org.jieti.catalog.format.IndexModelFormat;
import org.jieti.catalog.format.ModelFormat;
import org.jieti.catalog.format.ModelReference;
import org.jieti.catalog.format.ResolvedModel;
import org.jieti.catalog.format.UncertaintyFormat;
import org.jieti.catalog.format.WeightSetFormat;
import org.jieti.catalog.source.Sources;
import org.jieti.catalog.source.Value;
import org.jieti.core.grading.HeavyCriteria;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Preset;
import org.jieti.core.model.WeightSet;
import org.jspecify.annotations.Nullable;

/// Checks any file of ours, with the files that it rests on.
final class Validation {
    /// The part of a level from which a single criterion is mandatory in effect.
    private static final double HEAVY = 0.2;

    private final Models models;
    private final WeightSets weightSets;
    private final ScoringInputs inputs;

    Validation(Models models, WeightSets weightSets, ScoringInputs inputs) {
        this.models = models;
        this.weightSets = weightSets;
        this.inputs = inputs;
    }

    /// Checks any file of ours: a model with the files beside it, a variant, a weight set, clauses,
    /// an assessment, a crosswalk, or an uncertainty.
    Parsed<FileKind> of(Path file) {
        Findings findings = new Findings();
        FileKind kind = kindOf(file, findings);
        return Parsed.of(findings, () -> kind);
    }

    private FileKind kindOf(Path file, Findings findings) {
        Findings own = new Findings();
        Value root = Sources.read(file, file.toString(), own);
        FileKind kind = root == null ? FileKind.UNKNOWN : FileKind.of(root);
        if (kind == FileKind.MODEL || kind == FileKind.VARIANT) {
            // read again, with the files that it takes to resolve it
            validateModel(file, findings);
            return kind;
        }
        if (root != null) {
            check(root, file, kind, own);
        }
        findings.addAll(own);
        return kind;
    }

    private void check(Value root, Path file, FileKind kind, Findings findings) {
        switch (kind) {
            case WEIGHT_SET -> WeightSetFormat.checked(root, modelOf(root, findings), findings);
            case WEIGHING -> new Weighings(models, weightSets).check(root, file, findings);
            case CLAUSES -> ClauseListFormat.check(root, modelOf(root, findings), findings);
            case ASSESSMENT -> inputs.of(root, null, null, findings);
            case INDEX_MODEL -> IndexModelFormat.checked(root, findings);
            case CROSSWALK -> CrosswalkFormat.checked(root, models::model, findings);
            // which model and weights it is for is not known here
            case UNCERTAINTY -> UncertaintyFormat.checked(root, _ -> List.of(), findings);
            case MODEL, VARIANT, UNKNOWN -> findings.error(root.at(), "file.unknown");
        }
    }

    /// The model that a file names; null if there is none. Whether the file names one soundly is
    /// for its own format to say.
    private @Nullable MaturityModel modelOf(Value root, Findings findings) {
        ModelReference reference = ModelReference.of(root, new Findings());
        return reference == null ? null : models.model(reference.id(), reference.at(), findings);
    }

    private void validateModel(Path file, Findings findings) {
        ResolvedModel resolved = models.resolved(file, findings);
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
        WeightSet set = weightSets.defaultBeside(file, resolved, checked, findings);
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

    /// Whether a level can turn on a share, so that a heavy criterion matters.
    private static boolean judgesByShare(MaturityModel model) {
        return model.grading() != null
                && model.grading().presets().stream().anyMatch(Preset.Share.class::isInstance);
    }
}
