package org.jieti.server.campaigns.domain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jieti.catalog.batch.TextEncoding;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.table.Heading;
import org.jieti.catalog.table.NamedTable;
import org.jieti.catalog.table.TableReader;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.AuditTrail;
import org.jieti.server.accounts.OrganisationNames;
import org.jieti.server.accounts.People;
import org.jieti.server.accounts.Rights;
import org.jieti.server.accounts.Role;
import org.jieti.server.accounts.RoleGrant;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.campaigns.Round;
import org.jieti.server.campaigns.Rounds;
import org.jieti.server.units.AssessedUnit;
import org.jieti.server.units.UnitRegister;
import org.jieti.server.units.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Units from a table into a round. Reading writes nothing: all that is wrong is told by cell, and
/// what would be written is shown first.
@Service
public class UnitImport {
    private static final String CODE = "code";
    private static final String NAME = "name";
    private static final String REGION = "region";
    private static final String PEER_GROUP = "peer_group";
    private static final String HEAD_NAME = "head_name";
    private static final String HEAD_USERNAME = "head_username";
    private static final int LONGEST_TEXT = 100;

    private final Units units;
    private final UnitRegister register;
    private final OrganisationNames organisations;
    private final People people;
    private final RoundCourse course;
    private final Rounds rounds;
    private final Rights rights;
    private final AuditTrail trail;

    UnitImport(
            Units units,
            UnitRegister register,
            OrganisationNames organisations,
            People people,
            RoundCourse course,
            Rounds rounds,
            Rights rights,
            AuditTrail trail) {
        this.units = units;
        this.register = register;
        this.organisations = organisations;
        this.people = people;
        this.course = course;
        this.rounds = rounds;
        this.rights = rights;
        this.trail = trail;
    }

    /// A row, and what becomes of it.
    ///
    /// @param headUsername empty for none
    /// @param known the unit that has the code; null for one that will be added
    public record Row(
            int number,
            String code,
            String name,
            String region,
            String peerGroup,
            String headName,
            String headUsername,
            @Nullable AssessedUnit known,
            Outcome outcome) {}

    /// What becomes of a row.
    public enum Outcome {
        /// A unit is added to the platform.
        NEW,
        /// The unit is there, and only joins the round.
        KNOWN,
        /// The unit is there, and belongs elsewhere from now on.
        MOVED,
        /// The unit is in the round already.
        IN_ROUND;

        /// The message that names it.
        public String messageKey() {
            return "campaigns.import.outcome." + name().toLowerCase(Locale.ROOT);
        }
    }

    /// What a table would do; rows are all there even where some are wrong.
    public record Preview(List<Row> rows, Findings findings) {
        public boolean isSound() {
            return !findings.hasErrors();
        }

        /// How many rows come to something.
        public long count(Outcome outcome) {
            return rows.stream().filter(row -> row.outcome() == outcome).count();
        }
    }

