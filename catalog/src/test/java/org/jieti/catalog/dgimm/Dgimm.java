package org.jieti.catalog.dgimm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jieti.catalog.Catalog;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.finding.Parsed;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.ModelId;
import org.jieti.core.model.WeightSet;
import org.jieti.testkit.Golden;

/// The shipped model DGIMM 2021.1.
final class Dgimm {
    static final ModelId ID = new ModelId("dgimm", "2021.1");
    static final Path FOLDER = Golden.root().resolve("models/dgimm/2021.1");
    static final Catalog CATALOG = new Catalog(Golden.root().resolve("models"));
    static final MaturityModel MODEL = value(CATALOG.model(ID, Location.whole("test")));

    private Dgimm() {}

    static WeightSet weights(String id) {
        return value(CATALOG.weights(MODEL, id));
    }

    private static <T> T value(Parsed<T> parsed) {
        assertThat(parsed.findings()).isEmpty();
        return ((Parsed.Ok<T>) parsed).value();
    }
}
