package org.jieti.catalog;

import java.nio.file.Path;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Parsed;
import org.jieti.catalog.format.UncertaintyFormat;
import org.jieti.catalog.source.Sources;
import org.jieti.catalog.source.Value;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.WeightSet;
import org.jieti.core.population.IndexModel;
import org.jieti.core.population.Population;
import org.jieti.core.uncertainty.Uncertainty;
import org.jieti.core.uncertainty.UncertaintyRules;

/// Reads files that say what is uncertain.
public final class Uncertainties {
    private Uncertainties() {}

    /// What is uncertain about assessments against a model.
    public static Parsed<Uncertainty> of(Path file, MaturityModel model, WeightSet weights) {
        return read(file, uncertainty -> UncertaintyRules.check(model, weights, uncertainty));
    }

    /// What is uncertain about an index of a population.
    public static Parsed<Uncertainty> of(Path file, IndexModel model, Population population) {
        return read(file, uncertainty -> UncertaintyRules.check(model, population, uncertainty));
    }

    private static Parsed<Uncertainty> read(Path file, UncertaintyFormat.Rules rules) {
        Findings findings = new Findings();
        Value root = Sources.read(file, file.toString(), findings);
        Uncertainty uncertainty =
                root == null ? null : UncertaintyFormat.checked(root, rules, findings);
        return Parsed.of(findings, () -> uncertainty);
    }
}
