package org.jieti.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jieti.catalog.batch.TextEncoding;
import org.jieti.cli.ExitCode;
import org.jieti.cli.Session;
import org.jieti.cli.Session.Overwriting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;

/// How many units are read, and where they are written.
record ManyUnitsOptions(OptionSpec encoding, OutputOptions output) {
    ManyUnitsOptions() {
        this(Arguments.option("--encoding", "utf-8|gb18030", String.class), new OutputOptions());
    }

    /// The encoding asked for; null for one that is not known.
    @Nullable TextEncoding asked() {
        String named = Arguments.optional(encoding, String.class);
        return TextEncodings.named(named == null ? "utf-8" : named);
    }

    /// Refuses, before anything is read, what could not be written or would be lost.
    ///
    /// @return the exit code; done where nothing stands in the way
    int refusal(Session session, Path input) {
        if (asked() == null) {
            return session.badInput(
                    "usage.value",
                    "--encoding",
                    String.valueOf(Arguments.optional(encoding, String.class)));
        }
        Path file = output.file();
        if (file != null && Files.exists(file)) {
            if (output.overwriting() == Overwriting.REFUSED) {
                return session.refuse("refused.exists", file);
            }
            if (isSame(file, input)) {
                return session.refuse("refused.same", file);
            }
        }
        return ExitCode.DONE;
    }

    private static boolean isSame(Path a, Path b) {
        try {
            return Files.exists(b) && Files.isSameFile(a, b);
        } catch (IOException _) {
            return false;
        }
    }

    /// What the name of the file ends in; empty for none.
    String ending() {
        Path file = output.file();
        String name = file == null ? "" : file.toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "jsonl" -> "ndjson";
            case "htm" -> "html";
            default -> ending;
        };
    }
}
