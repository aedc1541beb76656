package org.jieti.core.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieti.core.fixture.Tree.domain;
import static org.jieti.core.fixture.Tree.ladder;
import static org.jieti.core.fixture.Tree.requirement;
import static org.jieti.core.fixture.Tree.requirements;
import static org.jieti.core.fixture.Tree.state;

import java.util.List;
import org.jieti.core.fixture.Answers;
import org.jieti.core.fixture.Scored;
import org.jieti.core.fixture.TestModel;
import org.jieti.core.fixture.Tree.Leaf;
import org.jieti.core.grading.GateVerdict.Kind;
import org.jieti.core.grading.GateVerdict.Verdict;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Scope;
import org.junit.jupiter.api.Test;

/// Mandatory and veto criteria cap a level and never raise one.
class GatesTest {

    /// A heavy ladder that meets whatever it is rated, and one light gate.
    private static Answers gated(Leaf gate) {
        return TestModel.of(
                        domain(
                                "d",
                                0.5,
                                ladder("x", 0.9, requirements(1, 2, 3, 4, 5)),
                                ladder("g", 0.1, gate)),
                        domain("e", 0.5, ladder("x", 1, requirements(1, 2, 3, 4, 5))))
                .spread(4)
                .answers()
                .all(1);
    }

    private static List<Verdict> verdicts(Scored scored) {
        return scored.grade("d").gates().stream().map(GateVerdict::verdict).toList();
    }

    @Test
    void a_failed_mandatory_criterion_keeps_its_domain_below_its_level() {
        Scored scored = gated(requirement(3).mandatory()).rated(0.5, "d.g").scored();

        assertThat(scored.attained("d").beforeLimits()).isEqualTo(5);
        assertThat(scored.level("d")).isEqualTo(2);
        assertThat(scored.attained("d").limits())
                .containsExactly(
                        new LevelLimit(LevelLimit.Rule.MANDATORY, 2, List.of(new NodeId("d.g.3"))));
        assertThat(verdicts(scored)).containsExactly(Verdict.FAILED);
        assertThat(scored.level("e")).isEqualTo(5);
    }

    @Test
    void a_mandatory_criterion_passes_at_exactly_satisfied() {
        Scored scored = gated(requirement(3).mandatory()).rated(0.8, "d.g").scored();

        assertThat(scored.level("d")).isEqualTo(5);
        assertThat(scored.attained("d").limits()).isEmpty();
        assertThat(verdicts(scored)).containsExactly(Verdict.PASSED);
    }

    @Test
    void a_missing_mandatory_answer_caps_until_it_comes() {
        Answers answers = gated(requirement(3).mandatory());
        for (Answers missing : List.of(answers.unanswered("d.g"), answers.insufficient("d.g"))) {
            Scored scored = missing.scored();

            assertThat(scored.level("d")).isEqualTo(2);
            assertThat(scored.grade("d").possible()).isEqualTo(new LevelRange(2, 5));
            assertThat(verdicts(scored)).containsExactly(Verdict.OPEN);
        }
    }

    @Test
    void a_mandatory_criterion_that_is_not_applicable_does_not_cap() {
        Scored scored = gated(requirement(3).mandatory()).notApplicable("d.g").scored();

        assertThat(scored.level("d")).isEqualTo(5);
        assertThat(verdicts(scored)).containsExactly(Verdict.NOT_APPLICABLE);
    }

    @Test
    void a_mandatory_criterion_at_the_first_level_leaves_the_first_level() {
        Scored scored = gated(requirement(1).mandatory()).rated(0, "d.g").scored();

        assertThat(scored.level("d")).isEqualTo(1);
        assertThat(scored.grade("d").gates()).extracting(GateVerdict::cap).containsExactly(1);
    }

    @Test
    void a_mandatory_criterion_caps_the_overall_level_only_through_its_domain() {
        Scored scored = gated(requirement(3).mandatory()).rated(0, "d.g").scored();

        assertThat(scored.overall().gates()).isEmpty();
        assertThat(scored.level()).isEqualTo(5);
    }

