package org.jieti.server.assessments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jieti.server.database.schema.Tables.AUDIT_ENTRY;
import static org.jieti.server.database.schema.Tables.ROUND;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jieti.core.model.NodeId;
import org.jieti.server.accounts.Role;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.assessments.MoveOutcome.Moved;
import org.jieti.server.assessments.MoveOutcome.Refused;
import org.jieti.server.assessments.WrittenAnswer.State;
import org.jieti.server.campaigns.Round.Track;
import org.jieti.server.ground.Cast;
import org.jieti.server.ground.Cast.Side;
import org.jieti.server.ground.Scene;
import org.jieti.server.ground.ServerTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

@ServerTest
class CourseTest {
    private static final NodeId SEARCH = new NodeId("data.open.access.2");
    private static final Said TRUE = Said.declaring("本单位承诺填报内容真实。");

    private final Course course;
    private final Assessments assessments;
    private final Answering answering;
    private final Remarks remarks;
    private final Scene scene;
    private final Cast cast;
    private final DSLContext database;
    private UUID assessment;
    private SignedIn contributor;
    private SignedIn reviewer;
    private SignedIn head;

    CourseTest(
            Course course,
            Assessments assessments,
            Answering answering,
            Remarks remarks,
            Scene scene,
            Cast cast,
            DSLContext database) {
        this.course = course;
        this.assessments = assessments;
        this.answering = answering;
        this.remarks = remarks;
        this.scene = scene;
        this.cast = cast;
        this.database = database;
        this.assessment = new UUID(0, 0);
        this.contributor = cast.asking(Role.CONTRIBUTOR, Side.OWN);
        this.reviewer = cast.asking(Role.INTERNAL_REVIEWER, Side.OWN);
        this.head = cast.asking(Role.UNIT_HEAD, Side.OWN);
    }

    @BeforeEach
    void open() {
        contributor = cast.asking(Role.CONTRIBUTOR, Side.OWN);
        reviewer = cast.asking(Role.INTERNAL_REVIEWER, Side.OWN);
        head = cast.asking(Role.UNIT_HEAD, Side.OWN);
        assessment =
                scene.assessment(scene.round(Scene.DGIMM, null), Side.OWN, AssessmentState.DRAFT);
    }

    private AssessmentCase of() {
        return Objects.requireNonNull(assessments.find(assessment));
    }

    private AssessmentState moved(SignedIn me, Move move, Said said) {
        MoveOutcome outcome = course.move(me, assessment, move, said);
        assertThat(outcome).as(move.name()).isInstanceOf(Moved.class);
        return of().state();
    }

    private List<Refusal> refused(SignedIn me, Move move, Said said) {
        MoveOutcome outcome = course.move(me, assessment, move, said);
        assertThat(outcome).as(move.name()).isInstanceOf(Refused.class);
        return ((Refused) outcome).why();
    }

    private Said leavingAllOpen() {
        return Said.leavingOpen(new HashSet<>(course.unanswered(of())));
    }

    @Test
    void a_unit_goes_from_draft_by_way_of_a_return_to_a_signed_assessment() {
        assertThat(moved(contributor, Move.START, Said.nothing()))
                .isEqualTo(AssessmentState.SELF_ASSESSMENT);
        answer("partly", 0);
        moved(contributor, Move.SEND, leavingAllOpen());
        assertThat(remarks.write(reviewer, assessment, SEARCH, " 目录已上线，应为满足。 ")).isTrue();
        moved(reviewer, Move.RETURN, Said.because("改一处"));
        Remark remark = remarks.of(assessment).getFirst();
        assertThat(remark.text()).isEqualTo("目录已上线，应为满足。");
        answer("met", 1);
        remarks.settle(contributor, assessment, remark.id());
        moved(contributor, Move.SEND, leavingAllOpen());
        moved(reviewer, Move.PASS, Said.nothing());
        assertThat(moved(head, Move.SIGN, TRUE)).isEqualTo(AssessmentState.SUBMITTED);

        assertThat(of().submittedAt()).isNotNull();
        assertThat(of().version()).isEqualTo(7);
        List<MoveMade> history = course.history(assessment);
        assertThat(history)
                .extracting(MoveMade::move)
                .containsExactly(
                        Move.START, Move.SEND, Move.RETURN, Move.SEND, Move.PASS, Move.SIGN);
        assertThat(history.get(2).reason()).isEqualTo("改一处");
        assertThat(history.get(3).leftOpen()).contains(new NodeId("vision.policy.planning.1.1"));
        MoveMade signed = history.getLast();
        assertThat(signed.statement()).isEqualTo(TRUE.statement());
        assertThat(signed.name()).isEqualTo(head.name());
        assertThat(signed.answersSha256()).matches("[0-9a-f]{64}");
        assertThat(
                        database.fetchCount(
                                AUDIT_ENTRY,
                                AUDIT_ENTRY
                                        .SUBJECT_ID
                                        .eq(assessment.toString())
                                        .and(AUDIT_ENTRY.ACTION.eq("assessments.course.moved"))))
                .isEqualTo(6);
    }

