package org.jieti.core;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jieti.testkit.HouseRules;

/// The engine keeps the rules of the house, and its packages read as the method.
@AnalyzeClasses(packages = "org.jieti.core", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {
    @ArchTest static final ArchRule PURE = HouseRules.pure("org.jieti.core");

    @ArchTest
    static final ArchRule LAYERED =
            HouseRules.layered(
                    "org.jieti.core",
                    "model",
                    "elicitation",
                    "assessment",
                    "agreement",
                    "scoring",
                    "grading",
                    "result",
                    "crosswalk",
                    "population",
                    "uncertainty",
                    "effort");

    @ArchTest static final ArchRule NO_CYCLES = HouseRules.noCycles("org.jieti");

    @ArchTest static final ArchRule NO_EMPTY_NAMES = HouseRules.NO_EMPTY_NAMES;

    @ArchTest static final ArchRule NO_OLD_DATES = HouseRules.NO_OLD_DATES;

    @ArchTest static final ArchRule NO_PRINTING = HouseRules.NO_PRINTING;

    @ArchTest static final ArchRule NULL_MARKED = HouseRules.NULL_MARKED;
}
