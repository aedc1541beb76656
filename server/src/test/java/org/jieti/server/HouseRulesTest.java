package org.jieti.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import org.jieti.testkit.HouseRules;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// The server keeps the rules of the house; a feature uses only those that its package names.
@AnalyzeClasses(
        packages = "org.jieti.server",
        importOptions = {DoNotIncludeTests.class, HouseRulesTest.Written.class})
class HouseRulesTest {
    @ArchTest
    static final ArchRule ONLY_THE_START_PRINTS =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.jieti.server.launch")
                    .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule ONE_JACKSON =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.fasterxml.jackson.databind..");

    @ArchTest
    static final ArchRule SCORES_COME_FROM_THE_ENGINE =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.jieti.core.scoring..", "org.jieti.core.grading..")
                    .because("Scoring is the one door");

    @ArchTest static final ArchRule NO_EMPTY_NAMES = HouseRules.NO_EMPTY_NAMES;

    @ArchTest static final ArchRule NO_OLD_DATES = HouseRules.NO_OLD_DATES;

    @ArchTest static final ArchRule NULL_MARKED = HouseRules.NULL_MARKED;

    @Test
    void features_use_only_those_that_they_name() {
        ApplicationModules.of(Jieti.class).verify();
    }

    /// All but the tables as Java, which are generated.
    static final class Written implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/database/schema/");
        }
    }
}
