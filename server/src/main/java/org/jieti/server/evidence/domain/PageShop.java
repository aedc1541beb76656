package org.jieti.server.evidence.domain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jieti.server.evidence.FileKind;
import org.jieti.server.evidence.Refusal.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes pictures of pages. Files are opened by a process of its own, [PageWork], so that one made
/// to harm can take neither the server's memory nor its time.
@Component
public class PageShop {
    private static final Duration LONGEST = Duration.ofSeconds(40);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final int AT_ONCE = 2;

    /// Pages made together: starting the process takes longer than a page.
    private static final int TOGETHER = 4;

    private final EvidenceStore store;
    private final Semaphore places = new Semaphore(AT_ONCE);

    PageShop(EvidenceStore store) {
        this.store = store;
    }

    /// What was seen in a file.
    public sealed interface Seen {
        record Pages(int count) implements Seen {}

        record Flaw(Reason reason, String detail) implements Seen {}
    }

    /// Looks at a PDF or a picture.
    Seen look(Path file, FileKind kind) throws IOException {
        Path answer = Files.createTempFile("evidence", ".properties");
        try {
            if (!done("look", file.toString(), kind.name(), answer.toString())) {
                return new Seen.Flaw(Reason.DAMAGED, "");
            }
            Properties found = new Properties();
            try (InputStream in = Files.newInputStream(answer)) {
                found.load(in);
            }
            String flaw = found.getProperty(PageWork.FLAW);
            return flaw != null
                    ? new Seen.Flaw(Reason.valueOf(flaw), found.getProperty(PageWork.DETAIL, ""))
                    : new Seen.Pages(Integer.parseInt(found.getProperty(PageWork.PAGES, "0")));
        } finally {
            Files.deleteIfExists(answer);
        }
    }

    /// A page as a picture, made when it is first asked for.
    ///
    /// @param page from 1
    /// @return null if it cannot be made
    public @Nullable Path page(String sha256, FileKind kind, int page) throws IOException {
        Path folder = store.views(sha256);
        Path made = folder.resolve(page + ".png");
        if (Files.exists(made)) {
            return made;
        }
        String file = store.path(sha256).toString();
        boolean isDone =
                switch (kind.view()) {
                    case PAGES ->
                            done(
                                    "pages",
                                    file,
                                    folder.toString(),
                                    String.valueOf(page),
                                    String.valueOf(page + TOGETHER - 1));
                    case PICTURE -> done("picture", file, folder.toString());
                    case NONE -> false;
                };
        return isDone || Files.exists(made) ? made : null;
    }

    private boolean done(String... work) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xshare:auto",
                                "-Djava.awt.headless=true",
                                "-Dpdfbox.fontcache=" + store.fonts(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                PageWork.class.getName()));
        command.addAll(List.of(work));
        try {
            if (!places.tryAcquire(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                return false;
            }
            try {
                Process process =
                        new ProcessBuilder(command)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .redirectError(ProcessBuilder.Redirect.DISCARD)
                                .start();
                try {
                    return process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)
                            && process.exitValue() == 0;
                } finally {
                    process.destroyForcibly();
                }
            } finally {
                places.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
