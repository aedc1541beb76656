package org.jieti.report.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A CSV table, written row by row. What it is written to stays open.
public final class CsvTable implements AutoCloseable {
    private final CsvWriter table;

    public CsvTable(Writer out) {
        table = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(new Unclosed(out));
    }

    /// Writes a row of cells as they are.
    public void row(List<String> cells) {
        table.writeRecord(cells);
    }

    @Override
    public void close() {
        try {
            table.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A text that no spreadsheet takes for a formula: one that begins as a formula does is
    /// preceded by an apostrophe (OWASP, CSV Injection).
    public static String text(String text) {
        return !text.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /// A number in full precision; empty where it does not exist.
    public static String number(@Nullable Number number) {
        return number == null ? "" : number.toString();
    }
}
