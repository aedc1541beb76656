package org.jieti.catalog.format;

import org.jieti.catalog.source.Value;

/// What a file is, by the keys at its top.
public enum FileKind {
    MODEL,
    VARIANT,
    WEIGHT_SET,
    WEIGHING,
    CLAUSES,
    ASSESSMENT,
    INDEX_MODEL,
    CROSSWALK,
    UNCERTAINTY,
    UNKNOWN;

    public static FileKind of(Value root) {
        if (!(root instanceof Value.Mapping mapping)) {
            return UNKNOWN;
        }
        if (mapping.value("index") != null && mapping.value("tree") != null) {
            return INDEX_MODEL;
        }
        if (mapping.value("weighing") != null) {
            return WEIGHING;
        }
        if (mapping.value("uncertainty") != null) {
            return UNCERTAINTY;
        }
        if (mapping.value("weightSet") != null || mapping.value("weights") != null) {
            return WEIGHT_SET;
        }
        if (mapping.value("domains") != null || mapping.value("levels") != null) {
            return MODEL;
        }
        if (mapping.value("clauses") != null) {
            return CLAUSES;
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
}
