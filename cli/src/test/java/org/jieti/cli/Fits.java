package org.jieti.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.format.Schemas;
import org.jieti.catalog.source.Sources;

/// Whether what a command prints keeps to its published schema.
final class Fits {
    private Fits() {}

    /// Fails with all findings where it does not.
    ///
    /// @param folder for a file
    /// @param schema its name and version, as in `result.v1`
    static void schema(String json, String schema, Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve(schema + ".json"), json);
        Findings findings = new Findings();
        Schemas.check(
                Objects.requireNonNull(Sources.read(file, file.toString(), findings)),
                schema,
                findings);
        assertThat(findings.sorted()).isEmpty();
    }
}
