package org.jieti.core.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieti.core.fixture.Scored.EXACT;
import static org.jieti.core.fixture.Tree.domain;
import static org.jieti.core.fixture.Tree.ladder;
import static org.jieti.core.fixture.Tree.requirement;
import static org.jieti.core.fixture.Tree.requirements;

import java.util.List;
import org.jieti.core.fixture.TestModel;
import org.jieti.core.grading.HeavyCriteria.Heavy;
import org.jieti.core.model.NodeId;
import org.junit.jupiter.api.Test;

class HeavyCriteriaTest {
    private static final TestModel MODEL =
            TestModel.of(
                    domain(
                            "d",
                            1,
                            ladder("x", 0.4, requirements(1, 1, 2, 2)),
                            ladder("y", 0.2, requirements(1, 2)),
                            ladder("z", 0.4, requirements(1, 1))));

    private static List<Heavy> heavy(TestModel model, double limit) {
        return HeavyCriteria.find(model.model(), model.weights(), limit);
    }

    @Test
    void a_criterion_with_exactly_the_limit_is_not_heavy_one_above_is() {
        // I: x 0.4/2 each, y 0.2, z 0.4/2 each. II, in x and y alone: 0.2/0.6, 0.2/0.6, 0.2/0.6
        assertThat(heavy(MODEL, 0.2))
                .extracting(h -> h.criterion().value())
                .containsExactly("d.x.2.1", "d.x.2.2", "d.y.2");
        assertThat(heavy(MODEL, 0.2))
                .allSatisfy(h -> assertThat(h.part()).isCloseTo(1 / 3.0, EXACT));
        assertThat(heavy(MODEL, 0.5)).isEmpty();
    }

    @Test
    void a_criterion_alone_at_its_level_carries_all_of_it() {
        TestModel model = TestModel.of(domain("d", 1, ladder("x", 1, requirement(3))));

        assertThat(heavy(model, 0.2))
                .containsExactly(new Heavy(new NodeId("d"), new NodeId("d.x.3"), 3, 1));
    }

    @Test
    void what_is_mandatory_anyway_is_left_out() {
        TestModel model =
                TestModel.of(
                        domain("d", 1, ladder("x", 1, requirement(1).mandatory(), requirement(2))));

        assertThat(heavy(model, 0.2)).extracting(Heavy::level).containsExactly(2);
    }

    @Test
    void a_ladder_without_weight_carries_nothing() {
        TestModel model =
                TestModel.of(
                        domain(
                                "d",
                                1,
                                ladder("x", 0, requirement(1)),
                                ladder("y", 1, requirement(2))));

        assertThat(heavy(model, 0.2)).extracting(Heavy::level).containsExactly(2);
    }
}
