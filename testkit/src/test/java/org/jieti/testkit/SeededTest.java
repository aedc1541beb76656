package org.jieti.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class SeededTest {
    private static final Set<String> RUNS = new HashSet<>();
    private static final Set<Long> FIRST_NUMBERS = new HashSet<>();

    @Seeds(5)
    void each_run_is_named_after_its_seed_and_has_numbers_of_its_own(
            RandomGenerator random, TestInfo info) {
        RUNS.add(info.getDisplayName());
        FIRST_NUMBERS.add(random.nextLong());
    }

    @AfterAll
    static void every_seed_has_run() {
        if (System.getProperty(Seeded.REPLAY) == null) {
            assertThat(RUNS)
                    .containsExactlyInAnyOrder("seed 1", "seed 2", "seed 3", "seed 4", "seed 5");
            assertThat(FIRST_NUMBERS).hasSize(5);
        }
    }

    @Test
    void a_seed_always_gives_the_same_numbers() {
        assertThat(Seeded.generator(7).nextLong()).isEqualTo(Seeded.generator(7).nextLong());
    }

    @Test
    void one_seed_can_be_replayed_alone() {
        assertThat(Seeded.seeds("17", 5)).containsExactly(17L);
        assertThat(Seeded.seeds(null, 2)).containsExactly(1L, 2L);
        assertThat(Seeded.seeds(" ", 2)).containsExactly(1L, 2L);
        assertThatThrownBy(() -> Seeded.seeds("x", 2)).isInstanceOf(NumberFormatException.class);
    }
}
