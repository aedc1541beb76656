package org.jieti.server.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;

/// Files as people upload them, and as attackers would, made anew for each test.
public final class SampleFiles {
    private SampleFiles() {}

    public static byte[] pdf(int pages) {
        return pdf(pages, Map.of());
    }

    /// A PDF that runs a script when it is opened.
    public static byte[] pdfWithScript() {
        return pdf(1, Map.of("script", "app.alert(1)"));
    }

    /// A PDF that opens with a password only.
    public static byte[] pdfWithPassword() {
        return pdf(1, Map.of("password", "secret"));
    }

    private static byte[] pdf(int pages, Map<String, String> with) {
        try (PDDocument document = new PDDocument()) {
            for (int page = 1; page <= pages; page++) {
                PDPage sheet = new PDPage();
                document.addPage(sheet);
                try (PDPageContentStream text = new PDPageContentStream(document, sheet)) {
                    text.beginText();
                    text.setFont(new PDType1Font(FontName.HELVETICA), 36);
                    text.newLineAtOffset(72, 640);
                    text.showText("Example, page " + page);
                    text.endText();
                    text.addRect(72, 560, 468, 2);
                    text.fill();
                }
            }
            if (with.containsKey("script")) {
                document.getDocumentCatalog()
                        .setOpenAction(new PDActionJavaScript(with.get("script")));
            }
            if (with.containsKey("password")) {
                document.protect(
                        new StandardProtectionPolicy(
                                "owner", with.get("password"), new AccessPermission()));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A picture of a blue disc.
    ///
    /// @param format as `png` or `jpg`
    public static byte[] picture(String format) {
        BufferedImage image = new BufferedImage(640, 400, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, 640, 400);
        canvas.setColor(new Color(0x1D66B0));
        canvas.fillOval(220, 100, 200, 200);
        canvas.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static byte[] docx() {
        return docx("<document/>", "");
    }

    /// A Word document with parts of your choice.
    ///
    /// @param text its main part
    /// @param relation an element among its relations
    public static byte[] docx(String text, String relation) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", "<Types/>");
        parts.put("word/document.xml", text);
        parts.put(
                "word/_rels/document.xml.rels",
                "<Relationships"
                        + " xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                        + relation
                        + "</Relationships>");
        return zip(parts);
    }

    public static byte[] xlsx(String sheet) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", "<Types/>");
        parts.put("xl/workbook.xml", "<workbook/>");
        parts.put("xl/worksheets/sheet1.xml", sheet);
        return zip(parts);
    }

    public static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// A Word document of a few hundred kilobytes with a part of zeros that is far larger.
    ///
    /// @param megabytes how large the part is when it is unpacked
    public static byte[] bomb(int megabytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < megabytes; i++) {
                zip.write(zeros);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// The beginning of a program for Windows.
    public static byte[] program() {
        byte[] program = new byte[1024];
        byte[] head = {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, (byte) 0xFF, (byte) 0xFF};
        System.arraycopy(head, 0, program, 0, head.length);
        program[0x3C] = (byte) 0x80;
        program[0x80] = 'P';
        program[0x81] = 'E';
        program[0x84] = 0x64;
        program[0x85] = (byte) 0x86;
        return program;
    }

    /// One content after another.
    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
