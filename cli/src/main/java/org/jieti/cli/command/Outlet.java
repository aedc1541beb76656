package org.jieti.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jieti.cli.ExitCode;
import org.jieti.cli.Session;
import org.jieti.cli.WholeFile;

/// Writes results as they are made: to the terminal or, whole or not at all, to a file.
final class Outlet {
    private Outlet() {}

    /// Writes a text as a whole.
    static void print(Writer out, String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int deliver(Session session, OutputOptions output, Consumer<Writer> content) {
        Path file = output.file();
        if (file == null) {
            content.accept(session.out());
            session.out().flush();
            return ExitCode.DONE;
        }
        try (WholeFile whole = new WholeFile(file, output.overwriting())) {
            content.accept(whole.writer());
            whole.keep();
        } catch (FileAlreadyExistsException _) {
            return session.refuse("refused.exists", file);
        } catch (IOException | UncheckedIOException _) {
            return session.badInput("unwritable", file);
        }
        session.out().println(session.say("written", file));
        session.out().flush();
        return ExitCode.DONE;
    }
}
