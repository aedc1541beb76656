package org.jieti.catalog.workbook;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jieti.catalog.source.Value;
import org.jspecify.annotations.Nullable;

/// All files of a model: the model with its domains in place, its weight sets by id, and the
/// clauses of its source.
///
/// @param clauses null where the model lists none
public record ModelFolder(
        Value.Mapping model,
        Map<String, Value.Mapping> weightSets,
        Value.@Nullable Mapping clauses) {
    public ModelFolder {
        weightSets = new LinkedHashMap<>(weightSets);
    }
}
