package org.jieti.catalog.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jieti.catalog.Catalog;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Parsed;
import org.jieti.core.model.Language;
import org.jieti.testkit.Golden;

/// Models as workbooks in the folder of a test, whole or with one part rewritten.
record Workbooks(Path folder) {
    static Catalog shipped() {
        return new Catalog(
                List.of(
                        Golden.root().resolve("models"),
                        Golden.root().resolve("samples/variants")));
    }

    static <T> T sound(Parsed<T> parsed) {
        assertThat(parsed.findings()).isEmpty();
        return ((Parsed.Ok<T>) parsed).value();
    }

    Path exported(ModelFolder model) throws IOException {
        Findings findings = new Findings();
        byte[] bytes = WorkbookWriter.write(model, Language.ZH, findings);
        assertThat(findings.sorted()).isEmpty();
        return Files.write(folder.resolve("model.xlsx"), bytes == null ? new byte[0] : bytes);
    }

    Path exported(String name) throws IOException {
        return exported(sound(shipped().folderNamed(name)));
    }

    List<String> lines(Path workbook) {
        return Catalog.imported(workbook).findings().stream()
                .map(finding -> finding.line(Language.EN).replace(workbook.toString(), "F"))
                .toList();
    }

    /// A workbook with one part rewritten.
    Path rewritten(Path workbook, String part, UnaryOperator<String> change) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipFile zip = new ZipFile(workbook.toFile());
                ZipOutputStream copy = new ZipOutputStream(out)) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                copy.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream in = zip.getInputStream(entry)) {
                    String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    String changed = entry.getName().equals(part) ? change.apply(text) : text;
                    copy.write(changed.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return Files.write(folder.resolve("changed.xlsx"), out.toByteArray());
    }

    /// A model's workbook with the first match of a pattern in one sheet replaced.
    Path rewritten(String model, SheetKind sheet, String pattern, String replacement)
            throws IOException {
        return rewritten(
                exported(model),
                "xl/worksheets/sheet%d.xml"
                        .formatted(List.of(SheetKind.values()).indexOf(sheet) + 1),
                xml -> {
                    String changed = xml.replaceFirst(pattern, replacement);
                    assertThat(changed).isNotEqualTo(xml);
                    return changed;
                });
    }
}
