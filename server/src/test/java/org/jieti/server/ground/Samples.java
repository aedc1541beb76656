package org.jieti.server.ground;

import org.jieti.catalog.Catalog;
import org.jieti.catalog.finding.Parsed;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.result.ScoringInput;
import org.jieti.testkit.Golden;

/// The invented units that the product ships with.
public final class Samples {
    private static final Catalog CATALOG = new Catalog(Golden.root().resolve("models"));

    private Samples() {}

    /// What a unit answered.
    ///
    /// @param file as in `dgimm/growing-city.yaml`
    public static Assessment assessment(String file) {
        Parsed<ScoringInput> read =
                CATALOG.scoringInput(Golden.root().resolve("samples").resolve(file), null, null);
        if (read instanceof Parsed.Ok<ScoringInput>(ScoringInput input, _)) {
            return input.assessment();
        }
        throw new IllegalArgumentException(file + ": " + read.findings());
    }
}
