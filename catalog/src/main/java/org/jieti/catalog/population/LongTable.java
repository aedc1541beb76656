package org.jieti.catalog.population;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jieti.catalog.finding.Findings;
import org.jieti.core.model.ModelId;
import org.jspecify.annotations.Nullable;

/// A table with a row for each number of each unit, laid out as the answers of a batch are: `unit`,
/// `item` (the column that the model reads) and `value`.
///
/// What is said of a unit as a whole may stand on any of its rows, and must not differ. A column
/// `reason` is a note; a rating is no number and refused; units of measure are not compared, since
/// an index model names none.
final class LongTable implements Table {
    static final String ITEM = "item";
    static final String VALUE = "value";
    private static final String RATING = "rating";
    private static final String MEASURE_UNIT = "measure_unit";
    private static final Set<String> BESIDE = Set.of(RATING, MEASURE_UNIT, "reason");

    private final Heading heading;
    private final Roster roster;
    private final ModelId model;
    private final Findings findings;
    private final Map<String, Map<String, Field>> units = new LinkedHashMap<>();
    private boolean warned;

    LongTable(Heading heading, Roster roster, ModelId model, Findings findings) {
        this.heading = heading;
        this.roster = roster;
        this.model = model;
        this.findings = findings;
        Set<String> missing = new TreeSet<>(roster.required());
        missing.removeAll(roster.numbers());
        missing.removeAll(heading.columns());
        if (!missing.isEmpty()) {
            findings.error(heading.at(0), "table.column.missing", String.join(", ", missing));
        }
    }

    /// Whether a heading is that of such a table: no column of the model is called `item`.
    static boolean isHeaded(CsvRecord heading, Roster roster) {
        List<String> columns = heading.getFields().stream().map(String::strip).toList();
        return columns.contains(ITEM) && columns.contains(VALUE) && !roster.knows(ITEM);
    }

    static boolean knows(String column, Roster roster) {
        return column.equals(Roster.UNIT)
                || column.equals(ITEM)
                || column.equals(VALUE)
                || BESIDE.contains(column)
                || roster.details().contains(column);
    }

    @Override
    public void row(CsvRecord row) {
        if (!heading.has(Roster.UNIT)) {
            return;
        }
        if (row.getFieldCount() < heading.width()) {
            findings.error(
                    heading.at(row, 0), "table.row.short", row.getFieldCount(), heading.width());
            return;
        }
        Field unit = heading.field(row, Roster.UNIT);
        if (unit.text().isEmpty()) {
            findings.error(unit.at(), "table.unit.blank");
            return;
        }
        Map<String, Field> fields =
                units.computeIfAbsent(unit.text(), _ -> new HashMap<>(Map.of(Roster.UNIT, unit)));
        for (String detail : roster.details()) {
            state(fields, detail, heading.field(row, detail));
        }
        number(row, fields);
    }

    private void state(Map<String, Field> fields, String detail, Field said) {
        if (said.text().isEmpty()) {
            return;
        }
        Field before = fields.putIfAbsent(detail, said);
        if (before != null && !before.text().equals(said.text())) {
            findings.error(
                    said.at(),
                    "batch.unit.conflict",
                    id(fields),
                    detail,
                    said.text(),
                    before.text(),
                    before.at().line());
        }
    }

    private static String id(Map<String, Field> fields) {
        Field unit = fields.get(Roster.UNIT);
        return unit == null ? "" : unit.text();
    }

    private void number(CsvRecord row, Map<String, Field> fields) {
        String column = column(row);
        if (column == null) {
            return;
        }
        Field rating = heading.field(row, RATING);
        if (!rating.text().isEmpty()) {
            findings.error(rating.at(), "table.item.rating", column, rating.text());
            return;
        }
        Field measure = heading.field(row, MEASURE_UNIT);
        if (!measure.text().isEmpty() && !warned) {
            findings.warning(measure.at(), "table.item.measure-unit", model, measure.text());
            warned = true;
        }
        Field before = fields.putIfAbsent(column, heading.field(row, VALUE));
        if (before != null) {
            findings.error(
                    heading.field(row, ITEM).at(),
                    "table.item.duplicate",
                    id(fields),
                    column,
                    before.at().line());
        }
    }

    /// The column that a row is about; null if the model reads none such.
    private @Nullable String column(CsvRecord row) {
        Field item = heading.field(row, ITEM);
        if (item.text().isEmpty()) {
            findings.error(item.at(), "table.item.blank");
            return null;
        }
        if (!roster.numbers().contains(item.text())) {
            findings.error(
                    item.at(),
                    "table.item.unknown",
                    model,
                    item.text(),
                    String.join(", ", roster.numbers()));
            return null;
        }
        return item.text();
    }

    @Override
    public void end() {
        for (Map<String, Field> fields : units.values()) {
            Field unit = fields.get(Roster.UNIT);
            if (unit != null) {
                roster.add(fields, unit.at());
            }
        }
    }
}