    private void answer(String rating, int seen) {
        assertThat(
                        answering.save(
                                contributor,
                                assessment,
                                SEARCH,
                                new WrittenAnswer(State.RATED, rating, ""),
                                Save.of(seen)))
                .isInstanceOf(SaveOutcome.Saved.class);
    }

    @Test
    void what_nobody_answered_is_answered_or_left_open_by_name() {
        moved(contributor, Move.START, Said.nothing());
        answer("met", 0);
        int open = course.unanswered(of()).size();
        assertThat(course.unanswered(of()))
                .as("answered, and the rungs beneath settled")
                .doesNotContain(SEARCH, new NodeId("data.open.access.1.1"));
        answering.save(
                contributor,
                assessment,
                new NodeId("data.open.access.3"),
                new WrittenAnswer(State.INSUFFICIENT, null, "尚缺调用日志"),
                Save.of(0));
        assertThat(course.unanswered(of()))
                .as("that one cannot judge is an answer")
                .hasSize(open - 1);

        Set<NodeId> all = new HashSet<>(course.unanswered(of()));
        NodeId last = all.iterator().next();
        all.remove(last);
        assertThat(refused(contributor, Move.SEND, Said.leavingOpen(all)))
                .containsExactly(
                        new Refusal.Unmet(Requirement.ANSWERED_OR_LEFT_OPEN, List.of(last), 1));
        all.add(last);
        moved(contributor, Move.SEND, Said.leavingOpen(all));
    }

    @Test
    void all_that_stands_against_a_move_is_told_at_once() {
        scene.move(assessment, AssessmentState.INTERNAL_REVIEW);
        remarks.write(reviewer, assessment, null, "补充说明");

        assertThat(refused(head, Move.SIGN, Said.nothing()))
                .extracting(refusal -> ((Refusal.Unmet) refusal).requirement())
                .containsExactly(
                        Requirement.REVIEW_PASSED,
                        Requirement.REMARKS_SETTLED,
                        Requirement.TRUTH_DECLARED);
        assertThat(of().state()).isEqualTo(AssessmentState.INTERNAL_REVIEW);
        assertThat(course.history(assessment)).isEmpty();
    }

    @Test
    void a_return_needs_a_remark_and_takes_back_that_it_was_passed() {
        scene.move(assessment, AssessmentState.INTERNAL_REVIEW);
        moved(reviewer, Move.PASS, Said.nothing());
        assertThat(of().reviewPassedAt()).isNotNull();
        assertThat(refused(reviewer, Move.RETURN, Said.nothing()))
                .containsExactly(new Refusal.Unmet(Requirement.REMARKS_WAITING, List.of(), 0));

        remarks.write(reviewer, assessment, null, "补充说明");
        moved(reviewer, Move.RETURN, Said.nothing());
        assertThat(of().reviewPassedAt()).isNull();
        assertThat(refused(contributor, Move.SEND, leavingAllOpen()))
                .containsExactly(new Refusal.Unmet(Requirement.REMARKS_SETTLED, List.of(), 1));
    }

