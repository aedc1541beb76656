package org.jieti.planning.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jieti.planning.fixture.Cases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CasesTest {

    static List<Cases.Instance> instances() {
        return Cases.all();
    }

    @ParameterizedTest
    @MethodSource("instances")
    void the_cost_is_that_of_an_independent_solver(Cases.Instance instance) {
        Roadmap roadmap = Planner.plan(instance.request());

        assertThat(roadmap).isInstanceOf(Roadmap.Planned.class);
        Roadmap.Planned planned = (Roadmap.Planned) roadmap;
        assertThat(planned.cost()).isEqualTo(instance.cost());
        assertThat(planned.proof().proven()).isTrue();
        assertThat(planned.actions().stream().mapToLong(Roadmap.Action::cost).sum())
                .isEqualTo(planned.cost());
        if (instance.request().goal() instanceof Goal.Reach(Target target)) {
            assertThat(target.isReachedBy(planned.reached())).isTrue();
        }
    }
}
