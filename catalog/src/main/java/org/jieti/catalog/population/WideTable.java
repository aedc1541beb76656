package org.jieti.catalog.population;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jieti.catalog.finding.Findings;

/// A table with a row for each unit, and the columns that the model reads in any order.
final class WideTable implements Table {
    private final Roster roster;
    private final Findings findings;
    private final Heading heading;

    WideTable(Heading heading, Roster roster, Findings findings) {
        this.heading = heading;
        this.roster = roster;
        this.findings = findings;
        Set<String> missing = new TreeSet<>(roster.required());
        missing.removeAll(heading.columns());
        if (!missing.isEmpty()) {
            findings.error(heading.at(0), "table.column.missing", String.join(", ", missing));
        }
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
        Map<String, Field> fields = new HashMap<>();
        for (String column : heading.columns()) {
            fields.put(column, heading.field(row, column));
        }
        roster.add(fields, heading.at(row, 0));
    }

    @Override
    public void end() {}
}
