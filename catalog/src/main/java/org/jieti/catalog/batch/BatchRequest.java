package org.jieti.catalog.batch;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Which assessments to read, and against what.
///
/// @param input a table (`.csv`), lines of JSON (`.ndjson`, `.jsonl`), an assessment, or a folder
///     of assessments
/// @param model `name@version`, or a name for its newest version
/// @param weights id or file of the weight set; null for the default
/// @param preset id of the preset; null for the model's default
/// @param asOf the day of the assessments in a table that states none
public record BatchRequest(
        Path input,
        String model,
        @Nullable String weights,
        @Nullable String preset,
        TextEncoding encoding,
        LocalDate asOf) {}