    @Test
    void a_failed_veto_caps_its_domain_at_the_level_that_it_names() {
        Scored scored = gated(requirement(5).veto(2, Scope.DOMAIN)).rated(0.5, "d.g").scored();

        assertThat(scored.level("d")).isEqualTo(2);
        assertThat(scored.attained("d").limits())
                .containsExactly(
                        new LevelLimit(LevelLimit.Rule.VETO, 2, List.of(new NodeId("d.g.5"))));
        assertThat(scored.overall().gates()).isEmpty();
    }

    @Test
    void a_failed_veto_of_overall_scope_caps_the_overall_level_alone() {
        Scored scored = gated(requirement(5).veto(2, Scope.OVERALL)).rated(0.5, "d.g").scored();

        assertThat(scored.level("d")).isEqualTo(5);
        assertThat(scored.grade("d").gates()).isEmpty();
        assertThat(scored.attained().beforeLimits()).isEqualTo(5);
        assertThat(scored.level()).isEqualTo(2);
        assertThat(scored.attained().limits())
                .containsExactly(
                        new LevelLimit(LevelLimit.Rule.VETO, 2, List.of(new NodeId("d.g.5"))));
        assertThat(scored.overall().gates())
                .extracting(GateVerdict::domain)
                .containsExactly(new NodeId("d"));
    }

    @Test
    void a_missing_veto_answer_caps_until_it_comes() {
        Scored scored = gated(requirement(5).veto(2, Scope.OVERALL)).unanswered("d.g").scored();

        assertThat(scored.level()).isEqualTo(2);
        assertThat(scored.overall().possible()).isEqualTo(new LevelRange(2, 5));
    }

    @Test
    void a_passed_veto_says_nothing() {
        Scored scored = gated(requirement(5).veto(2, Scope.OVERALL)).rated(0.8, "d.g").scored();

        assertThat(scored.level()).isEqualTo(5);
        assertThat(scored.attained().limits()).isEmpty();
        assertThat(scored.overall().gates())
                .extracting(GateVerdict::verdict)
                .containsExactly(Verdict.PASSED);
    }

    @Test
    void one_criterion_may_be_mandatory_and_a_veto() {
        Scored scored =
                gated(requirement(4).mandatory().veto(2, Scope.DOMAIN)).rated(0, "d.g").scored();

        assertThat(scored.grade("d").gates())
                .extracting(GateVerdict::kind)
                .containsExactly(Kind.MANDATORY, Kind.VETO);
        // lowest cap first
        assertThat(scored.attained("d").limits()).extracting(LevelLimit::cap).containsExactly(2, 3);
        assertThat(scored.level("d")).isEqualTo(2);
    }

    @Test
    void a_gate_never_raises_a_level() {
        // by preset II; a veto that allows IV, failed or passed, leaves II
        Answers answers = gated(requirement(1).veto(4, Scope.DOMAIN)).rated(0, "d.x.3");

        for (double fulfilment : new double[] {0, 1}) {
            Scored scored = answers.rated(fulfilment, "d.g").scored();
            assertThat(scored.level("d")).isEqualTo(2);
            assertThat(scored.attained("d").limits()).isEmpty();
        }
    }

    @Test
    void a_gate_caps_under_every_preset() {
        Answers answers = gated(requirement(3).veto(1, Scope.DOMAIN)).rated(0.5, "d.g");

        for (String preset : List.of("share-80", "staged", "band")) {
            assertThat(answers.scored(preset).level("d")).as(preset).isEqualTo(1);
        }
    }

    @Test
    void a_settled_state_passes_its_gate() {
        TestModel model =
                TestModel.of(domain("d", 1, ladder("x", 1, state(2).mandatory(), requirement(3))));
        Scored scored = model.answers().rated(0.8, "d.x.3").scored();

        assertThat(scored.grade("d").gates())
                .extracting(GateVerdict::verdict)
                .containsExactly(Verdict.PASSED);
        assertThat(scored.level("d")).isEqualTo(5);
    }

    @Test
    void a_gate_without_weight_still_caps() {
        TestModel model =
                TestModel.of(
                        domain(
                                "d",
                                1,
                                ladder("x", 1, requirements(1, 2, 3)),
                                ladder("g", 0, requirement(2).mandatory())));

        assertThat(model.answers().all(1).rated(0, "d.g").scored().level("d")).isEqualTo(1);
    }
}
