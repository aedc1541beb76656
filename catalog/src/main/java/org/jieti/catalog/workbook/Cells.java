package org.jieti.catalog.workbook;

import java.math.BigDecimal;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.source.Value;
import org.jspecify.annotations.Nullable;

/// What cells of a workbook hold. Formulas and errors are findings: what a spreadsheet computed
/// would not come back as it stands.
final class Cells {
    private Cells() {}

    /// What stands in a cell; null for nothing.
    static Value.@Nullable Scalar scalar(Cell cell, String file, String sheet, Findings findings) {
        Location at =
                WorkbookWriter.place(
                        file, sheet, cell.getAddress().getRow(), cell.getColumnIndex());
        CellType type = cell.getType();
        if (truth(cell) != null) {
            return new Value.Scalar(at, String.valueOf(truth(cell)), Value.Type.BOOLEAN);
        }
        if (type == CellType.FORMULA || cell.getFormula() != null) {
            findings.error(at, "workbook.formula");
            return null;
        }
        return switch (type) {
            case EMPTY, FORMULA -> null;
            case ERROR -> {
                findings.error(at, "workbook.error", String.valueOf(cell.getRawValue()));
                yield null;
            }
            case NUMBER -> new Value.Scalar(at, plain(cell.asNumber()), Value.Type.NUMBER);
            case BOOLEAN -> new Value.Scalar(at, cell.asBoolean().toString(), Value.Type.BOOLEAN);
            case STRING ->
                    cell.asString().isBlank()
                            ? null
                            : new Value.Scalar(at, cell.asString(), Value.Type.TEXT);
        };
    }

    /// A truth value as LibreOffice saves it; null for anything else.
    private static @Nullable Boolean truth(Cell cell) {
        return switch (String.valueOf(cell.getFormula())) {
            case "TRUE()" -> Boolean.TRUE;
            case "FALSE()" -> Boolean.FALSE;
            default -> null;
        };
    }

    /// The shortest decimal of the double that a spreadsheet holds.
    private static String plain(BigDecimal number) {
        BigDecimal shortest = new BigDecimal(Double.toString(number.doubleValue()));
        return shortest.signum() == 0 ? "0" : shortest.stripTrailingZeros().toPlainString();
    }
}
