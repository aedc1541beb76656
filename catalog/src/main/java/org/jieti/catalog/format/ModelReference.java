package org.jieti.catalog.format;

import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.finding.Word;
import org.jieti.catalog.source.Value;
import org.jieti.core.model.ModelId;
import org.jspecify.annotations.Nullable;

/// The model version that a file names at its top, and where it does.
public record ModelReference(ModelId id, Location at) {
    /// Reads the reference; null, with a finding, if the file does not name a model soundly.
    public static @Nullable ModelReference of(Value root, Findings findings) {
        Value written = root instanceof Value.Mapping mapping ? mapping.value("model") : null;
        if (written == null) {
            findings.error(root.at(), "file.key.missing", "model", Word.FILE);
            return null;
        }
        ModelId id = written instanceof Value.Scalar scalar ? parsed(scalar.text()) : null;
        if (id == null) {
            findings.error(written.at(), "file.model.form", Fields.written(written));
            return null;
        }
        return new ModelReference(id, written.at());
    }

    private static @Nullable ModelId parsed(String written) {
        try {
            return ModelId.parse(written);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
