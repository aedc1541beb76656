package org.jieti.server.evidence.domain;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.Properties;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDDestination;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;

/// A program of its own that opens files that nobody has vouched for: [PageShop] starts it with
/// little memory and ends it when it takes too long. It says what it found in a file of properties.
///
/// ```
/// look    FILE KIND ANSWER        how many pages, or what is wrong
/// pages   FILE FOLDER FROM TO     pages of a PDF as FOLDER/<page>.png
/// picture FILE FOLDER             a picture, made anew, as FOLDER/1.png
/// ```
final class PageWork {
    static final String PAGES = "pages";
    static final String FLAW = "flaw";
    static final String DETAIL = "detail";

    private static final int WIDTH = 1120;
    private static final int HEIGHT = 4 * WIDTH;
    private static final long MOST_PIXELS = 200_000_000;

    private PageWork() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "look" -> {
                Properties found =
                        arguments[2].equals("PDF") ? lookAtPdf(file) : lookAtPicture(file);
                try (OutputStream out = Files.newOutputStream(Path.of(arguments[3]))) {
                    found.store(out, null);
                }
            }
            case "pages" ->
                    pages(
                            file,
                            Path.of(arguments[2]),
                            Integer.parseInt(arguments[3]),
                            Integer.parseInt(arguments[4]));
            case "picture" -> write(picture(file), Path.of(arguments[2]), 1);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static PDDocument open(Path file) throws IOException {
        return Loader.loadPDF(
                new RandomAccessReadBufferedFile(file),
                "",
                null,
                null,
                IOUtils.createTempFileOnlyStreamCache());
    }

    private static Properties lookAtPdf(Path file) throws IOException {
        try (PDDocument document = open(file)) {
            int count = document.getNumberOfPages();
            if (count == 0) {
                return flaw("DAMAGED", "");
            }
            String active = active(document.getDocumentCatalog());
            return active.isEmpty() ? counted(count) : flaw("ACTIVE", active);
        } catch (InvalidPasswordException _) {
            return flaw("ENCRYPTED", "");
        }
    }

    /// What a document would do by itself when it is opened, or carries; empty for nothing.
    private static String active(PDDocumentCatalog catalog) throws IOException {
        Object action = catalog.getOpenAction();
        if (action != null
                && !(action instanceof PDActionGoTo)
                && !(action instanceof PDDestination)) {
            return "OpenAction";
        }
        if (catalog.getCOSObject().containsKey(COSName.AA)) {
            return "AA";
        }
        PDDocumentNameDictionary names = catalog.getNames();
        if (names != null) {
            if (names.getJavaScript() != null) {
                return "JavaScript";
            }
            if (names.getEmbeddedFiles() != null) {
                return "EmbeddedFiles";
            }
        }
        return "";
    }

    private static Properties lookAtPicture(Path file) throws IOException {
        return picture(file) == null ? flaw("DAMAGED", "") : counted(1);
    }

    private static Properties counted(int pages) {
        Properties found = new Properties();
        found.setProperty(PAGES, String.valueOf(pages));
        return found;
    }

    private static Properties flaw(String reason, String detail) {
        Properties found = new Properties();
        found.setProperty(FLAW, reason);
        found.setProperty(DETAIL, detail);
        return found;
    }

    private static void pages(Path file, Path folder, int from, int to) throws IOException {
        try (PDDocument document = open(file)) {
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            for (int page = from; page <= Math.min(to, document.getNumberOfPages()); page++) {
                PDPage sheet = document.getPage(page - 1);
                PDRectangle box = sheet.getCropBox();
                boolean lies = sheet.getRotation() % 180 != 0;
                float width = Math.max(1, lies ? box.getHeight() : box.getWidth());
                float height = Math.max(1, lies ? box.getWidth() : box.getHeight());
                float scale = Math.min(WIDTH / width, HEIGHT / height);
                write(renderer.renderImage(page - 1, scale, ImageType.RGB), folder, page);
            }
        }
    }

    /// A picture no larger than a page shows it, made anew from its pixels alone; null for none.
    private static @Nullable BufferedImage picture(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return null;
            }
            ImageReader reader = readers.next();
            reader.setInput(in);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > MOST_PIXELS) {
                return null;
            }
            int step = Math.max(1, Math.max(width / (2 * WIDTH), height / (2 * HEIGHT)));
            ImageReadParam every = reader.getDefaultReadParam();
            every.setSourceSubsampling(step, step, 0, 0);
            return fitted(reader.read(0, every));
        }
    }

    private static BufferedImage fitted(BufferedImage read) {
        double scale =
                Math.min(
                        1,
                        Math.min(
                                (double) WIDTH / read.getWidth(),
                                (double) HEIGHT / read.getHeight()));
        int width = Math.max(1, (int) Math.round(read.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(read.getHeight() * scale));
        BufferedImage made = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D canvas = made.createGraphics();
        canvas.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawImage(read, 0, 0, width, height, null);
        canvas.dispose();
        return made;
    }

    private static void write(@Nullable BufferedImage image, Path folder, int page)
            throws IOException {
        if (image == null) {
            throw new IOException("no picture");
        }
        Path made = Files.createTempFile(folder, "page", ".new");
        ImageIO.write(image, "png", made.toFile());
        Files.move(
                made,
                folder.resolve(page + ".png"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }
}
