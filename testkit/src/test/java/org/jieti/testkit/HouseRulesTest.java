package org.jieti.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Shows that each rule can fail, on classes written to break it.
class HouseRulesTest {
    private static final String SAMPLE = "org.jieti.testkit.sample";
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(SAMPLE);
    private static final JavaClasses KEPT = new ClassFileImporter().importClasses(Golden.class);

    @Test
    void an_empty_name_fails() {
        assertThat(failures(HouseRules.NO_EMPTY_NAMES)).contains("PrintingHelper");
    }

    @Test
    void an_old_date_fails() {
        assertThat(failures(HouseRules.NO_OLD_DATES)).contains("java.util.Date");
    }

    @Test
    void printing_outside_the_command_line_fails() {
        assertThat(failures(HouseRules.NO_PRINTING)).contains("System.out");
    }

    @Test
    void a_package_that_is_not_null_marked_fails() {
        assertThat(failures(HouseRules.NULL_MARKED)).contains("PrintingHelper");
    }

    @Test
    void what_is_not_pure_fails() {
        assertThat(failures(HouseRules.pure(SAMPLE)))
                .contains("java.io.PrintStream")
                .doesNotContain("Nullable");
    }

    @Test
    void a_package_that_uses_a_later_one_fails_and_the_reverse_does_not() {
        assertThat(failures(HouseRules.layered(SAMPLE, "early", "late")))
                .contains("Field <org.jieti.testkit.sample.early.Early.late>")
                .doesNotContain("Field <org.jieti.testkit.sample.late.Late.early>");
    }

    @Test
    void a_package_that_no_layer_names_fails() {
        assertThat(failures(HouseRules.layered(SAMPLE, "late"))).contains("sample.early.Early");
    }

    @Test
    void a_cycle_of_packages_fails() {
        assertThat(failures(HouseRules.noCycles(SAMPLE))).contains("Cycle detected");
    }

    static ArchRule[] rulesThatMatchNothing() {
        return new ArchRule[] {
            HouseRules.pure("org.nowhere"),
            HouseRules.layered("org.nowhere", "model"),
            HouseRules.layered(SAMPLE, "early", "late", "latest"),
            HouseRules.noCycles("org.nowhere")
        };
    }

    @ParameterizedTest
    @MethodSource("rulesThatMatchNothing")
    void a_rule_that_matches_nothing_fails(ArchRule rule) {
        assertThatThrownBy(() -> rule.check(KEPT)).isInstanceOf(AssertionError.class);
    }

    private static String failures(ArchRule rule) {
        return rule.evaluate(BROKEN).getFailureReport().toString();
    }
}
