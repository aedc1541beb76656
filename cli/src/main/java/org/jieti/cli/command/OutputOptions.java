package org.jieti.cli.command;

import java.nio.file.Path;
import org.jieti.cli.Session.Overwriting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where a command writes.
final class OutputOptions {
    @Option(names = "--out", paramLabel = "FILE")
    private @Nullable Path out;

    @Option(names = "--force")
    private boolean force;

    /// Null for the terminal.
    @Nullable Path file() {
        return out;
    }

    Overwriting overwriting() {
        return force ? Overwriting.ALLOWED : Overwriting.REFUSED;
    }
}
