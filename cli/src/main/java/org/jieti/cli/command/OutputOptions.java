package org.jieti.cli.command;

import java.nio.file.Path;
import org.jieti.cli.Session.Overwriting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;

/// Where a command writes.
record OutputOptions(OptionSpec out, OptionSpec force) {
    OutputOptions() {
        this(Arguments.option("--out", "FILE", Path.class), Arguments.flag("--force"));
    }

    /// Null for the terminal.
    @Nullable Path file() {
        return Arguments.optional(out, Path.class);
    }

    Overwriting overwriting() {
        return Arguments.isSet(force) ? Overwriting.ALLOWED : Overwriting.REFUSED;
    }
}
