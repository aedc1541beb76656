package org.jieti.catalog.population;

import java.util.ArrayList;
import java.util.HashMap;
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
import org.jspecify.annotations.Nullable;

/// The units of a population so far, made from what each has by column, in whichever form that
/// came: `unit` and, if wanted, `name` and `surveyed` (yes or no, yes by default), then the columns
/// that the model reads. What is wrong with a unit is among the findings.
final class Roster {
    static final String UNIT = "unit";
    static final String NAME = "name";
    static final String SURVEYED = "surveyed";

    private static final Pattern NUMBER =
            Pattern.compile(
                    "[-+]?([0-9]{1,300}(\\.[0-9]{0,300})?|\\.[0-9]{1,300})([eE][-+]?[0-9]{1,3})?");

    private final IndexModel model;
    private final Findings findings;
    private final Set<String> numbers;
    private final List<String> groupings;
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<Member> members = new ArrayList<>();

    Roster(IndexModel model, Findings findings) {
        this.model = model;
        this.findings = findings;
        this.numbers = model.numberColumns();
        this.groupings = model.groupings().stream().map(Grouping::column).toList();
    }

    /// The columns of numbers that the model reads, by name.
    Set<String> numbers() {
        return numbers;
    }

    /// The columns that say something of a unit as a whole.
    List<String> details() {
        List<String> details = new ArrayList<>(List.of(NAME, SURVEYED));
        details.addAll(groupings);
        return details;
    }

    boolean knows(String column) {
        return column.equals(UNIT) || details().contains(column) || numbers.contains(column);
    }

    /// The columns that a population must have: all but the published index and what is optional.
    Set<String> required() {
        Set<String> required = new TreeSet<>(numbers);
        if (model.published() != null) {
            required.remove(model.published().column());
        }
        required.add(UNIT);
        required.addAll(groupings);
        return required;
    }

    void warnUnused(Location at, String column) {
        findings.warning(at, "table.column.unused", column, model.id());
    }

    /// Adds a unit.
    ///
    /// @param row what it has, by column; an absent column is missing
    /// @param at the unit's place
    void add(Map<String, Field> row, Location at) {
        Field unit = row.getOrDefault(UNIT, new Field("", at));
        String id = unit.text();
        if (id.isEmpty()) {
            findings.error(unit.at(), "table.unit.blank");
            return;
        }
        Integer before = lines.putIfAbsent(id, unit.at().line());
        if (before != null) {
            findings.error(unit.at(), "table.unit.duplicate", id, before);
            return;
        }
        Map<String, String> groups = new HashMap<>();
        for (String grouping : groupings) {
            Field group = row.get(grouping);
            if (group != null && !group.text().isEmpty()) {
                groups.put(grouping, group.text());
            }
        }
        Map<String, Double> values = new HashMap<>();
        for (String column : numbers) {
            Field written = row.get(column);
            if (written == null || written.text().isEmpty()) {
                continue;
            }
            Double number = number(written.text());
            if (number == null) {
                findings.error(written.at(), "table.number", id, column, written.text());
            } else {
                values.put(column, number);
            }
        }
        Field name = row.get(NAME);
        members.add(
                new Member(
                        id,
                        name == null || name.text().isEmpty() ? id : name.text(),
                        survey(row.get(SURVEYED)),
                        groups,
                        values));
    }

    private Member.Survey survey(@Nullable Field said) {
        return switch (said == null ? "" : said.text()) {
            case "", "yes" -> Member.Survey.SURVEYED;
            case "no" -> Member.Survey.NOT_SURVEYED;
            default -> {
                if (said != null) {
                    findings.error(said.at(), "table.surveyed", said.text());
                }
                yield Member.Survey.SURVEYED;
            }
        };
    }

    private static @Nullable Double number(String written) {
        if (!NUMBER.matcher(written).matches()) {
            return null;
        }
        double number = Double.parseDouble(written);
        return Double.isFinite(number) ? Double.valueOf(number) : null;
    }

    List<Member> members() {
        return members;
    }
}
