package org.jieti.core.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieti.core.fixture.Tree.domain;
import static org.jieti.core.fixture.Tree.ladder;
import static org.jieti.core.fixture.Tree.requirement;
import static org.jieti.core.fixture.Tree.requirements;

import java.util.List;
import org.jieti.core.fixture.Scored;
import org.jieti.core.fixture.TestModel;
import org.jieti.core.grading.LevelLimit.Rule;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Scope;
import org.junit.jupiter.api.Test;

/// What holds the overall level below what the preset gives, each by name.
class LimitsTest {
    private static final TestModel ONE_LIGHT =
            TestModel.of(
                    domain("d", 0.45, ladder("x", 1, requirements(1, 2, 3, 4, 5))),
                    domain("e", 0.45, ladder("x", 1, requirements(1, 2, 3, 4, 5))),
                    domain("f", 0.1, ladder("x", 1, requirements(1, 2, 3, 4, 5))));

    @Test
    void the_overall_level_stands_at_most_the_spread_above_the_lowest_domain() {
        for (int spread = 0; spread <= 4; spread++) {
            // f is at I; without it every share is still 0.9
            Scored scored = ONE_LIGHT.spread(spread).answers().all(1).rated(0, "f").scored();

            assertThat(scored.attained().beforeLimits()).isEqualTo(5);
            assertThat(scored.level()).isEqualTo(1 + spread);
        }
    }

    @Test
    void a_limit_names_its_rule_its_cap_and_its_cause() {
        Scored scored = ONE_LIGHT.answers().all(1).rated(0.5, "f.x.3").scored();

        assertThat(scored.level("f")).isEqualTo(2);
        assertThat(scored.level()).isEqualTo(3);
        assertThat(scored.attained().limits())
                .containsExactly(new LevelLimit(Rule.SPREAD, 3, List.of(new NodeId("f"))));
    }

    @Test
    void a_limit_that_allows_what_the_preset_gives_is_not_named() {
        Scored scored = ONE_LIGHT.answers().all(1).rated(0.5, "f.x.5").scored();

        // f at IV allows V
        assertThat(scored.level()).isEqualTo(5);
        assertThat(scored.attained().limits()).isEmpty();
    }

    @Test
    void the_overall_level_never_stands_above_the_highest_domain() {
        TestModel model =
                TestModel.of(
                                domain("d", 0.5, ladder("x", 1, requirements(1, 2, 3, 4, 5))),
                                domain("e", 0.5, ladder("x", 1, requirements(1, 2, 3, 4, 5))))
                        .ratedBy(1, 0.7, 0)
                        .spread(4);
        Scored scored = model.answers().all(1).rated(0.7, "d.x.3", "e.x.2").scored();

        // II: (1 + 0.7)/2 and III: (0.7 + 1)/2, both 0.85; but d alone is at II and e at I
        assertThat(scored.level("d")).isEqualTo(2);
        assertThat(scored.level("e")).isEqualTo(1);
        assertThat(scored.attained().beforeLimits()).isEqualTo(5);
        assertThat(scored.level()).isEqualTo(2);
        assertThat(scored.attained().limits())
                .containsExactly(new LevelLimit(Rule.HIGHEST_DOMAIN, 2, List.of(new NodeId("d"))));
    }

    @Test
    void several_limits_are_named_lowest_cap_first() {
        TestModel model =
                TestModel.of(
                                domain("d", 0.9, ladder("x", 1, requirements(1, 2, 3, 4, 5))),
                                domain(
                                        "e",
                                        0.1,
                                        ladder(
                                                "x",
                                                1,
                                                requirement(1),
                                                requirement(2),
                                                requirement(3).veto(2, Scope.OVERALL))))
                        .spread(2);
        Scored scored =
                model.answers().all(1).rated(0, "e.x.2", "e.x.3").rated(0.5, "d.x.5").scored();

        // e is at I: at most III by spread; the veto allows II; d is at IV, which is what shares
        // give
        assertThat(scored.limits()).containsExactly(Rule.VETO, Rule.SPREAD);
        assertThat(scored.level()).isEqualTo(2);
    }

    @Test
    void a_domain_below_the_first_level_counts_as_the_first() {
        Scored scored = ONE_LIGHT.spread(0).answers().all(1).rated(0, "f").scored();

        assertThat(scored.attained("f").beforeLimits()).isZero();
        assertThat(scored.attained().limits())
                .containsExactly(new LevelLimit(Rule.SPREAD, 1, List.of(new NodeId("f"))));
        assertThat(scored.level()).isEqualTo(1);
    }

    @Test
    void all_domains_that_bring_a_limit_about_are_named() {
        Scored scored =
                ONE_LIGHT
                        .spread(0)
                        .answers()
                        .all(1)
                        .rated(0.5, "e.x.5", "d.x.5", "f.x.5")
                        .scored("band");

        // C = 90 in each, so IV throughout and nothing to name
        assertThat(scored.attained().limits()).isEmpty();
        assertThat(scored.level()).isEqualTo(4);

        Scored two = ONE_LIGHT.answers().all(1).rated(0, "f").rated(0, "e").scored("band");
        // T = 45 gives II; e and f at I allow II
        assertThat(two.level()).isEqualTo(2);
        assertThat(two.next().limits())
                .containsExactly(
                        new LevelLimit(Rule.SPREAD, 2, List.of(new NodeId("e"), new NodeId("f"))));
    }

    @Test
    void under_staged_a_domain_held_back_by_its_gate_is_named() {
        TestModel model =
                TestModel.of(
                        domain("d", 0.5, ladder("x", 1, requirements(1, 2, 3))),
                        domain(
                                "e",
                                0.5,
                                ladder(
                                        "x",
                                        1,
                                        requirement(1),
                                        requirement(2),
                                        requirement(3).veto(1, Scope.DOMAIN))));
        Scored scored = model.answers().all(1).rated(0, "e.x.3").scored("staged");

        assertThat(scored.level("e")).isEqualTo(1);
        assertThat(scored.attained().beforeLimits()).isEqualTo(2);
        assertThat(scored.level()).isEqualTo(1);
        assertThat(scored.attained().limits())
                .containsExactly(new LevelLimit(Rule.SPREAD, 1, List.of(new NodeId("e"))));
    }
}
