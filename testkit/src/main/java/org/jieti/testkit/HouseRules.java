package org.jieti.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/// The rules of the house, as ArchUnit checks them. A rule that matches no class fails.
public final class HouseRules {
    private static final String CLI = "org.jieti.cli..";

    /// What pure functions on immutable values need of the JDK: no files, no network, no
    /// databases, no reflection, no threads.
    private static final List<String> PURE_JAVA =
            List.of(
                    "java.lang",
                    "java.lang.annotation",
                    "java.lang.invoke",
                    "java.lang.runtime",
                    "java.math",
                    "java.time..",
                    "java.util",
                    "java.util.function",
                    "java.util.random",
                    "java.util.regex",
                    "java.util.stream");

    /// Names that say nothing of what a class is.
    public static final ArchRule NO_EMPTY_NAMES =
            noClasses()
                    .should()
                    .haveNameMatching(".*(Impl|Manager|Helper|Utils?)(\\$.*)?")
                    .because("a class is named after what it is");

    /// Time is `java.time`.
    public static final ArchRule NO_OLD_DATES =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(Date.class)
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(Calendar.class)
                    .because("java.time is what we use");

    /// Only the command line prints.
    public static final ArchRule NO_PRINTING =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(CLI)
                    .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                    .because("only the command line prints");

    /// Null is never meant unless a type says so.
    public static final ArchRule NULL_MARKED = classes().should(resideInNullMarkedPackage());

    private HouseRules() {}

    /// Classes of a module depend on themselves, JSpecify and the pure part of the JDK only.
    ///
    /// @param root the module's root package, as in `org.jieti.core`
    public static ArchRule pure(String root) {
        List<String> allowed = new ArrayList<>(PURE_JAVA);
        allowed.add(root + "..");
        allowed.add("org.jspecify.annotations");
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new))
                .because(root + " holds pure functions on immutable values");
    }

    /// The packages of a module read as a sequence: each uses only those before it, and the
    /// classes of the root package, which use none. There are no other packages.
    ///
    /// @param root the module's root package, as in `org.jieti.core`
    /// @param packages the names below the root, first to last
    public static ArchRule layered(String root, String... packages) {
        List<String> allowed = new ArrayList<>();
        allowed.add(root);
        ArchRule rule = usesOnly(root, root, allowed);
        for (String name : packages) {
            String layer = root + "." + name + "..";
            allowed.add(layer);
            rule = CompositeArchRule.of(rule).and(usesOnly(root, layer, allowed));
        }
        return CompositeArchRule.of(rule)
                .and(
                        classes()
                                .that()
                                .resideInAPackage(root + "..")
                                .should()
                                .resideInAnyPackage(allowed.toArray(String[]::new)));
    }

    private static ArchRule usesOnly(String root, String layer, List<String> allowed) {
        List<String> outsideOrAllowed = List.copyOf(allowed);
        return classes()
                .that()
                .resideInAPackage(layer)
                .should()
                .onlyDependOnClassesThat(
                        JavaClass.Predicates.resideOutsideOfPackage(root + "..")
                                .or(
                                        JavaClass.Predicates.resideInAnyPackage(
                                                outsideOrAllowed.toArray(String[]::new))));
    }

    /// No package depends on itself by way of others.
    ///
    /// @param root the package beneath which every package is looked at, as in `org.jieti`
    public static ArchRule noCycles(String root) {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    private static ArchCondition<JavaClass> resideInNullMarkedPackage() {
        return new ArchCondition<>("reside in a @NullMarked package") {
            @Override
            public void check(JavaClass checked, ConditionEvents events) {
                events.add(
                        new SimpleConditionEvent(
                                checked,
                                checked.getPackage().isAnnotatedWith(NullMarked.class),
                                "The package of %s is not @NullMarked: it needs a package-info"
                                        .formatted(checked.getName())));
            }
        };
    }
}
