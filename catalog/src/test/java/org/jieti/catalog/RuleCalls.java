package org.jieti.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jieti.testkit.Golden;

/// The rules that the sources of core and catalog report, and with how many values.
final class RuleCalls {
    private static final String ID =
            "((?:file|yaml|json|model|weights|preset|assessment|clauses|variant|crosswalk|weighing|batch|panel"
                + "|workbook|index|table|population|uncertainty|costs)(?:\\.[a-z]+(?:-[a-z]+)*)+)";

    private static final Pattern RULE = Pattern.compile("\"" + ID + "\"");

    /// What reports a rule: the values follow it, for `report` after a subject, and for a
    /// violation in a list of their own.
    private static final Set<String> REPORTS =
            Set.of("error", "warning", "complain", "refuse", "report", "Violation");

    /// One place in the sources where a rule is reported.
    record Call(String file, String rule, int values) {}

    private RuleCalls() {}

    static Set<String> rules() {
        return named(RULE, mainSources());
    }

    static Set<String> rulesNamedInTests() {
        return named(
                Pattern.compile(ID),
                Stream.of("core", "weighting", "catalog", "cli")
                        .flatMap(module -> sources(module + "/src/test/java"))
                        .filter(file -> !file.endsWith("TextsTest.java")));
    }

    /// Every call whose values can be counted in the source; those that pass on an array of
    /// values cannot.
    static List<Call> all() {
        List<Call> calls = new ArrayList<>();
        mainSources()
                .forEach(
                        file -> {
                            String source = text(file);
                            Matcher rule = RULE.matcher(source);
                            while (rule.find()) {
                                String by = caller(source, rule.start());
                                String rest = rest(source, rule.end());
                                if (REPORTS.contains(by)
                                        && !rest.contains("toArray()")
                                        && !rest.contains(", arguments")) {
                                    calls.add(
                                            new Call(
                                                    file.toString(),
                                                    rule.group(1),
                                                    values(by, rest)));
                                }
                            }
                        });
        return calls;
    }

    private static int values(String caller, String rest) {
        return switch (caller) {
            case "report" -> count(rest) - 1;
            case "Violation" -> {
                int list = rest.indexOf("List.of(");
                String inner = list < 0 ? "" : rest(rest, list + "List.of(".length());
                yield inner.isBlank() ? 0 : count(inner) + 1;
            }
            default -> count(rest);
        };
    }

    /// The name before the bracket that encloses a place.
    private static String caller(String source, int at) {
        int depth = 0;
        for (int i = at - 1; i >= 0; i--) {
            char c = source.charAt(i);
            depth += c == ')' ? 1 : c == '(' ? -1 : 0;
            if (depth < 0) {
                int end = i;
                while (i > 0 && Character.isJavaIdentifierPart(source.charAt(i - 1))) {
                    i--;
                }
                return source.substring(i, end);
            }
        }
        return "";
    }

    /// What stands between a place and the end of the brackets that enclose it.
    private static String rest(String source, int from) {
        int depth = 0;
        boolean quoted = false;
        for (int i = from; i < source.length(); i++) {
            char c = source.charAt(i);
            quoted ^= c == '"' && source.charAt(i - 1) != '\\';
            depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth < 0) {
                return source.substring(from, i);
            }
        }
        return "";
    }

    /// The commas outside of inner brackets and quotes.
    private static int count(String arguments) {
        int commas = 0;
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < arguments.length(); i++) {
            char c = arguments.charAt(i);
            quoted ^= c == '"' && (i == 0 || arguments.charAt(i - 1) != '\\');
            if (!quoted) {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                commas += c == ',' && depth == 0 ? 1 : 0;
            }
        }
        return commas;
    }

    private static Set<String> named(Pattern pattern, Stream<Path> files) {
        return files.flatMap(file -> pattern.matcher(text(file)).results())
                .map(match -> match.group(1))
                .filter(rule -> !rule.matches(".*\\.(yaml|json|csv|bin|properties)"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Path> mainSources() {
        return Stream.of("core", "weighting", "catalog")
                .flatMap(module -> sources(module + "/src/main/java"));
    }

    private static Stream<Path> sources(String folder) {
        try (Stream<Path> files = Files.walk(Golden.root().resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
