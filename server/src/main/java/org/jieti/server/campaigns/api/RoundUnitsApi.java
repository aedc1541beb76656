package org.jieti.server.campaigns.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jieti.catalog.batch.TextEncoding;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.May;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.campaigns.Round;
import org.jieti.server.campaigns.RoundAccess;
import org.jieti.server.campaigns.RoundUnit;
import org.jieti.server.campaigns.Rounds;
import org.jieti.server.campaigns.domain.RoundCourse;
import org.jieti.server.campaigns.domain.UnitImport;
import org.jieti.server.shared.api.ApiRefusal;
import org.jieti.server.shared.api.Needs;
import org.jieti.server.shared.api.Paging;
import org.jieti.server.shared.api.ProblemCode;
import org.jieti.server.shared.api.Scope;
import org.jieti.server.shared.api.Slice;
import org.jieti.server.units.AssessedUnit;
import org.jieti.server.units.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The units of the platform, and which of them take part in a round.
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
final class RoundUnitsApi {
    private static final String CSV = "text/csv";
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Rounds rounds;
    private final RoundAccess access;
    private final RoundCourse course;
    private final Units units;
    private final UnitImport imports;

    RoundUnitsApi(
            Rounds rounds,
            RoundAccess access,
            RoundCourse course,
            Units units,
            UnitImport imports) {
        this.rounds = rounds;
        this.access = access;
        this.course = course;
        this.units = units;
        this.imports = imports;
    }

    /// 被评估单位.
    record UnitItem(
            UUID id, UUID organisation, String code, String name, String region, String peerGroup) {
        static UnitItem of(AssessedUnit unit) {
            return new UnitItem(
                    unit.id(),
                    unit.organisation(),
                    unit.code(),
                    unit.name(),
                    unit.region(),
                    unit.peerGroup());
        }
    }

    /// A unit in a round.
    ///
    /// @param extensionReason null where its day is the round's
    record RoundUnitItem(UnitItem unit, LocalDate dueOn, @Nullable String extensionReason) {}

    /// What became of a table, or what would.
    ///
    /// @param dryRun whether nothing was written
    record Imported(boolean dryRun, List<ImportedRow> rows) {}

    /// @param row in the table
    /// @param outcome `new`, `known`, `moved` or `in_round`
    record ImportedRow(int row, String code, String name, String outcome) {}

    /// @param q words in name or code
    @May(Action.READ_UNITS)
    @Needs(Scope.UNITS_READ)
    @GetMapping("/units")
    Slice<UnitItem> listUnits(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return Paging.of(limit, cursor)
                .of(units.search(q.strip(), Units.Sort.CODE), AssessedUnit::code, UnitItem::of);
    }

    @May(Action.READ_UNITS)
    @Needs(Scope.UNITS_READ)
    @GetMapping("/units/{unit}")
    UnitItem readUnit(@PathVariable UUID unit) {
        return UnitItem.of(found(unit));
    }

    private AssessedUnit found(UUID unit) {
        AssessedUnit found = units.find(List.of(unit)).get(unit);
        if (found == null) {
            throw ApiRefusal.of(ProblemCode.NOT_FOUND);
        }
        return found;
    }

    @May({Action.READ_ROUNDS, Action.READ_ALL_ROUNDS})
    @Needs(Scope.ROUNDS_READ)
    @GetMapping("/rounds/{round}/units")
    Slice<RoundUnitItem> listRoundUnits(
            SignedIn me,
            @PathVariable UUID round,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Map<UUID, RoundUnit> within = rounds.units(access.readable(me, round));
        return Paging.of(limit, cursor)
                .of(
                        List.copyOf(units.find(within.keySet()).values()),
                        AssessedUnit::code,
                        unit -> item(unit, within));
    }

    private static RoundUnitItem item(AssessedUnit unit, Map<UUID, RoundUnit> within) {
        RoundUnit in = within.get(unit.id());
        if (in == null) {
            throw new IllegalStateException("Not in the round: " + unit);
        }
        return new RoundUnitItem(UnitItem.of(unit), in.dueOn(), in.extensionReason());
    }

    /// Puts a unit into a round that is planned; nothing happens where it is in it.
    @May(Action.MANAGE_ROUNDS)
    @Needs(Scope.ROUNDS_WRITE)
    @PutMapping("/rounds/{round}/units/{unit}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void addRoundUnit(SignedIn me, @PathVariable UUID round, @PathVariable UUID unit) {
        access.managed(me, round);
        found(unit);
        done(course.add(me, round, List.of(unit)));
    }

    /// Takes a unit out of a round that is planned; nothing happens where it is not in it.
    @May(Action.MANAGE_ROUNDS)
    @Needs(Scope.ROUNDS_WRITE)
    @DeleteMapping("/rounds/{round}/units/{unit}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeRoundUnit(SignedIn me, @PathVariable UUID round, @PathVariable UUID unit) {
        access.managed(me, round);
        done(course.remove(me, round, List.of(unit)));
    }

    /// Puts the units of a table into a round that is planned; those that the platform does not
    /// know are added to it. A table with errors changes nothing.
    ///
    /// @param dryRun to be told what would become of each row, and change nothing
    @May(Action.MANAGE_ROUNDS)
    @Needs(Scope.ROUNDS_WRITE)
    @PostMapping(
            path = "/rounds/{round}/units/import",
            consumes = {CSV, XLSX})
    Imported importUnits(
            SignedIn me,
            @PathVariable UUID round,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "UTF_8") TextEncoding encoding,
            @RequestBody byte[] table,
            HttpServletRequest request)
            throws IOException {
        Round of = access.managed(me, round);
        boolean isCsv =
                MediaType.parseMediaType(String.valueOf(request.getContentType()))
                        .equalsTypeAndSubtype(MediaType.parseMediaType(CSV));
        UnitImport.Preview preview =
                looked(of, table, isCsv ? "units.csv" : "units.xlsx", encoding);
        if (!preview.isSound()) {
            throw ApiRefusal.invalid(preview.findings().sorted());
        }
        if (!dryRun) {
            done(imports.carryOut(me, of, preview));
        }
        return new Imported(
                dryRun,
                preview.rows().stream()
                        .map(
                                row ->
                                        new ImportedRow(
                                                row.number(),
                                                row.code(),
                                                row.name(),
                                                row.outcome().name().toLowerCase(Locale.ROOT)))
                        .toList());
    }

    private UnitImport.Preview looked(Round round, byte[] table, String name, TextEncoding encoding)
            throws IOException {
        Path kept = Files.createTempFile("units", ".upload");
        try {
            Files.write(kept, table);
            return imports.preview(round, kept, name, encoding);
        } finally {
            Files.deleteIfExists(kept);
        }
    }

    private static void done(RoundCourse.@Nullable Refusal refusal) {
        if (refusal != null) {
            throw ApiRefusal.refused(refusal.messageKey());
        }
    }
}
