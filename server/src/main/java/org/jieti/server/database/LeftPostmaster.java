package org.jieti.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jieti.server.shared.CannotStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL that outlived the server that started it, as after `kill -9`. It holds the data
/// folder, so the next start stops it first. It is stopped only if the process named in its file
/// is a PostgreSQL, and the file is that of this folder.
final class LeftPostmaster {
    private static final Logger LOG = LoggerFactory.getLogger(LeftPostmaster.class);
    private static final int STOP_SECONDS = 30;

    private LeftPostmaster() {}

    static void stop(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        List<String> lines = Files.readAllLines(file);
        Optional<ProcessHandle> process =
                lines.size() < 2
                        ? Optional.empty()
                        : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                                .filter(LeftPostmaster::isPostgres);
        if (process.isEmpty() || !Path.of(lines.get(1).strip()).equals(data)) {
            return; // PostgreSQL itself removes the file of a process that is no more.
        }
        LOG.info("A PostgreSQL of an earlier start still runs; it is being stopped.");
        interrupt(process.get());
        try {
            process.get().onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            CannotStart refusal = new CannotStart("launch.postgres.left", process.get().pid());
            refusal.initCause(e);
            throw refusal;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString())
                .filter(name -> name.startsWith("postgres"))
                .isPresent();
    }

    /// SIGINT, with which PostgreSQL ends without waiting for its clients; Java alone has no way
    /// to send it.
    private static void interrupt(ProcessHandle process) throws IOException {
        if (System.getProperty("os.name", "").startsWith("Windows")) {
            process.destroy();
        } else {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).inheritIO().start();
        }
    }
}
