package org.jieti.server.campaigns;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jieti.catalog.batch.TextEncoding;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.table.Heading;
import org.jieti.catalog.table.NamedTable;
import org.jieti.catalog.table.TableReader;
import org.jieti.server.shared.CannotStart;
import org.jieti.server.shared.ServerSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// 工作日: Monday to Friday, but for the public holidays and the working weekends (调休) of the file
/// `working-days.csv` in the data folder. Without that file only weekends are free: which days are
/// holidays is announced by the State Council year by year, and nothing is assumed here.
@Component
public class WorkingDays {
    /// The name of the file, in the data folder.
    public static final String FILE = "working-days.csv";

    private static final String DATE = "date";
    private static final String KIND = "kind";
    private static final String HOLIDAY = "holiday";
    private static final String WORKDAY = "workday";
    private static final int WEEK = 7;
    private static final int WORKING_WEEK = 5;

    private final Map<LocalDate, Boolean> stated;

    @Autowired
    WorkingDays(ServerSettings settings) {
        this(read(settings.data().resolve(FILE)));
    }

    /// @param stated days other than a plain week would have them: whether they are worked
    WorkingDays(Map<LocalDate, Boolean> stated) {
        this.stated = Map.copyOf(stated);
    }

    /// Whether a day is worked.
    public boolean isWorked(LocalDate day) {
        Boolean worked = stated.get(day);
        return worked == null ? day.getDayOfWeek().getValue() <= WORKING_WEEK : worked;
    }

    /// How many working days there are after one day, up to and with another; negative where the
    /// other lies before, counting the days between them that were worked.
    public int between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -between(to, from);
        }
        long days = to.toEpochDay() - from.toEpochDay();
        long weeks = days / WEEK;
        int count = (int) weeks * WORKING_WEEK;
        for (LocalDate day = from.plusDays(weeks * WEEK + 1);
                !day.isAfter(to);
                day = day.plusDays(1)) {
            count += day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 ? 1 : 0;
        }
        for (Map.Entry<LocalDate, Boolean> day : stated.entrySet()) {
            if (day.getKey().isAfter(from) && !day.getKey().isAfter(to)) {
                boolean plain = day.getKey().getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
                count += (day.getValue() ? 1 : 0) - (plain ? 1 : 0);
            }
        }
        return count;
    }

    private static Map<LocalDate, Boolean> read(Path file) {
        if (!Files.exists(file)) {
            return Map.of();
        }
        Findings findings = new Findings();
        Map<LocalDate, Boolean> stated = read(file, findings);
        if (findings.hasErrors()) {
            throw new CannotStart("launch.working-days", file, places(findings));
        }
        return stated;
    }

    private static String places(Findings findings) {
        return findings.sorted().stream()
                .map(finding -> String.valueOf(finding.location()))
                .map(place -> place.substring(place.lastIndexOf('!') + 1))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /// The days that a file states. What is wrong with it is among the findings.
    static Map<LocalDate, Boolean> read(Path file, Findings findings) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put(DATE, DATE);
        names.put(KIND, KIND);
        names.put("note", "note");
        NamedTable table =
                TableReader.read(
                        file,
                        file.toString(),
                        TextEncoding.UTF_8,
                        new Heading(names, Set.of(DATE, KIND)),
                        findings);
        Map<LocalDate, Boolean> stated = new TreeMap<>();
        if (table == null) {
            return stated;
        }
        for (NamedTable.Row row : table.rows()) {
            LocalDate day = day(row.text(DATE));
            String kind = row.text(KIND).toLowerCase(Locale.ROOT);
            if (day == null) {
                findings.error(row.at(DATE), "calendar.date", row.text(DATE));
            } else if (!kind.equals(HOLIDAY) && !kind.equals(WORKDAY)) {
                findings.error(row.at(KIND), "calendar.kind", row.text(KIND));
            } else if (stated.put(day, kind.equals(WORKDAY)) != null) {
                findings.error(row.at(DATE), "calendar.twice", row.text(DATE));
            }
        }
        return stated;
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
