package org.jieti.server.evidence.domain;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jieti.server.evidence.FileKind;
import org.jieti.server.evidence.Refusal;
import org.jieti.server.evidence.Refusal.Reason;
import org.jspecify.annotations.Nullable;

/// Looks into documents that are packages of XML: OOXML, OpenDocument, OFD. Everything is unpacked
/// once, to nowhere, within a bound.
final class PackedCheck {
    private static final int MOST_PARTS = 20_000;
    private static final long MOST_UNPACKED = 4L << 30;
    private static final long HARMLESS = 64L << 20;
    private static final int MOST_TIMES = 100;
    private static final int BLOCK = 1 << 16;

    private final XMLInputFactory xml = XMLInputFactory.newDefaultFactory();
    private final String name;
    private final FileKind kind;
    private final long size;
    private long unpacked;

    private PackedCheck(String name, FileKind kind, long size) {
        this.name = name;
        this.kind = kind;
        this.size = size;
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    /// What is wrong with a package; null for nothing.
    static @Nullable Refusal flaw(Path file, String name, FileKind kind, long size) {
        PackedCheck check = new PackedCheck(name, kind, size);
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            return check.parts(zip);
        } catch (IOException | IllegalArgumentException e) {
            return new Refusal(Reason.DAMAGED, name, String.valueOf(e.getMessage()));
        }
    }

    private @Nullable Refusal parts(ZipFile zip) throws IOException {
        if (zip.size() > MOST_PARTS) {
            return new Refusal(Reason.BOMB, name, String.valueOf(zip.size()));
        }
        Set<String> parts = new HashSet<>();
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String part = entry.getName();
            if (!parts.add(part.toLowerCase(Locale.ROOT)) || leadsOut(part)) {
                return new Refusal(Reason.DAMAGED, name, FileNames.shown(part));
            }
            Refusal flaw = part(zip, entry);
            if (flaw != null) {
                return flaw;
            }
        }
        return contents(zip, parts);
    }

    private static boolean leadsOut(String part) {
        return part.startsWith("/")
                || part.contains("\\")
                || part.contains(":")
                || List.of(part.split("/")).contains("..");
    }

    private @Nullable Refusal part(ZipFile zip, ZipEntry entry) throws IOException {
        String part = entry.getName().toLowerCase(Locale.ROOT);
        if (part.endsWith("vbaproject.bin") || part.startsWith("basic/")) {
            return new Refusal(Reason.MACROS, name, entry.getName());
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] block = new byte[BLOCK];
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                unpacked += read;
                if (unpacked > MOST_UNPACKED
                        || (unpacked > HARMLESS && unpacked / MOST_TIMES > size)) {
                    return new Refusal(Reason.BOMB, name, entry.getName());
                }
            }
        }
        if (part.endsWith(".xml") || part.endsWith(".rels") || part.endsWith(".vml")) {
            try (InputStream in = new BufferedInputStream(zip.getInputStream(entry))) {
                return text(in, entry.getName());
            }
        }
        return null;
    }

    /// Looks at a part that is XML, as far as entities can be declared; relations are read in full.
    private @Nullable Refusal text(InputStream in, String part) {
        boolean relations = part.toLowerCase(Locale.ROOT).endsWith(".rels");
        try {
            XMLStreamReader reader = xml.createXMLStreamReader(in);
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    return new Refusal(Reason.ENTITIES, name, part);
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    if (!relations) {
                        return null;
                    }
                    if (isLoadedFromElsewhere(reader)) {
                        return new Refusal(
                                Reason.OUTSIDE,
                                name,
                                String.valueOf(reader.getAttributeValue(null, "Target")));
                    }
                }
            }
            return null;
        } catch (XMLStreamException _) {
            return new Refusal(Reason.DAMAGED, name, part);
        }
    }

    /// A relation to something elsewhere that is fetched when the document opens; one that is only
    /// followed by a click does no harm.
    private static boolean isLoadedFromElsewhere(XMLStreamReader reader) {
        String type = reader.getAttributeValue(null, "Type");
        return "External".equals(reader.getAttributeValue(null, "TargetMode"))
                && type != null
                && !type.endsWith("/hyperlink");
    }

    private @Nullable Refusal contents(ZipFile zip, Set<String> parts) throws IOException {
        String needed =
                switch (kind) {
                    case DOCX -> "word/document.xml";
                    case XLSX -> "xl/workbook.xml";
                    case PPTX -> "ppt/presentation.xml";
                    case OFD -> "ofd.xml";
                    case ODT, ODS, ODP -> "mimetype";
                    case PDF, PNG, JPEG, GIF, BMP, TIFF, DOC, XLS, TEXT, CSV, MP4, MP3, WAV ->
                            throw new IllegalArgumentException(kind + " is no package.");
                };
        if (!parts.contains(needed)) {
            return new Refusal(Reason.MISMATCH, name, "application/zip");
        }
        if (needed.equals("mimetype")) {
            String type = open(zip);
            if (!type.equals(kind.mediaType())) {
                return new Refusal(Reason.MISMATCH, name, FileNames.shown(type));
            }
        }
        return null;
    }

    private static String open(ZipFile zip) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry("mimetype"))) {
            return new String(in.readNBytes(100), StandardCharsets.US_ASCII).strip();
        }
    }
}
