package org.jieti.catalog.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The spreadsheet program that workbooks are tested with.
final class LibreOffice {
    private LibreOffice() {}

    /// A workbook as LibreOffice saves it.
    ///
    /// @param folder for the copy, which keeps its name, and for the program's own files
    static Path saved(Path workbook, Path folder) throws IOException, InterruptedException {
        boolean installed =
                Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, "soffice")));
        assertThat(installed)
                .as("LibreOffice is needed: apt-get install libreoffice-calc-nogui, or make test")
                .isTrue();
        Path copies = Files.createDirectories(folder.resolve("saved"));
        Process soffice =
                new ProcessBuilder(
                                "soffice",
                                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                                "--headless",
                                "--convert-to",
                                "xlsx",
                                "--outdir",
                                copies.toString(),
                                workbook.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assertThat(soffice.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return copies.resolve(String.valueOf(workbook.getFileName()));
    }
}
