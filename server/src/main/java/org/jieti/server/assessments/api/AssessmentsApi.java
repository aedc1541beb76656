package org.jieti.server.assessments.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.May;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.assessments.AssessmentAccess;
import org.jieti.server.assessments.AssessmentCase;
import org.jieti.server.assessments.Assessments;
import org.jieti.server.campaigns.RoundAccess;
import org.jieti.server.campaigns.Rounds;
import org.jieti.server.shared.api.Needs;
import org.jieti.server.shared.api.Paging;
import org.jieti.server.shared.api.Scope;
import org.jieti.server.shared.api.Slice;
import org.jieti.server.shared.api.Versions;
import org.jieti.server.units.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Assessments, each one unit's in one round.
@May({Action.READ_OWN_ASSESSMENT, Action.READ_ASSESSMENTS})
@Needs(Scope.ASSESSMENTS_READ)
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
final class AssessmentsApi {
    private final Assessments assessments;
    private final AssessmentAccess access;
    private final RoundAccess roundAccess;
    private final Rounds rounds;
    private final Units units;

    AssessmentsApi(
            Assessments assessments,
            AssessmentAccess access,
            RoundAccess roundAccess,
            Rounds rounds,
            Units units) {
        this.assessments = assessments;
        this.access = access;
        this.roundAccess = roundAccess;
        this.rounds = rounds;
        this.units = units;
    }

    /// One unit's assessment in one round.
    ///
    /// @param state as `self_assessment`
    /// @param version counts its moves along the course
    record AssessmentItem(
            UUID id,
            UUID round,
            String roundTitle,
            UUID unit,
            String unitCode,
            String unitName,
            String model,
            String state,
            int version,
            LocalDate dueOn,
            Instant createdAt,
            @Nullable Instant submittedAt) {}

    /// Those of one's own unit, or of a round.
    ///
    /// @param round null for one's own unit
    @GetMapping("/assessments")
    Slice<AssessmentItem> listAssessments(
            SignedIn me,
            @RequestParam(required = false) @Nullable UUID round,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        List<AssessmentCase> found =
                round == null
                        ? units.ofOrganisation(me.organisation()).keySet().stream()
                                .flatMap(unit -> assessments.ofUnit(unit).stream())
                                .toList()
                        : assessments.ofRound(roundAccess.readable(me, round).id());
        return Paging.of(limit, cursor)
                .of(
                        found.stream().filter(of -> access.mayRead(me, of)).toList(),
                        of -> of.id().toString(),
                        this::item);
    }

    @GetMapping("/assessments/{assessment}")
    ResponseEntity<AssessmentItem> readAssessment(SignedIn me, @PathVariable UUID assessment) {
        AssessmentCase of = access.readable(me, assessment);
        return ResponseEntity.ok().eTag(Versions.tag(of.version())).body(item(of));
    }

    private AssessmentItem item(AssessmentCase of) {
        return new AssessmentItem(
                of.id(),
                of.round().id(),
                of.round().title(),
                of.unit().id(),
                of.unit().code(),
                of.unit().name(),
                of.round().model(),
                of.state().name().toLowerCase(Locale.ROOT),
                of.version(),
                rounds.dueOn(of.round(), of.unit().id()),
                of.createdAt(),
                of.submittedAt());
    }
}
