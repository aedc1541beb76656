package org.jieti.catalog.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.source.Value;
import org.jieti.core.model.Language;
import org.jspecify.annotations.Nullable;

/// Writes a model as a workbook: one sheet a subject, one row a node. The first row holds the
/// keys by which the workbook is read back, the second what they mean. Texts are text cells, so
/// that none becomes a formula or a date.
public final class WorkbookWriter {
    /// What a spreadsheet takes in one cell, in UTF-16 units.
    static final int LONGEST_TEXT = 32_767;

    /// In characters.
    private static final int WIDEST = 50;

    private static final double LINE_POINTS = 15;

    private static final String BUNDLE = "org.jieti.catalog.workbook";
    private static final String TEXT = "@";

    private final ResourceBundle bundle;

    private WorkbookWriter(Language language) {
        this.bundle =
                ResourceBundle.getBundle(
                        BUNDLE,
                        switch (language) {
                            case ZH -> Locale.SIMPLIFIED_CHINESE;
                            case EN -> Locale.ROOT;
                        });
    }

    /// The workbook's bytes; null, with findings, if a text is longer than a cell may be.
    ///
    /// @param language of the second row
    public static byte @Nullable [] write(
            ModelFolder folder, Language language, Findings findings) {
        List<Grid> grids = ModelGrids.of(folder);
        folder.weightSets()
                .forEach(
                        (id, set) -> {
                            if (set.value("record") != null || set.value("spread") != null) {
                                findings.warning(set.at(), "workbook.weights.record", id);
                            }
                        });
        for (Grid grid : grids) {
            for (Grid.Row row : grid.rows()) {
                row.cells()
                        .forEach(
                                (key, cell) -> {
                                    if (cell.text().length() > LONGEST_TEXT) {
                                        findings.error(
                                                cell.at(), "workbook.text.long", LONGEST_TEXT);
                                    }
                                });
            }
        }
        if (findings.hasErrors()) {
            return null;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Jieti", "1.0")) {
            WorkbookWriter writer = new WorkbookWriter(language);
            for (Grid grid : grids) {
                try (Worksheet sheet = workbook.newWorksheet(grid.name())) {
                    writer.sheet(grid, sheet);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void sheet(Grid grid, Worksheet sheet) {
        List<String> columns = grid.columns();
        double[] widths = new double[columns.size()];
        for (int c = 0; c < columns.size(); c++) {
            String key = columns.get(c);
            sheet.value(0, c, key);
            sheet.style(0, c).fontColor("808080").fontSize(8).set();
            sheet.value(1, c, label(key));
            sheet.style(1, c)
                    .bold()
                    .fillColor("DDE7F0")
                    .wrapText(true)
                    .verticalAlignment("center")
                    .set();
            widths[c] = width(key, label(key), grid);
            sheet.width(c, widths[c]);
        }
        sheet.rowHeight(1, 2 * LINE_POINTS);
        for (int r = 0; r < grid.rows().size(); r++) {
            Grid.Row row = grid.rows().get(r);
            int lines = 1;
            for (int c = 0; c < columns.size(); c++) {
                Value.Scalar cell = row.cell(columns.get(c));
                if (cell != null) {
                    write(sheet, r + 2, c, cell);
                    lines = Math.max(lines, lines(cell.text(), widths[c]));
                }
            }
            sheet.rowHeight(r + 2, Math.min(lines * LINE_POINTS, Worksheet.MAX_ROW_HEIGHT));
        }
        sheet.freezePane(frozen(columns), 2);
        sheet.paperSize(PaperSize.A3_PAPER);
        sheet.pageOrientation("landscape");
        sheet.repeatRows(0, 1);
        sheet.repeatCols(0, frozen(columns) - 1);
    }

    /// The lines that a text takes in a column; spreadsheets do not open a row to its height.
    private static int lines(String text, double width) {
        return text.lines()
                .mapToInt(line -> (int) Math.ceil(cells(line) / (width - 2)))
                .map(lines -> Math.max(lines, 1))
                .sum();
    }

    /// A Chinese character is as wide as two others.
    private static int cells(String text) {
        return text.length() + (int) text.chars().filter(c -> c >= 0x2E80).count();
    }

    private static void write(Worksheet sheet, int row, int column, Value.Scalar cell) {
        switch (cell.type()) {
            case NUMBER -> {
                sheet.value(row, column, new BigDecimal(cell.text()));
                sheet.style(row, column).verticalAlignment("top").set();
            }
            // LibreOffice would save a truth value as a formula.
            case TEXT, BOOLEAN, NULL -> {
                sheet.value(row, column, cell.text());
                sheet.style(row, column).format(TEXT).wrapText(true).verticalAlignment("top").set();
            }
        }
    }

    /// Up to the id stays in sight.
    private static int frozen(List<String> columns) {
        int id = columns.indexOf("id");
        return id < 0 ? 1 : id + 1;
    }

    /// In characters, after the longest text up to a width that reads well.
    private static double width(String key, String label, Grid grid) {
        int longest = Math.max(key.length(), cells(label));
        for (Grid.Row row : grid.rows()) {
            Value.Scalar cell = row.cell(key);
            if (cell != null) {
                longest = Math.max(longest, cells(cell.text()));
            }
        }
        return Math.clamp(longest + 3, 9, WIDEST);
    }

    private String label(String key) {
        return Arrays.stream(key.split(" ", -1))
                .map(word -> bundle.containsKey(word) ? bundle.getString(word) : word)
                .collect(Collectors.joining(" "));
    }

    /// The place of a cell, counting from 0, as a finding names it.
    static Location place(String file, String sheet, int row, int column) {
        return new Location(file, sheet, row + 1, column + 1);
    }
}
