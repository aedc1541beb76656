package org.jieti.server.assessments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jieti.server.database.schema.Tables.AUDIT_ENTRY;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jieti.core.assessment.Answer;
import org.jieti.core.assessment.Reading;
import org.jieti.core.model.Language;
import org.jieti.core.model.MeasureId;
import org.jieti.core.model.NodeId;
import org.jieti.server.accounts.Role;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.assessments.SaveOutcome.Closed;
import org.jieti.server.assessments.SaveOutcome.Conflict;
import org.jieti.server.assessments.SaveOutcome.Refused;
import org.jieti.server.assessments.SaveOutcome.Saved;
import org.jieti.server.assessments.WrittenAnswer.State;
import org.jieti.server.ground.Cast;
import org.jieti.server.ground.Cast.Side;
import org.jieti.server.ground.Scene;
import org.jieti.server.ground.ServerTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

@ServerTest
class AnsweringTest {
    private static final NodeId SEARCH = new NodeId("data.open.access.2");
    private static final NodeId API = new NodeId("data.open.access.3");

    private final Answering answering;
    private final Assessments assessments;
    private final Parts parts;
    private final Scene scene;
    private final Cast cast;
    private final DSLContext database;
    private UUID assessment;
    private SignedIn me;
    private SignedIn head;

    AnsweringTest(
            Answering answering,
            Assessments assessments,
            Parts parts,
            Scene scene,
            Cast cast,
            DSLContext database) {
        this.answering = answering;
        this.assessments = assessments;
        this.parts = parts;
        this.scene = scene;
        this.cast = cast;
        this.database = database;
        this.assessment = new UUID(0, 0);
        this.me = cast.asking(Role.CONTRIBUTOR, Side.OWN);
        this.head = cast.asking(Role.UNIT_HEAD, Side.OWN);
    }

    @BeforeEach
    void open() {
        me = cast.asking(Role.CONTRIBUTOR, Side.OWN);
        head = cast.asking(Role.UNIT_HEAD, Side.OWN);
        assessment = scene.answering(Side.OWN, Scene.DGIMM);
    }

    private static WrittenAnswer rated(String rating) {
        return new WrittenAnswer(State.RATED, rating, "");
    }

    private static WrittenAnswer notApplicable() {
        return new WrittenAnswer(State.NOT_APPLICABLE, null, "不承担此项职能");
    }

    private AssessmentCase of() {
        return Objects.requireNonNull(assessments.find(assessment));
    }

    private KeptAnswer kept(NodeId criterion) {
        return Objects.requireNonNull(assessments.sheet(of()).answers().get(criterion));
    }

    private SaveOutcome<KeptAnswer> save(NodeId criterion, WrittenAnswer written, int seen) {
        return answering.save(me, assessment, criterion, written, Save.of(seen));
    }

    @Test
    void an_answer_is_kept_counted_and_audited_with_what_stood_before() {
        save(SEARCH, rated("partly"), 0);
        SaveOutcome<KeptAnswer> outcome = save(SEARCH, rated("met"), 1);

        assertThat(outcome).isInstanceOf(Saved.class);
        assertThat(kept(SEARCH).version()).isEqualTo(2);
        assertThat(assessments.counted(of(), assessments.sheet(of())).answer(SEARCH))
                .isInstanceOfSatisfying(
                        Answer.Rated.class,
                        answer -> assertThat(answer.rating().id()).isEqualTo("met"));
        var row =
                database.selectFrom(AUDIT_ENTRY)
                        .where(AUDIT_ENTRY.SUBJECT_ID.eq(assessment + "/" + SEARCH))
                        .orderBy(AUDIT_ENTRY.ID.desc())
                        .limit(1)
                        .fetchSingle();
        assertThat(row.getActor()).isEqualTo(me.id());
        assertThat(row.getAction()).isEqualTo("assessments.answer.saved");
        assertThat(row.getDetail().data())
                .contains("\"before\"", "\"partly\"", "\"after\"", "\"met\"");
    }

    @Test
    void whoever_has_not_seen_the_latest_answer_meets_it_and_changes_nothing() {
        answering.save(head, assessment, SEARCH, rated("met"), Save.of(0));

        assertThat(save(SEARCH, rated("unmet"), 0))
                .isInstanceOfSatisfying(
                        Conflict.class,
                        conflict -> assertThat(conflict.theirs()).isEqualTo(kept(SEARCH)));
        assertThat(kept(SEARCH).written()).isEqualTo(rated("met"));
        assertThat(save(SEARCH, rated("unmet"), 1)).isInstanceOf(Saved.class);
    }

