package org.jieti.catalog.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jspecify.annotations.Nullable;

/// Reads a file, guarded: its size is looked at before its content, it must be UTF-8, and
/// whatever is wrong becomes a finding.
public final class Sources {
    /// Far above any real model or assessment, far below what would exhaust memory.
    public static final long LARGEST_FILE_BYTES = 16L * 1024 * 1024;

    private Sources() {}

    /// The file's tree of values; null if there is none, with the reason among the findings.
    ///
    /// @param name how the file is called in findings
    public static @Nullable Value read(Path file, String name, Findings findings) {
        if (name.endsWith(".bin")) {
            byte[] bytes = bytes(file, name, findings);
            return bytes == null ? null : CompactSource.read(bytes, name, findings);
        }
        String text = text(file, name, findings);
        if (text == null) {
            return null;
        }
        return name.endsWith(".json")
                ? JsonSource.read(text, name, 1, findings)
                : YamlSource.read(text, name, findings);
    }

    /// The tree of values of one line of a file whose lines are JSON; null if there is none, with
    /// the reason among the findings.
    ///
    /// @param name how the file is called in findings
    /// @param number the line's number, from 1
    public static @Nullable Value line(String line, String name, int number, Findings findings) {
        return JsonSource.read(line, name, number, findings);
    }

    /// The file's text, without a byte-order mark; null if there is none, with the reason among the
    /// findings.
    ///
    /// @param name how the file is called in findings
    public static @Nullable String text(Path file, String name, Findings findings) {
        byte[] bytes = bytes(file, name, findings);
        return bytes == null ? null : decoded(bytes, name, findings);
    }

    /// The file's bytes; null if there are none, with the reason among the findings.
    ///
    /// @param name how the file is called in findings
    public static byte @Nullable [] bytes(Path file, String name, Findings findings) {
        Location whole = Location.whole(name);
        try {
            if (!Files.exists(file)) {
                findings.error(whole, "file.missing", name);
                return null;
            }
            if (!Files.isRegularFile(file)) {
                findings.error(whole, "file.kind", name);
                return null;
            }
            long size = Files.size(file);
            if (size > LARGEST_FILE_BYTES) {
                findings.error(whole, "file.size", megabytes(size), megabytes(LARGEST_FILE_BYTES));
                return null;
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            findings.error(whole, "file.unreadable", name);
            return null;
        }
    }

    private static long megabytes(long bytes) {
        return Math.ceilDiv(bytes, 1024 * 1024);
    }

    private static @Nullable String decoded(byte[] bytes, String name, Findings findings) {
        CharsetDecoder decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            int line = (int) text.chars().filter(c -> c == '\n').count() + 1;
            int column = text.length() - text.lastIndexOf('\n');
            findings.error(new Location(name, line, column), "file.encoding");
            return null;
        }
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (content.isBlank()) {
            findings.error(Location.whole(name), "file.empty");
            return null;
        }
        return content;
    }
}
