package org.jieti.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import org.jieti.testkit.HouseRules;

/// The command line keeps the rules of the house; it uses core, weighting, robustness, catalog and
/// report, and prints where its session says.
@AnalyzeClasses(packages = "org.jieti.cli", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {
    @ArchTest
    static final ArchRule DEPENDENCIES =
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "org.jieti.cli..",
                            "org.jieti.core..",
                            "org.jieti.catalog..",
                            "org.jieti.report..",
                            "org.jieti.weighting..",
                            "org.jieti.robustness..",
                            "org.jieti.planning..",
                            "java..",
                            "org.jspecify.annotations",
                            "picocli..",
                            "me.tongfei.progressbar..");

    @ArchTest
    static final ArchRule FILES_ARE_READ_BY_THE_CATALOG =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.jieti.catalog.source..");

    @ArchTest
    static final ArchRule ONE_PLACE_KNOWS_THE_STANDARD_STREAMS =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("org.jieti.cli.TerminalProgress")
                    .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

    @ArchTest static final ArchRule NO_EMPTY_NAMES = HouseRules.NO_EMPTY_NAMES;

    @ArchTest static final ArchRule NO_OLD_DATES = HouseRules.NO_OLD_DATES;

    @ArchTest static final ArchRule NULL_MARKED = HouseRules.NULL_MARKED;
}
