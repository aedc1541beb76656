package org.jieti.server.campaigns.api;

import java.net.URI;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.May;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.campaigns.Round;
import org.jieti.server.campaigns.RoundAccess;
import org.jieti.server.campaigns.Rounds;
import org.jieti.server.campaigns.domain.RoundCourse;
import org.jieti.server.campaigns.domain.RoundPlan;
import org.jieti.server.campaigns.web.RoundForm;
import org.jieti.server.shared.api.ApiRefusal;
import org.jieti.server.shared.api.Needs;
import org.jieti.server.shared.api.Paging;
import org.jieti.server.shared.api.Scope;
import org.jieti.server.shared.api.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Rounds: planned, opened, extended, closed.
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
final class RoundsApi {
    private final Rounds rounds;
    private final RoundAccess access;
    private final RoundCourse course;
    private final RoundForm form;

    RoundsApi(Rounds rounds, RoundAccess access, RoundCourse course, RoundForm form) {
        this.rounds = rounds;
        this.access = access;
        this.course = course;
        this.form = form;
    }

    /// What a round is to be. Days are as `2026-12-31`.
    ///
    /// @param track `full`, `self_diagnosis` or `data_imported`
    /// @param preset null in a model without levels
    /// @param organiser an organisation for which the person manages rounds
    /// @param previous the round whose answers are offered; null for none
    record RoundBody(
            @Nullable String title,
            @Nullable String track,
            @Nullable String model,
            @Nullable String weightSet,
            @Nullable String preset,
            @Nullable String asOf,
            @Nullable String dueOn,
            @Nullable String organiser,
            @Nullable String previous) {
        Map<String, String> typed() {
            Map<String, String> typed = new LinkedHashMap<>();
            put(typed, "title", title);
            put(typed, "track", track == null ? null : track.toUpperCase(Locale.ROOT));
            put(typed, "model", model);
            put(typed, "weightSet", weightSet);
            put(typed, "preset", preset);
            put(typed, "asOf", asOf);
            put(typed, "dueOn", dueOn);
            put(typed, "organiser", organiser);
            put(typed, "previous", previous);
            return typed;
        }

        private static void put(Map<String, String> typed, String field, @Nullable String value) {
            typed.put(field, value == null ? "" : value);
        }
    }

    /// A later due day.
    ///
    /// @param unit null for all
    record ExtensionBody(@Nullable UUID unit, @Nullable LocalDate dueOn, @Nullable String reason) {}

    /// @param title of the round, once more
    record ClosingBody(@Nullable String title) {}

    @May({Action.READ_ROUNDS, Action.READ_ALL_ROUNDS})
    @Needs(Scope.ROUNDS_READ)
    @GetMapping("/rounds")
    Slice<RoundItem> listRounds(
            SignedIn me,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        List<Round> found = rounds.readable(me);
        Map<UUID, Integer> sizes = rounds.sizes(found.stream().map(Round::id).toList());
        return Paging.of(limit, cursor)
                .of(
                        found,
                        round -> round.id().toString(),
                        round -> RoundItem.of(round, sizes.getOrDefault(round.id(), 0)));
    }

    @May({Action.READ_ROUNDS, Action.READ_ALL_ROUNDS})
    @Needs(Scope.ROUNDS_READ)
    @GetMapping("/rounds/{round}")
    RoundItem readRound(SignedIn me, @PathVariable UUID round) {
        return item(access.readable(me, round));
    }

    @May(Action.MANAGE_ROUNDS)
    @Needs(Scope.ROUNDS_WRITE)
    @PostMapping("/rounds")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<RoundItem> planRound(SignedIn me, @RequestBody RoundBody body) {
        UUID id = course.plan(me, plan(me, body));
        return ResponseEntity.created(URI.create("/api/v1/rounds/" + id))
                .body(item(access.managed(me, id)));
    }

    /// Changes what a planned round is to be. Its units stay.
    @May(Action.MANAGE_ROUNDS)
    @Needs(Scope.ROUNDS_WRITE)
    @PutMapping("/rounds/{round}")
    RoundItem changeRound(SignedIn me, @PathVariable UUID round, @RequestBody RoundBody body) {
        access.managed(me, round);
        return done(me, round, course.change(me, round, plan(me, body)));
    }

    private RoundPlan plan(SignedIn me, RoundBody body) {
        Map<String, String> wrong = new LinkedHashMap<>();
        RoundPlan plan = form.checked(me, body.typed(), wrong);
        if (plan == null) {
            throw ApiRefusal.invalid(wrong);
        }
        return plan;
    }

    @May(Action.MANAGE_ROUNDS)
    @Needs(Scope.ROUNDS_WRITE)
    @PostMapping("/rounds/{round}/open")
    RoundItem openRound(SignedIn me, @PathVariable UUID round) {
        access.managed(me, round);
        return done(me, round, course.open(me, round));
    }

    @May(Action.MANAGE_ROUNDS)
    @Needs(Scope.ROUNDS_WRITE)
    @PostMapping("/rounds/{round}/extensions")
    RoundItem extendRound(SignedIn me, @PathVariable UUID round, @RequestBody ExtensionBody body) {
        access.managed(me, round);
        if (body.dueOn() == null) {
            throw ApiRefusal.invalid(ApiRefusal.Wrong.in("/dueOn", "campaigns.wrong.day"));
        }
        String reason = body.reason() == null ? "" : body.reason();
        return done(me, round, course.extend(me, round, body.unit(), body.dueOn(), reason));
    }

    @May(Action.MANAGE_ROUNDS)
    @Needs(Scope.ROUNDS_WRITE)
    @PostMapping("/rounds/{round}/close")
    RoundItem closeRound(SignedIn me, @PathVariable UUID round, @RequestBody ClosingBody body) {
        access.managed(me, round);
        return done(me, round, course.close(me, round, body.title() == null ? "" : body.title()));
    }

    private RoundItem done(SignedIn me, UUID id, RoundCourse.@Nullable Refusal refusal) {
        if (refusal != null) {
            throw ApiRefusal.refused(refusal.messageKey());
        }
        return item(access.managed(me, id));
    }

    private RoundItem item(Round round) {
        return RoundItem.of(round, rounds.sizes(List.of(round.id())).getOrDefault(round.id(), 0));
    }
}
