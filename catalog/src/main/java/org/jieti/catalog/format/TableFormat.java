package org.jieti.catalog.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jieti.core.population.Grouping;
import org.jieti.core.population.IndexModel;
import org.jieti.core.population.Member;
import org.jieti.core.population.Population;
import org.jspecify.annotations.Nullable;

/// The format of a population's table: CSV with a heading; `unit` and, if wanted, `name` and
/// `surveyed` (yes or no, yes by default), then the columns that the model reads, in any order. An
/// empty cell is missing.
///
/// The column of a finding is the number of the field, from 1.
public final class TableFormat {
    private static final String UNIT = "unit";
    private static final String NAME = "name";
    private static final String SURVEYED = "surveyed";
    private static final Pattern NUMBER =
            Pattern.compile(
                    "[-+]?([0-9]{1,300}(\\.[0-9]{0,300})?|\\.[0-9]{1,300})([eE][-+]?[0-9]{1,3})?");

    private final String file;
    private final IndexModel model;
    private final Findings findings;
    private final Map<String, Integer> fields = new LinkedHashMap<>();
    private final Map<String, Long> seen = new HashMap<>();
    private final List<Member> members = new ArrayList<>();

    private TableFormat(String file, IndexModel model, Findings findings) {
        this.file = file;
        this.model = model;
        this.findings = findings;
    }

    /// Reads a table for a model. Null when it is refused.
    public static @Nullable Population checked(
            String text, String file, IndexModel model, Findings findings) {
        TableFormat format = new TableFormat(file, model, findings);
        try (CsvReader<CsvRecord> records =
                CsvReader.builder()
                        .skipEmptyLines(true)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(text)) {
            boolean heading = true;
            for (CsvRecord row : records) {
                if (heading) {
                    format.heading(row);
                } else if (format.fields.containsKey(UNIT)) {
                    format.row(row);
                }
                heading = false;
            }
        } catch (CsvParseException e) {
            findings.error(Location.whole(file), "table.syntax");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        if (!findings.hasErrors() && format.members.isEmpty()) {
            findings.error(Location.whole(file), "table.rows.none");
        }
        return findings.hasErrors() ? null : new Population(format.members);
    }

    private Location at(CsvRecord row, int field) {
        return new Location(file, (int) row.getStartingLineNumber(), field + 1);
    }

    private void heading(CsvRecord row) {
        Set<String> numbers = model.numberColumns();
        Set<String> known = new TreeSet<>(numbers);
        model.groupings().stream().map(Grouping::column).forEach(known::add);
        known.addAll(Set.of(UNIT, NAME, SURVEYED));
        for (int i = 0; i < row.getFieldCount(); i++) {
            String column = row.getField(i).strip();
            if (fields.containsKey(column)) {
                findings.error(at(row, i), "table.column.duplicate", column);
            } else if (known.contains(column)) {
                fields.put(column, i);
            } else {
                findings.warning(at(row, i), "table.column.unused", column, model.id());
            }
        }
        Set<String> required = new HashSet<>(numbers);
        if (model.published() != null) {
            required.remove(model.published().column());
        }
        required.add(UNIT);
        model.groupings().stream().map(Grouping::column).forEach(required::add);
        required.removeAll(fields.keySet());
        if (!required.isEmpty()) {
            findings.error(
                    at(row, 0), "table.column.missing", String.join(", ", new TreeSet<>(required)));
        }
    }

    private void row(CsvRecord row) {
        int wanted = fields.values().stream().mapToInt(Integer::intValue).max().orElseThrow() + 1;
        if (row.getFieldCount() < wanted) {
            findings.error(at(row, 0), "table.row.short", row.getFieldCount(), wanted);
            return;
        }
        String id = text(row, UNIT);
        if (id.isEmpty()) {
            findings.error(at(row, field(UNIT)), "table.unit.blank");
            return;
        }
        Long before = seen.putIfAbsent(id, row.getStartingLineNumber());
        if (before != null) {
            findings.error(at(row, field(UNIT)), "table.unit.duplicate", id, before);
            return;
        }
        Map<String, String> groups = new HashMap<>();
        for (Grouping grouping : model.groupings()) {
            String group = text(row, grouping.column());
            if (!group.isEmpty()) {
                groups.put(grouping.column(), group);
            }
        }
        Map<String, Double> values = new HashMap<>();
        for (String column : model.numberColumns()) {
            String written = text(row, column);
            Double number = written.isEmpty() ? null : number(written);
            if (number != null) {
                values.put(column, number);
            } else if (!written.isEmpty()) {
                findings.error(at(row, field(column)), "table.number", id, column, written);
            }
        }
        String name = text(row, NAME);
        members.add(new Member(id, name.isEmpty() ? id : name, survey(row), groups, values));
    }

    private Member.Survey survey(CsvRecord row) {
        return switch (text(row, SURVEYED)) {
            case "", "yes" -> Member.Survey.SURVEYED;
            case "no" -> Member.Survey.NOT_SURVEYED;
            default -> {
                findings.error(at(row, field(SURVEYED)), "table.surveyed", text(row, SURVEYED));
                yield Member.Survey.SURVEYED;
            }
        };
    }

    /// The number of a column's field; a column that is not there stands at the first.
    private int field(String column) {
        return fields.getOrDefault(column, 0);
    }

    /// The text of a cell; empty where the column is not there.
    private String text(CsvRecord row, String column) {
        Integer field = fields.get(column);
        return field == null ? "" : row.getField(field).strip();
    }

    static @Nullable Double number(String written) {
        if (!NUMBER.matcher(written).matches()) {
            return null;
        }
        double number = Double.parseDouble(written);
        return Double.isFinite(number) ? Double.valueOf(number) : null;
    }
}