    /// The columns of such a table, as they may be called.
    public static Heading heading() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("单位编码", CODE);
        names.put("单位名称", NAME);
        names.put("地区", REGION);
        names.put("同类组", PEER_GROUP);
        names.put("负责人姓名", HEAD_NAME);
        names.put("负责人账号", HEAD_USERNAME);
        for (String key : List.of(CODE, NAME, REGION, PEER_GROUP, HEAD_NAME, HEAD_USERNAME)) {
            names.put(key, key);
        }
        return new Heading(names, Set.of(CODE, NAME));
    }

    /// What a file would do.
    ///
    /// @param name how the file is called
    @Transactional(readOnly = true)
    public Preview preview(Round round, Path file, String name, TextEncoding encoding) {
        Findings findings = new Findings();
        NamedTable table = TableReader.read(file, name, encoding, heading(), findings);
        return checked(round, table, findings);
    }

    /// What the text of a CSV file would do.
    @Transactional(readOnly = true)
    public Preview preview(Round round, String text, String name) {
        Findings findings = new Findings();
        return checked(round, TableReader.csv(text, name, heading(), findings), findings);
    }

    /// Does what a table says, if nothing is wrong with it; else nothing.
    ///
    /// @return why the round does not take units; null if it does
    @Transactional
    public RoundCourse.@Nullable Refusal carryOut(SignedIn me, Round round, Preview preview) {
        rights.require(me, Action.MANAGE_ROUNDS, Rounds.target(round));
        rights.require(me, Action.MANAGE_UNITS, Rounds.target(round));
        if (!preview.isSound()) {
            throw new IllegalArgumentException("A table with errors is not imported.");
        }
        if (round.state() != Round.State.PLANNED) {
            return RoundCourse.Refusal.NOT_PLANNED;
        }
        Set<UUID> all = new LinkedHashSet<>();
        for (Row row : preview.rows()) {
            AssessedUnit unit = row.known();
            if (unit == null) {
                unit = register.add(row.code(), row.name(), row.region(), row.peerGroup());
                trail.record(
                        me,
                        "campaigns.unit.added",
                        unit.organisation(),
                        "unit",
                        unit.id(),
                        Map.of("code", row.code(), "name", row.name()));
            } else if (row.outcome() == Outcome.MOVED) {
                register.place(unit.id(), row.region(), row.peerGroup());
                trail.record(
                        me,
                        "campaigns.unit.moved",
                        unit.organisation(),
                        "unit",
                        unit.id(),
                        Map.of("region", row.region(), "peerGroup", row.peerGroup()));
            }
            if (!row.headUsername().isEmpty()) {
                addHead(me, unit, row);
            }
            all.add(unit.id());
        }
        return course.add(me, round.id(), all);
    }

    private void addHead(SignedIn me, AssessedUnit unit, Row row) {
        UUID person =
                people.addPerson(unit.organisation(), row.headUsername(), row.headName(), null);
        people.grant(
                person, new RoleGrant(Role.UNIT_HEAD, unit.organisation(), null, null), me.id());
        trail.record(
                me,
                "campaigns.head.added",
                unit.organisation(),
                "person",
                person,
                Map.of("username", row.headUsername(), "name", row.headName()));
    }

    private Preview checked(Round round, @Nullable NamedTable table, Findings findings) {
        if (table == null) {
            return new Preview(List.of(), findings);
        }
        Map<String, AssessedUnit> known =
                units.withCodes(table.rows().stream().map(row -> row.text(CODE)).toList());
        Set<String> taken =
                organisations.taken(table.rows().stream().map(row -> row.text(NAME)).toList());
        Set<String> usernames =
                people.taken(table.rows().stream().map(row -> row.text(HEAD_USERNAME)).toList());
        Set<UUID> inRound = rounds.units(round).keySet();
        Map<String, Map<String, Integer>> seen = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        for (NamedTable.Row row : table.rows()) {
            AssessedUnit unit = known.get(row.text(CODE));
            code(row, seen, findings);
            name(row, unit, taken, seen, findings);
            length(row, REGION, findings);
            length(row, PEER_GROUP, findings);
            head(row, usernames, seen, findings);
            rows.add(
                    new Row(
                            row.number(),
                            row.text(CODE),
                            row.text(NAME),
                            given(row, REGION, unit == null ? "" : unit.region()),
                            given(row, PEER_GROUP, unit == null ? "" : unit.peerGroup()),
                            row.text(HEAD_NAME),
                            row.text(HEAD_USERNAME).toLowerCase(Locale.ROOT),
                            unit,
                            outcome(row, unit, inRound)));
        }
        return new Preview(List.copyOf(rows), findings);
    }

    /// What a cell says; what is there already, where it is empty.
    private static String given(NamedTable.Row row, String column, String before) {
        return row.text(column).isEmpty() ? before : row.text(column);
    }

    private static Outcome outcome(
            NamedTable.Row row, @Nullable AssessedUnit unit, Set<UUID> inRound) {
        if (unit == null) {
            return Outcome.NEW;
        }
        boolean same =
                given(row, REGION, unit.region()).equals(unit.region())
                        && given(row, PEER_GROUP, unit.peerGroup()).equals(unit.peerGroup());
        if (!same) {
            return Outcome.MOVED;
        }
        return inRound.contains(unit.id()) ? Outcome.IN_ROUND : Outcome.KNOWN;
    }

    private static void code(
            NamedTable.Row row, Map<String, Map<String, Integer>> seen, Findings findings) {
        String code = row.text(CODE);
        if (code.isEmpty()) {
            findings.error(row.at(CODE), "units.code.missing");
        } else if (!code.matches("[0-9A-Za-z._-]{1,32}")) {
            findings.error(row.at(CODE), "units.code.form", code);
        } else {
            once(row, CODE, code, "units.code.twice", seen, findings);
        }
    }

    private static void name(
            NamedTable.Row row,
            @Nullable AssessedUnit unit,
            Set<String> taken,
            Map<String, Map<String, Integer>> seen,
            Findings findings) {
        String name = row.text(NAME);
        if (name.isEmpty()) {
            findings.error(row.at(NAME), "units.name.missing");
            return;
        }
        length(row, NAME, findings);
        once(row, NAME, name, "units.name.twice", seen, findings);
        if (unit != null && !unit.name().equals(name)) {
            findings.error(row.at(NAME), "units.name.differs", unit.code(), unit.name(), name);
        } else if (unit == null && taken.contains(name)) {
            findings.error(row.at(NAME), "units.name.taken", name);
        }
    }

    private static void head(
            NamedTable.Row row,
            Set<String> usernames,
            Map<String, Map<String, Integer>> seen,
            Findings findings) {
        String name = row.text(HEAD_NAME);
        String username = row.text(HEAD_USERNAME).toLowerCase(Locale.ROOT);
        if (name.isEmpty() != username.isEmpty()) {
            String empty = name.isEmpty() ? HEAD_NAME : HEAD_USERNAME;
            findings.error(row.at(empty), "units.head.half");
        } else if (!username.isEmpty()) {
            length(row, HEAD_NAME, findings);
            if (!username.matches("[a-z][a-z0-9._-]{2,39}")) {
                findings.error(row.at(HEAD_USERNAME), "units.head.form", username);
            } else if (usernames.contains(username)) {
                findings.error(row.at(HEAD_USERNAME), "units.head.taken", username);
            } else {
                once(row, HEAD_USERNAME, username, "units.head.twice", seen, findings);
            }
        }
    }

    private static void length(NamedTable.Row row, String column, Findings findings) {
        int length = row.text(column).length();
        if (length > LONGEST_TEXT) {
            findings.error(row.at(column), "units.text.long", length, LONGEST_TEXT);
        }
    }

    private static void once(
            NamedTable.Row row,
            String column,
            String value,
            String rule,
            Map<String, Map<String, Integer>> seen,
            Findings findings) {
        Integer before =
                seen.computeIfAbsent(column, _ -> new HashMap<>()).putIfAbsent(value, row.number());
        if (before != null) {
            Location at = row.at(column);
            findings.error(at, rule, value, before);
        }
    }
}
