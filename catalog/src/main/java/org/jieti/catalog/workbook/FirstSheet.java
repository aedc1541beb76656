package org.jieti.catalog.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.source.Value;
import org.jspecify.annotations.Nullable;

/// The first sheet of any workbook, as texts.
public record FirstSheet(String name, List<Line> rows) {
    public FirstSheet {
        rows = List.copyOf(rows);
    }

    /// A row.
    ///
    /// @param number from 1
    /// @param cells from the first column on; empty for nothing
    public record Line(int number, List<String> cells) {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    /// The first sheet of a file, guarded; null, with findings, if it is refused. A formula is a
    /// finding at its cell, and reads as nothing.
    ///
    /// @param name how the file is called in findings
    public static @Nullable FirstSheet read(Path file, String name, Findings findings) {
        if (!WorkbookGuard.isHarmless(file, name, findings)) {
            return null;
        }
        List<Line> lines = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            Sheet sheet = workbook.getFirstSheet();
            try (Stream<Row> rows = sheet.openStream()) {
                for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
                    Row row = each.next();
                    lines.add(
                            new Line(row.getRowNum(), cells(row, name, sheet.getName(), findings)));
                }
            }
            return new FirstSheet(sheet.getName(), lines);
        } catch (IOException | RuntimeException e) {
            findings.error(Location.whole(name), "workbook.format");
            return null;
        }
    }

    private static List<String> cells(Row row, String file, String sheet, Findings findings) {
        List<String> cells = new ArrayList<>();
        for (int at = 0; at < row.getCellCount(); at++) {
            Cell cell = row.getCell(at);
            Value.Scalar read = cell == null ? null : Cells.scalar(cell, file, sheet, findings);
            cells.add(read == null ? "" : read.text());
        }
        return cells;
    }
}