    @Test
    void a_move_from_another_state_of_another_track_or_of_later_is_refused_with_its_reason() {
        assertThat(refused(head, Move.SIGN, TRUE))
                .containsExactly(new Refusal.OtherState(Move.SIGN, AssessmentState.DRAFT));
        assertThat(refused(head, Move.FINISH, TRUE))
                .containsExactly(new Refusal.OtherTrack(Move.FINISH, Track.FULL));
        scene.move(assessment, AssessmentState.SUBMITTED);
        SignedIn intake = cast.asking(Role.INTAKE_OFFICER, Side.OTHER);
        assertThat(refused(intake, Move.TAKE_IN, Said.nothing()))
                .containsExactly(new Refusal.NotOpenYet(Move.TAKE_IN));
    }

    @Test
    void a_self_diagnosis_ends_with_its_own_result_and_is_never_reviewed() {
        database.update(ROUND)
                .set(ROUND.TRACK, Track.SELF_DIAGNOSIS.name())
                .where(ROUND.ID.eq(of().round().id()))
                .execute();
        moved(contributor, Move.START, Said.nothing());
        assertThat(refused(contributor, Move.SEND, leavingAllOpen()))
                .containsExactly(new Refusal.OtherTrack(Move.SEND, Track.SELF_DIAGNOSIS));

        assertThat(moved(contributor, Move.FINISH, leavingAllOpen()))
                .isEqualTo(AssessmentState.FINISHED);
        assertThat(course.history(assessment).getLast().answersSha256()).matches("[0-9a-f]{64}");
    }

    @Test
    void a_head_takes_it_back_with_a_reason_and_nobody_goes_on() {
        assertThat(refused(head, Move.WITHDRAW, Said.because(" ")))
                .containsExactly(new Refusal.Unmet(Requirement.REASON_GIVEN, List.of(), 0));
        assertThat(moved(head, Move.WITHDRAW, Said.because("机构撤并")))
                .isEqualTo(AssessmentState.WITHDRAWN);
        assertThat(refused(contributor, Move.START, Said.nothing()))
                .containsExactly(new Refusal.OtherState(Move.START, AssessmentState.WITHDRAWN));
    }

    @Test
    void in_a_closed_round_nobody_answers_or_moves_on() {
        moved(contributor, Move.START, Said.nothing());
        database.update(ROUND)
                .set(ROUND.STATE, "CLOSED")
                .where(ROUND.ID.eq(of().round().id()))
                .execute();

        assertThat(
                        answering.save(
                                contributor,
                                assessment,
                                SEARCH,
                                new WrittenAnswer(State.RATED, "met", ""),
                                Save.of(0)))
                .isEqualTo(new SaveOutcome.Closed<>("assessments.closed.round"));
        assertThat(refused(contributor, Move.SEND, leavingAllOpen()))
                .containsExactly(new Refusal.Unmet(Requirement.ROUND_OPEN, List.of(), 0));
    }

    @Test
    void whose_move_it_is_not_makes_none() {
        scene.move(assessment, AssessmentState.INTERNAL_REVIEW);
        SignedIn other = cast.asking(Role.UNIT_HEAD, Side.OTHER);
        assertThatThrownBy(() -> course.move(contributor, assessment, Move.PASS, Said.nothing()))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> course.move(reviewer, assessment, Move.SIGN, TRUE))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> course.move(other, assessment, Move.SIGN, TRUE))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> remarks.write(contributor, assessment, null, "改"))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(course.history(assessment)).isEmpty();
    }

    @Test
    void the_hash_of_the_answers_changes_with_any_of_them_and_with_nothing_else() {
        scene.move(assessment, AssessmentState.SELF_ASSESSMENT);
        answer("met", 0);
        String signed = signed();
        scene.move(assessment, AssessmentState.INTERNAL_REVIEW);
        assertThat(signed()).as("the same answers again").isEqualTo(signed);
        scene.move(assessment, AssessmentState.SELF_ASSESSMENT);
        answer("mostly", 1);
        assertThat(signed()).isNotEqualTo(signed);
    }

    private String signed() {
        scene.move(assessment, AssessmentState.INTERNAL_REVIEW);
        moved(head, Move.PASS, Said.nothing());
        moved(head, Move.SIGN, TRUE);
        return Objects.requireNonNull(course.history(assessment).getLast().answersSha256());
    }
}
