package org.jieti.server.evidence.domain;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.Tika;
import org.jieti.server.evidence.FileKind;
import org.jieti.server.evidence.Refusal;
import org.jieti.server.evidence.Refusal.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Decides by its content whether a file is taken: it must be of a kind that is, of the one that
/// its name promises, of no other besides, and do nothing by itself when it is opened.
@Component
public class ContentCheck {
    private static final Set<String> PROGRAMS =
            Set.of(
                    "exe", "dll", "com", "scr", "msi", "bat", "cmd", "ps1", "vbs", "vbe", "js",
                    "jse", "wsf", "hta", "sh", "py", "jar", "class", "apk", "lnk", "reg", "chm",
                    "html", "htm", "mhtml", "xhtml", "php", "jsp", "asp", "aspx");
    private static final Set<String> ARCHIVES =
            Set.of("zip", "rar", "7z", "gz", "tar", "tgz", "bz2", "xz", "iso", "cab");
    private static final Set<String> WITH_MACROS =
            Set.of("docm", "dotm", "xlsm", "xltm", "xlam", "xlsb", "pptm", "potm", "ppsm");

    /// What detection calls programs, scripts and pages, whatever their names.
    private static final Set<String> PROGRAM_CONTENTS =
            Set.of(
                    "application/x-msdownload",
                    "application/x-dosexec",
                    "application/x-msi",
                    "application/x-executable",
                    "application/x-elf",
                    "application/x-sharedlib",
                    "application/x-object",
                    "application/x-coredump",
                    "application/x-mach-o",
                    "application/x-mach-o-executable",
                    "application/java-vm",
                    "application/java-archive",
                    "application/x-sh",
                    "application/x-bat",
                    "application/x-ms-shortcut",
                    "application/javascript",
                    "text/javascript",
                    "text/x-python",
                    "text/x-perl",
                    "text/x-php",
                    "text/html",
                    "application/xhtml+xml",
                    "application/hta",
                    "text/vbscript");

    private static final int TAIL = 66_000;
    private static final byte[] PDF_HEAD = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ZIP_HEAD = {'P', 'K', 3, 4};
    private static final List<String> PAGE_MARKS = List.of("<script", "<?php", "<html", "<svg");

    private final Tika tika = new Tika();
    private final PageShop pages;

    ContentCheck(PageShop pages) {
        this.pages = pages;
    }

    /// What came of looking at a file.
    public sealed interface Outcome {
        /// It is taken.
        ///
        /// @param pages how many can be shown as pictures
        record Taken(FileKind kind, int pages) implements Outcome {}

        /// It is not.
        record NotTaken(Refusal refusal) implements Outcome {}
    }

    /// What is wrong with a file as far as its name tells; null for nothing. Asked before anything
    /// is sent.
    public @Nullable Refusal flawOfName(String name) {
        Refusal flaw = FileNames.flaw(name);
        if (flaw != null) {
            return flaw;
        }
        String extension = FileNames.extension(name);
        if (FileKind.promised(extension) != null) {
            return null;
        }
        if (extension.equals("svg") || extension.equals("svgz")) {
            return new Refusal(Reason.SVG, name);
        }
        if (PROGRAMS.contains(extension)) {
            return new Refusal(Reason.PROGRAM, name, extension);
        }
        if (ARCHIVES.contains(extension)) {
            return new Refusal(Reason.ARCHIVE, name);
        }
        if (WITH_MACROS.contains(extension)) {
            return new Refusal(Reason.MACROS, name, extension);
        }
        return new Refusal(Reason.KIND, name, extension);
    }

    /// Looks at a file.
    public Outcome look(Path file, String name) throws IOException {
        Refusal flaw = flawOfName(name);
        if (flaw != null) {
            return new Outcome.NotTaken(flaw);
        }
        FileKind kind = FileKind.promised(FileNames.extension(name));
        if (kind == null) {
            throw new IllegalStateException(name);
        }
        long size = Files.size(file);
        if (size == 0) {
            return new Outcome.NotTaken(new Refusal(Reason.EMPTY, name));
        }
        flaw = flawOfContent(file, name, kind, size);
        if (flaw != null) {
            return new Outcome.NotTaken(flaw);
        }
        return switch (kind.view()) {
            case NONE -> new Outcome.Taken(kind, 0);
            case PAGES, PICTURE -> seen(file, name, kind);
        };
    }

    private Outcome seen(Path file, String name, FileKind kind) throws IOException {
        return switch (pages.look(file, kind)) {
            case PageShop.Seen.Pages(int count) -> new Outcome.Taken(kind, count);
            case PageShop.Seen.Flaw(Reason reason, String detail) ->
                    new Outcome.NotTaken(new Refusal(reason, name, detail));
        };
    }

