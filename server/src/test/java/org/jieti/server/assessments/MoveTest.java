package org.jieti.server.assessments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jieti.server.accounts.Role;
import org.jieti.server.assessments.Move.Kept;
import org.jieti.server.assessments.Move.Since;
import org.jieti.server.campaigns.Round.Track;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The table of moves is the course that the product describes.
class MoveTest {
    /// The main line, and the two ways that go back and forth from it.
    private static final List<String> COURSE =
            List.of(
                    "DRAFT → SELF_ASSESSMENT",
                    "SELF_ASSESSMENT → INTERNAL_REVIEW",
                    "INTERNAL_REVIEW → SELF_ASSESSMENT",
                    "INTERNAL_REVIEW → INTERNAL_REVIEW", // passed, waits for the head
                    "INTERNAL_REVIEW → SUBMITTED",
                    "SUBMITTED → ACCEPTANCE_CHECK",
                    "ACCEPTANCE_CHECK → SUPPLEMENT",
                    "SUPPLEMENT → ACCEPTANCE_CHECK",
                    "ACCEPTANCE_CHECK → EXPERT_REVIEW",
                    "EXPERT_REVIEW → ON_SITE",
                    "ON_SITE → EXPERT_REVIEW",
                    "EXPERT_REVIEW → CONSENSUS",
                    "CONSENSUS → LEVEL_RECOMMENDED",
                    "LEVEL_RECOMMENDED → COMPLIANCE_REVIEW",
                    "COMPLIANCE_REVIEW → CONSENSUS",
                    "COMPLIANCE_REVIEW → PANEL",
                    "COMPLIANCE_REVIEW → PUBLIC_NOTICE",
                    "PANEL → PUBLIC_NOTICE",
                    "PUBLIC_NOTICE → OBJECTION",
                    "OBJECTION → PUBLIC_NOTICE",
                    "PUBLIC_NOTICE → CERTIFIED",
                    "CERTIFIED → SURVEILLANCE",
                    "SURVEILLANCE → EXPIRED",
                    // the short tracks
                    "SELF_ASSESSMENT → FINISHED",
                    "DRAFT → FINISHED",
                    // exits
                    "ACCEPTANCE_CHECK → REJECTED",
                    "SUPPLEMENT → REJECTED",
                    "PANEL → REJECTED",
                    "CERTIFIED → REVOKED",
                    "SURVEILLANCE → REVOKED");

    /// From where a unit can take its assessment back: from everywhere until it is decided.
    private static final Set<AssessmentState> UNDECIDED =
            EnumSet.range(AssessmentState.DRAFT, AssessmentState.OBJECTION);

    private static final Set<AssessmentState> ENDS =
            EnumSet.of(
                    AssessmentState.EXPIRED,
                    AssessmentState.WITHDRAWN,
                    AssessmentState.REJECTED,
                    AssessmentState.REVOKED,
                    AssessmentState.FINISHED);

    @Test
    void the_table_has_every_arrow_of_the_course_and_no_other() {
        Set<String> expected = new TreeSet<>(COURSE);
        UNDECIDED.forEach(from -> expected.add(from + " → WITHDRAWN"));
        Set<String> actual = new TreeSet<>();
        for (Move move : Move.values()) {
            move.from().forEach(from -> actual.add(from + " → " + move.to()));
        }

        assertThat(actual).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Track.class)
    void every_track_leads_from_its_draft_to_an_end(Track track) {
        Set<AssessmentState> reached = reached(track, EnumSet.allOf(Since.class));

        assertThat(reached).containsAnyElementsOf(ENDS);
        for (AssessmentState state : reached) {
            assertThat(leaves(state, track)).as(state.name()).isEqualTo(!ENDS.contains(state));
        }
    }

    @Test
    void every_state_is_reached_and_only_ends_have_no_way_on() {
        Set<AssessmentState> reached = new LinkedHashSet<>();
        for (Track track : Track.values()) {
            reached.addAll(reached(track, EnumSet.allOf(Since.class)));
        }

        assertThat(reached).containsExactlyInAnyOrder(AssessmentState.values());
    }

