package org.jieti.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.util.diff.DiffUtils;

/// Compares a text with a golden file: the text as it was last reviewed, kept beside the code.
///
/// With the system property `jieti.golden=rewrite`, as set by `make golden`, the file is written
/// instead, and the change is reviewed as a diff.
public final class Golden {
    private static final int CONTEXT_LINES = 3;

    private final Path root;
    private final boolean rewrite;

    Golden(Path root, boolean rewrite) {
        this.root = root;
        this.rewrite = rewrite;
    }

    /// Asserts that a text is that of a golden file.
    ///
    /// @param file path under the project's root
    public static void assertMatches(String file, String text) {
        new Golden(root(), "rewrite".equals(System.getProperty("jieti.golden"))).check(file, text);
    }

    /// The project's root: the system property `jieti.home`, or else the nearest folder upwards
    /// that holds `models`.
    public static Path root() {
        String home = System.getProperty("jieti.home");
        return home != null && !home.isBlank() ? Path.of(home) : rootAbove(Path.of(""));
    }

    static Path rootAbove(Path start) {
        for (Path path = start.toAbsolutePath(); path != null; path = path.getParent()) {
            if (Files.isDirectory(path.resolve("models"))) {
                return path;
            }
        }
        throw new IllegalStateException(
                "No folder above %s holds models. Maybe set the system property jieti.home."
                        .formatted(start.toAbsolutePath()));
    }

    void check(String file, String text) {
        Path golden = root.resolve(file);
        try {
            if (rewrite) {
                Files.createDirectories(golden.toAbsolutePath().getParent());
                Files.writeString(golden, text);
            } else if (!Files.exists(golden)) {
                throw new AssertionError(
                        "The golden file %s is missing. Run `make golden` to write it, and review it."
                                .formatted(file));
            } else {
                compare(file, Files.readString(golden), text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compare(String file, String expected, String actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError(
                    """
                    %s differs (- golden, + now):
                    %s
                    If the change is meant, run `make golden` and review the diff.\
                    """
                            .formatted(file, diff(file, expected, actual)));
        }
    }

    private static String diff(String file, String expected, String actual) {
        List<String> before = expected.lines().toList();
        List<String> diff =
                DiffUtils.generateUnifiedDiff(
                        file,
                        file,
                        before,
                        DiffUtils.diff(before, actual.lines().toList()),
                        CONTEXT_LINES);
        return diff.isEmpty()
                ? "Only the ends of lines, or the end of the file, differ."
                : String.join("\n", diff);
    }
}