    @Test
    void two_who_answer_alike_do_not_disagree() {
        answering.save(head, assessment, SEARCH, rated("met"), Save.of(0));

        assertThat(save(SEARCH, rated("met"), 0)).isInstanceOf(Saved.class);
        assertThat(kept(SEARCH).version()).isEqualTo(1);
    }

    @Test
    void a_save_whose_reply_got_lost_is_no_conflict_with_oneself() {
        Save first = new Save(0, "window-1", Set.of());
        answering.save(me, assessment, SEARCH, rated("met"), first);

        assertThat(answering.save(me, assessment, SEARCH, rated("met"), first))
                .as("sent again")
                .isInstanceOf(Saved.class);
        assertThat(kept(SEARCH).version()).isEqualTo(1);
        assertThat(
                        answering.save(
                                me,
                                assessment,
                                SEARCH,
                                rated("partly"),
                                new Save(0, "window-2", Set.of("window-1"))))
                .as("changed meanwhile")
                .isInstanceOf(Saved.class);
        assertThat(kept(SEARCH).written()).isEqualTo(rated("partly"));
    }

    @Test
    void of_two_at_the_same_moment_one_saves_and_the_other_meets_it() throws Exception {
        List<Callable<SaveOutcome<KeptAnswer>>> both =
                List.of(
                        () -> answering.save(me, assessment, API, rated("met"), Save.of(0)),
                        () -> answering.save(head, assessment, API, rated("unmet"), Save.of(0)));
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<SaveOutcome<KeptAnswer>> outcomes = new ArrayList<>();
            for (Future<SaveOutcome<KeptAnswer>> each : threads.invokeAll(both)) {
                outcomes.add(each.get());
            }

            assertThat(outcomes).hasAtLeastOneElementOfType(Saved.class);
            assertThat(outcomes).hasAtLeastOneElementOfType(Conflict.class);
        }
    }

    @Test
    void too_much_that_is_not_applicable_is_refused_by_name() {
        // Vision has 2 indicators of equal weight with 3 ladders each; each ladder is 1/6 = 17 %
        // of the domain's points, the cap is 20 %.
        List<NodeId> criteria =
                assessments.model(of()).model().criteria().stream()
                        .filter(each -> each.mayBeNotApplicable())
                        .map(each -> each.id())
                        .filter(id -> id.value().startsWith("vision."))
                        .toList();
        SaveOutcome<KeptAnswer> last = save(criteria.getFirst(), notApplicable(), 0);
        for (NodeId criterion : criteria.subList(1, criteria.size())) {
            if (last instanceof Saved) {
                last = save(criterion, notApplicable(), 0);
            }
        }

        assertThat(last)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(((Refused<?>) refused).findings())
                                        .singleElement()
                                        .satisfies(
                                                finding ->
                                                        assertThat(finding.message(Language.ZH))
                                                                .contains("愿景机制", "20%")));
    }

    @Test
    void a_gate_is_never_not_applicable_and_a_rating_stands_on_the_scale() {
        NodeId gate =
                assessments.model(of()).model().criteria().stream()
                        .filter(each -> each.mandatory())
                        .findFirst()
                        .orElseThrow()
                        .id();

        assertThat(rule(save(gate, notApplicable(), 0))).isEqualTo("assessment.na.refused");
        assertThat(rule(save(SEARCH, rated("splendid"), 0))).isEqualTo("assessment.rating.scale");
        assertThat(rule(save(SEARCH, new WrittenAnswer(State.NOT_APPLICABLE, null, " "), 0)))
                .isEqualTo("assessment.na.reason");
        assertThat(rule(save(SEARCH, new WrittenAnswer(State.INSUFFICIENT, null, ""), 0)))
                .isEqualTo("assessment.insufficient.reason");
        assertThat(assessments.sheet(of()).answers()).isEmpty();
    }

    private static String rule(SaveOutcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Refused.class);
        return ((Refused<?>) outcome).findings().getFirst().rule();
    }

    @Test
    void a_measure_keeps_its_unit_its_range_and_every_digit() {
        MeasureId pue =
                assessments.model(of()).model().measures().stream()
                        .filter(each -> each.id().value().contains("pue"))
                        .findFirst()
                        .orElseThrow()
                        .id();

        assertThat(rule(reading(pue, "1.30", "%"))).isEqualTo("assessment.measure.unit");
        assertThat(rule(reading(pue, "0.5", "1"))).isEqualTo("assessment.measure.range");
        assertThat(reading(pue, "1.30", "1")).isInstanceOf(Saved.class);
        KeptReading kept = Objects.requireNonNull(assessments.sheet(of()).readings().get(pue));
        assertThat(String.valueOf(kept.written().value())).isEqualTo("1.30");
        assertThat(assessments.counted(of(), assessments.sheet(of())).measures().get(pue))
                .isEqualTo(new Reading(1.3, "1"));
    }

    private SaveOutcome<KeptReading> reading(MeasureId measure, String value, String unit) {
        return answering.save(
                me,
                assessment,
                measure,
                new WrittenReading(new BigDecimal(value), unit, ""),
                Save.of(0));
    }

    @Test
    void nothing_is_saved_once_the_assessment_has_moved_on() {
        scene.move(assessment, AssessmentState.INTERNAL_REVIEW);

        assertThat(save(SEARCH, rated("met"), 0))
                .isEqualTo(new Closed<>("assessments.closed.internal_review"));
        assertThat(assessments.sheet(of()).answers()).isEmpty();
    }

    @Test
    void people_of_another_organisation_and_other_roles_save_nothing() {
        for (SignedIn other :
                List.of(
                        cast.asking(Role.CONTRIBUTOR, Side.OTHER),
                        cast.asking(Role.LEAD_ASSESSOR, Side.OWN),
                        cast.asking(Role.SYSTEM_ADMIN, Side.OWN))) {
            assertThatThrownBy(
                            () ->
                                    answering.save(
                                            other, assessment, SEARCH, rated("met"), Save.of(0)))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void parts_narrow_those_who_contribute_but_not_those_who_give_them_out() {
        assertThat(parts.assign(head, of(), new NodeId("data"), me.id(), Scene.DUE, "")).isTrue();

        assertThat(save(SEARCH, rated("met"), 0)).isInstanceOf(Saved.class);
        NodeId elsewhere =
                assessments.model(of()).model().criteria().stream()
                        .map(each -> each.id())
                        .filter(id -> id.value().startsWith("vision."))
                        .findFirst()
                        .orElseThrow();
        assertThatThrownBy(() -> save(elsewhere, rated("met"), 0))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(answering.save(head, assessment, elsewhere, rated("met"), Save.of(0)))
                .isInstanceOf(Saved.class);
        parts.remove(head, of(), new NodeId("data"), me.id());
        assertThat(save(elsewhere, rated("met"), 1)).isInstanceOf(Saved.class);
    }

    @Test
    void a_part_goes_only_to_people_who_may_answer_it() {
        SignedIn outside = cast.asking(Role.CONTRIBUTOR, Side.OTHER);

        assertThat(parts.assign(head, of(), new NodeId("data"), outside.id(), null, "")).isFalse();
        assertThatThrownBy(() -> parts.assign(me, of(), new NodeId("data"), me.id(), null, ""))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(parts.of(assessment)).isEmpty();
    }

    @Test
    void what_the_round_before_holds_is_offered_and_counts_once_it_is_confirmed() {
        save(SEARCH, rated("met"), 0);
        save(API, rated("mostly"), 0);
        UUID next =
                scene.assessment(
                        scene.round(Scene.DGIMM, of().round().id()),
                        Side.OWN,
                        AssessmentState.SELF_ASSESSMENT);
        assessment = next;

        assertThat(kept(SEARCH).origin()).isEqualTo(Origin.PREVIOUS);
        assertThat(assessments.counted(of(), assessments.sheet(of())).answers()).isEmpty();
        assertThat(save(SEARCH, rated("met"), 1)).isInstanceOf(Saved.class);
        assertThat(assessments.counted(of(), assessments.sheet(of())).answers())
                .containsOnlyKeys(SEARCH);
        assertThat(answering.confirm(me, assessment, new NodeId("data.open.access")))
                .isEqualTo(new Saved<>(1));
        assertThat(assessments.counted(of(), assessments.sheet(of())).answers())
                .containsOnlyKeys(SEARCH, API);
    }

    @Test
    void an_offer_that_was_never_confirmed_is_not_offered_again() {
        save(SEARCH, rated("met"), 0);
        UUID second = scene.round(Scene.DGIMM, of().round().id());
        scene.assessment(second, Side.OWN, AssessmentState.SELF_ASSESSMENT);
        assessment =
                scene.assessment(
                        scene.round(Scene.DGIMM, second),
                        Side.OWN,
                        AssessmentState.SELF_ASSESSMENT);

        assertThat(assessments.sheet(of()).answers()).isEmpty();
    }
}