    private @Nullable Refusal flawOfContent(Path file, String name, FileKind kind, long size)
            throws IOException {
        String content;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            content = withoutParameters(tika.detect(in));
        }
        if (PROGRAM_CONTENTS.contains(content)) {
            return new Refusal(Reason.PROGRAM, name, content);
        }
        if (!kind.mayBe(content)) {
            return new Refusal(
                    content.equals("image/svg+xml") ? Reason.SVG : Reason.MISMATCH, name, content);
        }
        return switch (kind) {
            case PDF ->
                    startsWith(file, PDF_HEAD)
                            ? endsAsPackage(file, name)
                            : new Refusal(Reason.POLYGLOT, name, content);
            case PNG, JPEG, GIF, BMP, TIFF -> {
                Refusal flaw = endsAsPackage(file, name);
                yield flaw != null ? flaw : holdsPage(file, name);
            }
            case MP4, MP3, WAV -> endsAsPackage(file, name);
            case DOCX, XLSX, PPTX, ODT, ODS, ODP, OFD ->
                    startsWith(file, ZIP_HEAD)
                            ? PackedCheck.flaw(file, name, kind, size)
                            : new Refusal(Reason.POLYGLOT, name, content);
            case DOC, XLS -> {
                Refusal flaw = endsAsPackage(file, name);
                yield flaw != null ? flaw : oldOffice(file, name, kind);
            }
            case TEXT, CSV ->
                    isText(file, StandardCharsets.UTF_8) || isText(file, Charset.forName("GB18030"))
                            ? null
                            : new Refusal(Reason.MISMATCH, name, content);
        };
    }

    private static String withoutParameters(String type) {
        int parameters = type.indexOf(';');
        return parameters < 0 ? type : type.substring(0, parameters);
    }

    private static boolean startsWith(Path file, byte[] head) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(head.length), head);
        }
    }

    /// A ZIP is known by its end: one that follows something else makes a file of two kinds.
    private static @Nullable Refusal endsAsPackage(Path file, String name) throws IOException {
        byte[] tail = tail(file);
        for (int at = tail.length - 22; at >= 0; at--) {
            if (tail[at] == 'P' && tail[at + 1] == 'K' && tail[at + 2] == 5 && tail[at + 3] == 6) {
                return new Refusal(Reason.POLYGLOT, name, "application/zip");
            }
        }
        return null;
    }

    /// Pictures have no use for marks of pages and scripts, which old browsers look for.
    private static @Nullable Refusal holdsPage(Path file, String name) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(TAIL);
        }
        for (byte[] part : List.of(head, tail(file))) {
            String text = new String(part, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
            for (String mark : PAGE_MARKS) {
                if (text.contains(mark)) {
                    return new Refusal(Reason.POLYGLOT, name, "text/html");
                }
            }
        }
        return null;
    }

    private static byte[] tail(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            int length = (int) Math.min(TAIL, in.length());
            byte[] tail = new byte[length];
            in.seek(in.length() - length);
            in.readFully(tail);
            return tail;
        }
    }

    /// Documents of the time before 2007: a file system in a file, which also holds installers.
    private static @Nullable Refusal oldOffice(Path file, String name, FileKind kind) {
        try (POIFSFileSystem system = new POIFSFileSystem(file.toFile(), true)) {
            DirectoryNode root = system.getRoot();
            boolean isRight =
                    kind == FileKind.DOC
                            ? root.hasEntryCaseInsensitive("WordDocument")
                            : root.hasEntryCaseInsensitive("Workbook")
                                    || root.hasEntryCaseInsensitive("Book");
            if (!isRight) {
                return new Refusal(Reason.MISMATCH, name, "application/x-tika-msoffice");
            }
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                return new Refusal(Reason.ENCRYPTED, name);
            }
            return root.hasEntryCaseInsensitive("Macros")
                            || root.hasEntryCaseInsensitive("_VBA_PROJECT_CUR")
                    ? new Refusal(Reason.MACROS, name)
                    : null;
        } catch (IOException | RuntimeException e) {
            return new Refusal(Reason.DAMAGED, name, String.valueOf(e.getMessage()));
        }
    }

    /// Whether all of a file is text in a charset.
    private static boolean isText(Path file, Charset charset) throws IOException {
        char[] block = new char[1 << 14];
        try (Reader reader =
                new InputStreamReader(
                        Files.newInputStream(file),
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT))) {
            for (int read = reader.read(block); read >= 0; read = reader.read(block)) {
                for (int i = 0; i < read; i++) {
                    char c = block[i];
                    if (Character.isISOControl(c) && "\t\r\n\f".indexOf(c) < 0) {
                        return false;
                    }
                }
            }
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }
}
