package org.jieti.catalog.population;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.source.Sources;
import org.jieti.catalog.source.Value;
import org.jspecify.annotations.Nullable;

/// Lines of JSON: an object for each unit, its keys the columns of the table. `null` is a missing
/// cell; `surveyed` is true or false.
final class RowLines {
    private final String file;
    private final Roster roster;
    private final Findings findings;
    private final Set<String> seen = new TreeSet<>();
    private final Set<String> warned = new TreeSet<>();

    RowLines(String file, Roster roster, Findings findings) {
        this.file = file;
        this.roster = roster;
        this.findings = findings;
    }

    void read(BufferedReader lines) throws IOException {
        int number = 0;
        boolean any = false;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                any = true;
                Value value = Sources.line(line, file, number, findings);
                if (value != null) {
                    unit(value);
                }
            }
        }
        Set<String> missing = new TreeSet<>(roster.required());
        missing.removeAll(seen);
        if (any && !missing.isEmpty()) {
            findings.error(
                    new Location(file, 1, 1), "table.column.missing", String.join(", ", missing));
        }
    }

    private void unit(Value value) {
        if (!(value instanceof Value.Mapping mapping)) {
            findings.error(value.at(), "table.line.object");
            return;
        }
        Map<String, Field> fields = new HashMap<>();
        mapping.entries()
                .forEach(
                        (column, entry) -> {
                            if (!roster.knows(column)) {
                                if (warned.add(column)) {
                                    roster.warnUnused(entry.keyAt(), column);
                                }
                                return;
                            }
                            seen.add(column);
                            Field field = field(column, entry.value());
                            if (field != null) {
                                fields.put(column, field);
                            }
                        });
        roster.add(fields, mapping.at());
    }

    private @Nullable Field field(String column, Value value) {
        if (!(value instanceof Value.Scalar scalar)) {
            findings.error(value.at(), "table.line.value", column);
            return null;
        }
        String text =
                switch (scalar.type()) {
                    case NULL -> "";
                    case BOOLEAN -> scalar.text().equals("true") ? "yes" : "no";
                    case TEXT, NUMBER -> scalar.text().strip();
                };
        return new Field(text, scalar.at());
    }
}
