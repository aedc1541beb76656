package org.jieti.catalog.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.source.Sources;

/// Looks a workbook through before anything in it is parsed.
final class WorkbookGuard {
    /// What all parts of a workbook may unpack to. A model of ours takes a few megabytes.
    static final long LARGEST_UNPACKED_BYTES = 64L * 1024 * 1024;

    private static final int MOST_PARTS = 200;
    private static final byte[] DOCTYPE = "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII);

    private final String name;
    private final Findings findings;

    private WorkbookGuard(String name, Findings findings) {
        this.name = name;
        this.findings = findings;
    }

    /// Whether a file may be parsed; if not, with the reason among the findings.
    static boolean isHarmless(Path file, Findings findings) {
        return isHarmless(file, file.toString(), findings);
    }

    /// Whether a file may be parsed; if not, with the reason among the findings.
    ///
    /// @param name how the file is called in findings
    static boolean isHarmless(Path file, String name, Findings findings) {
        return new WorkbookGuard(name, findings).isHarmless(file);
    }

    private void refuse(String rule, Object... arguments) {
        findings.error(Location.whole(name), rule, arguments);
    }

    /// Unpacks the file once without keeping it: sizes that an archive states of itself prove
    /// nothing. No part may define entities.
    private boolean isHarmless(Path file) {
        if (!Files.exists(file)) {
            refuse("file.missing", name);
            return false;
        }
        if (!Files.isRegularFile(file)) {
            refuse("file.kind", name);
            return false;
        }
        try {
            if (Files.size(file) > Sources.LARGEST_FILE_BYTES) {
                refuse(
                        "file.size",
                        Math.ceilDiv(Files.size(file), 1024 * 1024),
                        Sources.LARGEST_FILE_BYTES / (1024 * 1024));
                return false;
            }
            try (ZipFile zip = new ZipFile(file.toFile())) {
                return isHarmless(zip);
            }
        } catch (IOException | IllegalArgumentException e) {
            refuse("workbook.format");
            return false;
        }
    }

    private boolean isHarmless(ZipFile zip) throws IOException {
        long total = 0;
        if (zip.size() > MOST_PARTS) {
            refuse("workbook.parts", MOST_PARTS);
            return false;
        }
        for (ZipEntry part : zip.stream().map(ZipEntry.class::cast).toList()) {
            boolean xml = part.getName().endsWith(".xml") || part.getName().endsWith(".rels");
            byte[] buffer = new byte[64 * 1024];
            int matched = 0;
            try (InputStream in = zip.getInputStream(part)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    total += read;
                    if (total > LARGEST_UNPACKED_BYTES) {
                        refuse("workbook.bomb", LARGEST_UNPACKED_BYTES / (1024 * 1024));
                        return false;
                    }
                    for (int i = 0; xml && i < read; i++) {
                        if (buffer[i] == DOCTYPE[matched]) {
                            matched++;
                        } else {
                            matched = buffer[i] == DOCTYPE[0] ? 1 : 0;
                        }
                        // UTF-16 would hide what is looked for, and is full of zeros.
                        if (buffer[i] == 0 || matched == DOCTYPE.length) {
                            refuse("workbook.entities", part.getName());
                            return false;
                        }
                    }
                }
            }
        }
        return true;
    }
}
