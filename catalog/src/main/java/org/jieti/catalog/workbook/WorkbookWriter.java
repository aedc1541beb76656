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
            sheet.width(c, width(key, c, grid));
        }
        for (int r = 0; r < grid.rows().size(); r++) {
            Grid.Row row = grid.rows().get(r);
            for (int c = 0; c < columns.size(); c++) {
                Value.Scalar cell = row.cell(columns.get(c));
                if (cell != null) {
                    write(sheet, r + 2, c, cell);
                }
            }
        }
        sheet.freezePane(frozen(columns), 2);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.setFitToPage(true);
        sheet.pageOrientation("landscape");
        sheet.repeatRows(0, 1);
    }

    private static void write(Worksheet sheet, int row, int column, Value.Scalar cell) {
        switch (cell.type()) {
            case NUMBER -> {
                sheet.value(row, column, new BigDecimal(cell.text()));
                sheet.style(row, column).verticalAlignment("top").set();
            }
            case BOOLEAN -> {
                sheet.value(row, column, Boolean.valueOf(cell.text().equalsIgnoreCase("true")));
                sheet.style(row, column).verticalAlignment("top").set();
            }
            case TEXT, NULL -> {
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
    private static double width(String key, int column, Grid grid) {
        int longest = key.length();
        for (Grid.Row row : grid.rows()) {
            Value.Scalar cell = row.cell(key);
            if (cell != null) {
                int wide = (int) cell.text().chars().filter(c -> c >= 0x2E80).count();
                longest = Math.max(longest, cell.text().length() + wide);
            }
        }
        int most = column == 0 || key.equals("id") || key.equals("parent") ? 36 : 48;
        return Math.clamp(longest + 2, 8, most);
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
