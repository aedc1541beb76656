package org.jieti.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jieti.cli.Session.Overwriting;

/// A file that appears whole or not at all. It is written beside its target under another name,
/// and takes the target's name at the end; until then the target stays as it was. Interrupted, it
/// takes its half away.
public final class WholeFile implements AutoCloseable {
    private final Path target;
    private final Path part;
    private final Overwriting overwriting;
    private final Writer writer;
    private final Thread cleaning;

    public WholeFile(Path target, Overwriting overwriting) throws IOException {
        this.target = target;
        this.overwriting = overwriting;
        part =
                target.resolveSibling(
                        "." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        cleaning = new Thread(this::discard, "takes half files away");
        try {
            Runtime.getRuntime().addShutdownHook(cleaning);
        } catch (IllegalStateException _) {
            // The JVM is going down already, and whoever holds it up for this file closes it.
        }
        writer =
                Files.newBufferedWriter(
                        part, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
    }

    public Writer writer() {
        return writer;
    }

    /// Everything is written: the file takes its target's name.
    ///
    /// @throws FileAlreadyExistsException if the target exists and may not be replaced
    public void keep() throws IOException {
        writer.close();
        if (overwriting == Overwriting.REFUSED && Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        Files.move(
                part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Takes away what was not kept.
    @Override
    public void close() throws IOException {
        try (writer) {
            Runtime.getRuntime().removeShutdownHook(cleaning);
        } catch (IllegalStateException _) {
            // The JVM is going down, and the hook does its work.
        } finally {
            discard();
        }
    }

    private void discard() {
        try {
            Files.deleteIfExists(part);
        } catch (IOException _) {
            // A leftover part is harmless: the target is untouched.
        }
    }
}
