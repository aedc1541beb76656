package org.jieti.catalog;

import java.nio.file.Path;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Parsed;
import org.jieti.catalog.format.CostsFormat;
import org.jieti.catalog.source.Sources;
import org.jieti.catalog.source.Value;
import org.jieti.core.effort.StepCosts;
import org.jieti.core.model.MaturityModel;

/// Reads files that say what steps cost.
public final class Costs {
    private Costs() {}

    /// What raising the criteria of a model costs.
    public static Parsed<StepCosts> of(Path file, MaturityModel model) {
        Findings findings = new Findings();
        Value root = Sources.read(file, file.toString(), findings);
        StepCosts costs = root == null ? null : CostsFormat.checked(root, model, findings);
        return Parsed.of(findings, () -> costs);
    }
}