    @Test
    void what_is_open_now_leads_up_to_a_signed_assessment() {
        assertThat(reached(Track.FULL, EnumSet.of(Since.NOW)))
                .containsExactlyInAnyOrder(
                        AssessmentState.DRAFT,
                        AssessmentState.SELF_ASSESSMENT,
                        AssessmentState.INTERNAL_REVIEW,
                        AssessmentState.SUBMITTED,
                        AssessmentState.WITHDRAWN);
        assertThat(reached(Track.SELF_DIAGNOSIS, EnumSet.of(Since.NOW)))
                .containsExactlyInAnyOrder(
                        AssessmentState.DRAFT,
                        AssessmentState.SELF_ASSESSMENT,
                        AssessmentState.FINISHED,
                        AssessmentState.WITHDRAWN);
        assertThat(Move.reached())
                .containsExactly(
                        AssessmentState.DRAFT,
                        AssessmentState.SELF_ASSESSMENT,
                        AssessmentState.INTERNAL_REVIEW,
                        AssessmentState.SUBMITTED,
                        AssessmentState.WITHDRAWN,
                        AssessmentState.FINISHED);
    }

    @Test
    void only_the_head_signs_and_the_unit_moves_until_then() {
        assertThat(roles(Move.SIGN)).containsExactly(Role.UNIT_HEAD);
        assertThat(roles(Move.WITHDRAW)).containsExactly(Role.UNIT_HEAD);
        assertThat(roles(Move.RETURN))
                .containsExactlyInAnyOrder(Role.INTERNAL_REVIEWER, Role.UNIT_HEAD);
        assertThat(roles(Move.ADMIT)).containsExactly(Role.INTAKE_OFFICER);
        assertThat(roles(Move.SEND_BACK)).containsExactly(Role.COMPLIANCE_REVIEWER);
        for (Move move : Move.values()) {
            assertThat(move.side() == Move.Side.CLOCK)
                    .as(move.name())
                    .isEqualTo(move.right() == null);
            if (move.side() == Move.Side.UNIT) {
                assertThat(roles(move))
                        .as(move.name())
                        .allMatch(role -> role.kind() == Role.Kind.UNIT);
            }
            if (move.side() == Move.Side.ASSESSING) {
                assertThat(roles(move))
                        .as(move.name())
                        .allMatch(role -> role.kind() == Role.Kind.ASSESSMENT);
            }
        }
    }

    @Test
    void what_is_signed_or_decided_on_is_kept_by_its_hash_and_what_is_asked_for_is_kept() {
        assertThat(Move.SIGN.keeps()).contains(Kept.STATEMENT, Kept.ANSWERS_HASH);
        for (Move move : Move.values()) {
            assertThat(move.keeps().contains(Kept.STATEMENT))
                    .as(move.name())
                    .isEqualTo(move.requires().contains(Requirement.TRUTH_DECLARED));
            if (move.requires().contains(Requirement.REASON_GIVEN)) {
                assertThat(move.keeps()).as(move.name()).contains(Kept.REASON);
            }
            assertThat(move.keeps().contains(Kept.LEFT_OPEN))
                    .as(move.name())
                    .isEqualTo(move.requires().contains(Requirement.ANSWERED_OR_LEFT_OPEN));
        }
    }

    private static Set<Role> roles(Move move) {
        return Objects.requireNonNull(move.right(), () -> move.name().toLowerCase(Locale.ROOT))
                .roles();
    }

    private static boolean leaves(AssessmentState state, Track track) {
        return Arrays.stream(Move.values())
                .anyMatch(move -> move.tracks().contains(track) && move.from().contains(state));
    }

    private static Set<AssessmentState> reached(Track track, Set<Since> since) {
        Set<AssessmentState> reached = EnumSet.of(AssessmentState.DRAFT);
        List<Move> moves =
                Arrays.stream(Move.values())
                        .filter(move -> move.tracks().contains(track))
                        .filter(move -> since.contains(move.since()))
                        .toList();
        boolean more = true;
        while (more) {
            more = false;
            for (Move move : moves) {
                if (move.from().stream().anyMatch(reached::contains)) {
                    more |= reached.add(move.to());
                }
            }
        }
        return reached;
    }
}
