package org.jieti.catalog;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jieti.testkit.HouseRules;

/// The catalog keeps the rules of the house; of our modules it uses the core only.
@AnalyzeClasses(packages = "org.jieti.catalog", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {
    @ArchTest
    static final ArchRule DEPENDENCIES =
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "org.jieti.catalog..",
                            "org.jieti.core..",
                            "java.io",
                            "java.lang..",
                            "java.math",
                            "java.nio..",
                            "java.text",
                            "java.time",
                            "java.util..",
                            "org.jspecify.annotations",
                            "org.snakeyaml.engine..",
                            "tools.jackson..",
                            "com.networknt.schema..",
                            "de.siegmar.fastcsv..",
                            "org.dhatim.fastexcel..");

    @ArchTest
    static final ArchRule TABLES_ARE_READ_WHERE_FORMATS_ARE =
            classes()
                    .that()
                    .resideOutsideOfPackages(
                            "org.jieti.catalog.batch",
                            "org.jieti.catalog.population",
                            "org.jieti.catalog.table",
                            "org.jieti.catalog.weighing")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideOutsideOfPackage("de.siegmar.fastcsv..");

    @ArchTest
    static final ArchRule WORKBOOKS_ARE_READ_IN_ONE_PLACE =
            classes()
                    .that()
                    .resideOutsideOfPackage("org.jieti.catalog.workbook")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideOutsideOfPackage("org.dhatim.fastexcel..");

    @ArchTest
    static final ArchRule YAML_AND_JSON_ARE_READ_IN_ONE_PLACE =
            classes()
                    .that()
                    .resideOutsideOfPackage("org.jieti.catalog.source")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideOutsideOfPackages("org.snakeyaml.engine..", "tools.jackson.core..");

    @ArchTest static final ArchRule NO_CYCLES = HouseRules.noCycles("org.jieti");

    @ArchTest static final ArchRule NO_EMPTY_NAMES = HouseRules.NO_EMPTY_NAMES;

    @ArchTest static final ArchRule NO_OLD_DATES = HouseRules.NO_OLD_DATES;

    @ArchTest static final ArchRule NO_PRINTING = HouseRules.NO_PRINTING;

    @ArchTest static final ArchRule NULL_MARKED = HouseRules.NULL_MARKED;
}
