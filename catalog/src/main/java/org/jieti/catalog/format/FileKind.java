package org.jieti.catalog.format;

import org.jieti.catalog.source.Value;
import org.jieti.core.model.ModelId;
import org.jspecify.annotations.Nullable;

/// What a file is, by the keys at its top.
public enum FileKind {
    MODEL,
    VARIANT,
    WEIGHT_SET,
    ASSESSMENT,
    INDEX_MODEL,
    CROSSWALK,
    UNKNOWN;

    public static FileKind of(Value root) {
        if (!(root instanceof Value.Mapping mapping)) {
            return UNKNOWN;
        }
        if (mapping.value("index") != null && mapping.value("tree") != null) {
            return INDEX_MODEL;
        }
        if (mapping.value("weightSet") != null || mapping.value("weights") != null) {
            return WEIGHT_SET;
        }
        if (mapping.value("domains") != null || mapping.value("levels") != null) {
            return MODEL;
        }
        if (mapping.value("links") != null) {
            return CROSSWALK;
        }
        if (mapping.value("extends") != null || mapping.value("changes") != null) {
            return VARIANT;
        }
        return mapping.value("unit") != null
                        || mapping.value("answers") != null
                        || mapping.value("model") != null
                ? ASSESSMENT
                : UNKNOWN;
    }

    /// The model that a file names at its top; null if it names none in the form `name@version`.
    public static @Nullable ModelId modelOf(Value root) {
        if (root instanceof Value.Mapping mapping
                && mapping.value("model") instanceof Value.Scalar scalar) {
            try {
                return ModelId.parse(scalar.text());
            } catch (IllegalArgumentException _) {
                return null;
            }
        }
        return null;
    }
}
