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
        ModelId id = parsed(written);
        if (id == null) {
            findings.error(written.at(), "file.model.form", Fields.written(written));
            return null;
        }
        return new ModelReference(id, written.at());
    }

    /// A model id as a file writes it; null if it is none.
    static @Nullable ModelId parsed(Value written) {
        try {
            return written instanceof Value.Scalar scalar ? ModelId.parse(scalar.text()) : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
