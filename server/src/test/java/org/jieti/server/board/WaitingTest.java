package org.jieti.server.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jieti.core.model.NodeId;
import org.jieti.server.accounts.PersonFace;
import org.jieti.server.accounts.Role;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.assessments.AssessmentCase;
import org.jieti.server.assessments.AssessmentState;
import org.jieti.server.assessments.Assessments;
import org.jieti.server.assessments.Course;
import org.jieti.server.assessments.Move;
import org.jieti.server.assessments.MoveOutcome.Moved;
import org.jieti.server.assessments.Parts;
import org.jieti.server.assessments.Remarks;
import org.jieti.server.assessments.Said;
import org.jieti.server.ground.Cast;
import org.jieti.server.ground.Cast.Side;
import org.jieti.server.ground.Scene;
import org.jieti.server.ground.ServerTest;
import org.jieti.server.notices.Notice;
import org.jieti.server.notices.Notices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who is waited for as an assessment goes its way, and who is told.
@ServerTest
class WaitingTest {
    private final Waiting waiting;
    private final Course course;
    private final Assessments assessments;
    private final Parts parts;
    private final Remarks remarks;
    private final Notices notices;
    private final Scene scene;
    private final Cast cast;
    private UUID assessment;

    WaitingTest(
            Waiting waiting,
            Course course,
            Assessments assessments,
            Parts parts,
            Remarks remarks,
            Notices notices,
            Scene scene,
            Cast cast) {
        this.waiting = waiting;
        this.course = course;
        this.assessments = assessments;
        this.parts = parts;
        this.remarks = remarks;
        this.notices = notices;
        this.scene = scene;
        this.cast = cast;
        this.assessment = new UUID(0, 0);
    }

    @BeforeEach
    void open() {
        me(Role.CONTRIBUTOR);
        me(Role.INTERNAL_REVIEWER);
        me(Role.UNIT_HEAD);
        assessment =
                scene.assessment(scene.round(Scene.DGIMM, null), Side.OWN, AssessmentState.DRAFT);
    }

    private SignedIn me(Role role) {
        return cast.asking(role, Side.OWN);
    }

    private AssessmentCase of() {
        return Objects.requireNonNull(assessments.find(assessment));
    }

    private List<String> waitedFor() {
        List<AssessmentCase> one = List.of(of());
        Map<UUID, List<PersonFace>> people = waiting.people(one, assessments.results(one));
        return people.getOrDefault(assessment, List.of()).stream().map(PersonFace::name).toList();
    }

    private void move(Role role, Move move, Said said) {
        assertThat(course.move(me(role), assessment, move, said)).isInstanceOf(Moved.class);
    }

    private String told(Role role, Side side) {
        List<Notice> all = notices.of(cast.person(role, side));
        return all.isEmpty() ? "" : all.getFirst().kind();
    }

    @Test
    void each_state_waits_for_those_whose_turn_it_is_and_they_are_told() {
        SignedIn lead = cast.asking(Role.LEAD_ASSESSOR, Side.OTHER);
        String contributor = me(Role.CONTRIBUTOR).name();
        String reviewer = me(Role.INTERNAL_REVIEWER).name();
        String head = me(Role.UNIT_HEAD).name();
        assertThat(waitedFor()).containsExactlyInAnyOrder(contributor, reviewer, head);

        move(Role.CONTRIBUTOR, Move.START, Said.nothing());
        Said leaving = Said.leavingOpen(new HashSet<>(course.unanswered(of())));
        move(Role.CONTRIBUTOR, Move.SEND, leaving);
        assertThat(Waiting.of(of())).isEqualTo(Waiting.For.REVIEW);
        assertThat(waitedFor()).containsExactlyInAnyOrder(reviewer, head);
        assertThat(told(Role.INTERNAL_REVIEWER, Side.OWN)).isEqualTo("sent");

        remarks.write(me(Role.INTERNAL_REVIEWER), assessment, null, "补充说明");
        move(Role.INTERNAL_REVIEWER, Move.RETURN, Said.because("改"));
        assertThat(told(Role.CONTRIBUTOR, Side.OWN)).isEqualTo("returned");
        remarks.settle(me(Role.CONTRIBUTOR), assessment, remarks.of(assessment).getFirst().id());
        move(Role.CONTRIBUTOR, Move.SEND, leaving);
        move(Role.INTERNAL_REVIEWER, Move.PASS, Said.nothing());
        assertThat(Waiting.of(of())).isEqualTo(Waiting.For.SIGNATURE);
        assertThat(waitedFor()).containsExactly(head);
        assertThat(told(Role.UNIT_HEAD, Side.OWN)).isEqualTo("passed");

        move(Role.UNIT_HEAD, Move.SIGN, Said.declaring("承诺真实。"));
        assertThat(Waiting.of(of())).isEqualTo(Waiting.For.NOTHING);
        assertThat(waitedFor()).isEmpty();
        assertThat(told(Role.CONTRIBUTOR, Side.OWN)).isEqualTo("signed");
        assertThat(notices.of(lead.id()).getFirst().kind()).isEqualTo("handed-in");
    }

    @Test
    void while_parts_are_answered_those_who_are_behind_are_waited_for() {
        move(Role.UNIT_HEAD, Move.START, Said.nothing());
        SignedIn contributor = me(Role.CONTRIBUTOR);
        assertThat(
                        parts.assignAll(
                                me(Role.UNIT_HEAD),
                                of(),
                                List.of(new NodeId("data"), new NodeId("platform.green")),
                                contributor.id(),
                                null,
                                ""))
                .isTrue();

        assertThat(waitedFor()).containsExactly(contributor.name());
        Notice notice = notices.of(contributor.id()).getFirst();
        assertThat(notice.kind()).isEqualTo("asked");
        assertThat(notice.arguments()).contains(Scene.DUE.toString());
        assertThat(notice.link()).isEqualTo("/assessments/%s?node=data".formatted(assessment));
    }
}
