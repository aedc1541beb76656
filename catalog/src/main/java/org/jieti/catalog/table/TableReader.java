package org.jieti.catalog.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jieti.catalog.batch.TextEncoding;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.source.Sources;
import org.jieti.catalog.workbook.FirstSheet;
import org.jspecify.annotations.Nullable;

/// Reads a table with a heading, guarded, from CSV or the first sheet of a workbook. Cells are
/// named as spreadsheets name them, in both: C12.
public final class TableReader {
    private static final int MOST_ROWS = 100_000;
    private static final String CSV_SHEET = "CSV";

    private final String name;
    private final Heading heading;
    private final Findings findings;
    private final List<NamedTable.Row> rows = new ArrayList<>();
    private Map<Integer, String> columns = Map.of();
    private List<String> headed = List.of();

    private TableReader(String name, Heading heading, Findings findings) {
        this.name = name;
        this.heading = heading;
        this.findings = findings;
    }

    /// The table in a file; null, with findings, if it is refused.
    ///
    /// @param name how the file is called, which tells its kind
    /// @param encoding of CSV
    public static @Nullable NamedTable read(
            Path file, String name, TextEncoding encoding, Heading heading, Findings findings) {
        TableReader reader = new TableReader(name, heading, findings);
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".csv")) {
            String text = reader.text(file, encoding);
            return text == null ? null : reader.csv(text);
        }
        if (lower.endsWith(".xlsx")) {
            return reader.workbook(file);
        }
        findings.error(Location.whole(name), "table.kind", name);
        return null;
    }

    /// The table in a text.
    public static @Nullable NamedTable csv(
            String text, String name, Heading heading, Findings findings) {
        return new TableReader(name, heading, findings).csv(text);
    }

    private @Nullable String text(Path file, TextEncoding encoding) {
        try {
            long size = Files.size(file);
            if (size > Sources.LARGEST_FILE_BYTES) {
                findings.error(
                        Location.whole(name),
                        "file.size",
                        Math.ceilDiv(size, 1024 * 1024),
                        Sources.LARGEST_FILE_BYTES / (1024 * 1024));
                return null;
            }
            return decoded(Files.readAllBytes(file), encoding);
        } catch (IOException e) {
            findings.error(Location.whole(name), "file.unreadable", name);
            return null;
        }
    }

    private @Nullable String decoded(byte[] bytes, TextEncoding encoding) {
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result =
                encoding.charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes), out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            int line = (int) text.chars().filter(c -> c == '\n').count() + 1;
            findings.error(
                    new Location(name, CSV_SHEET, line, 1),
                    "table.encoding",
                    encoding.charset().name());
            return null;
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private @Nullable NamedTable csv(String text) {
        Heading.CellPlace place = new Heading.CellPlace(name, CSV_SHEET);
        try (CsvReader<CsvRecord> records =
                CsvReader.builder()
                        .skipEmptyLines(false)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(text)) {
            int number = 0;
            for (CsvRecord each : records) {
                row(++number, each.getFields(), place);
            }
        } catch (CsvParseException e) {
            findings.error(Location.whole(name), "table.syntax");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table();
    }

    private @Nullable NamedTable workbook(Path file) {
        FirstSheet sheet = FirstSheet.read(file, name, findings);
        if (sheet == null) {
            return null;
        }
        Heading.CellPlace place = new Heading.CellPlace(name, sheet.name());
        sheet.rows().forEach(row -> row(row.number(), row.cells(), place));
        return table();
    }

    private void row(int number, List<String> cells, Heading.CellPlace place) {
        if (number == 1) {
            columns = heading.of(cells, place, findings);
            headed = cells;
            return;
        }
        if (cells.stream().allMatch(String::isBlank) || columns.isEmpty()) {
            return;
        }
        if (rows.size() == MOST_ROWS) {
            findings.error(place.of(number, 0), "workbook.rows", MOST_ROWS);
        }
        if (rows.size() >= MOST_ROWS) {
            return;
        }
        Map<String, String> named = new HashMap<>();
        Map<String, Location> places = new HashMap<>();
        for (Map.Entry<Integer, String> column : columns.entrySet()) {
            int at = column.getKey();
            named.put(column.getValue(), at < cells.size() ? cells.get(at).strip() : "");
            places.put(column.getValue(), place.of(number, at));
        }
        for (int at = 0; at < cells.size(); at++) {
            if (isNowhere(at) && !cells.get(at).isBlank()) {
                findings.error(place.of(number, at), "table.cell.nowhere", cells.get(at).strip());
            }
        }
        rows.add(new NamedTable.Row(number, named, places));
    }

    private boolean isNowhere(int column) {
        return column >= headed.size() || headed.get(column).isBlank();
    }

    private @Nullable NamedTable table() {
        if (rows.isEmpty() && !columns.isEmpty()) {
            findings.error(Location.whole(name), "table.rows.none");
        }
        return columns.isEmpty() ? null : new NamedTable(rows);
    }
}
