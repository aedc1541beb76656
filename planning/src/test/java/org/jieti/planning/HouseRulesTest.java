package org.jieti.planning;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jieti.testkit.HouseRules;

/// Planning keeps the rules of the house; of our modules it uses core and robustness, and the
/// solver in one place.
@AnalyzeClasses(packages = "org.jieti.planning", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {
    @ArchTest
    static final ArchRule DEPENDENCIES =
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "org.jieti.planning..",
                            "org.jieti.core..",
                            "org.jieti.robustness..",
                            "com.google.ortools..",
                            "java.lang..",
                            "java.time",
                            "java.util..",
                            "org.jspecify.annotations");

    @ArchTest
    static final ArchRule THE_SOLVER_IS_CALLED_IN_ONE_PLACE =
            classes()
                    .that()
                    .resideOutsideOfPackage("org.jieti.planning.program")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideOutsideOfPackage("com.google.ortools..");

    @ArchTest static final ArchRule NO_CYCLES = HouseRules.noCycles("org.jieti");

    @ArchTest static final ArchRule NO_EMPTY_NAMES = HouseRules.NO_EMPTY_NAMES;

    @ArchTest static final ArchRule NO_OLD_DATES = HouseRules.NO_OLD_DATES;

    @ArchTest static final ArchRule NO_PRINTING = HouseRules.NO_PRINTING;

    @ArchTest static final ArchRule NULL_MARKED = HouseRules.NULL_MARKED;
}
