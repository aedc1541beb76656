package org.jieti.catalog.finding;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jieti.core.model.Language;

/// One thing that is wrong in a file. Its rule id is stable; message and hint exist in both
/// languages.
///
/// @param arguments the values that break the rule, in the order the message expects
public record Finding(Severity severity, Location location, String rule, List<Object> arguments) {
    private static final String BUNDLE = "org.jieti.catalog.findings";

    public Finding {
        arguments = List.copyOf(arguments);
    }

    public static Finding error(Location location, String rule, Object... arguments) {
        return new Finding(Severity.ERROR, location, rule, List.of(arguments));
    }

    public static Finding warning(Location location, String rule, Object... arguments) {
        return new Finding(Severity.WARNING, location, rule, List.of(arguments));
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /// What is wrong.
    public String message(Language language) {
        return text("message", language);
    }

    /// What to do about it.
    public String hint(Language language) {
        return text("hint", language);
    }

    /// `file:line:column rule-id message hint`, on one line.
    public String line(Language language) {
        return "%s %s %s %s".formatted(location, rule, message(language), hint(language)).strip();
    }

    private String text(String part, Language language) {
        Locale locale = locale(language);
        try {
            String pattern =
                    ResourceBundle.getBundle(BUNDLE, locale).getString(textKey() + "." + part);
            Object[] values = arguments.stream().map(Finding::printed).toArray();
            return new MessageFormat(pattern, locale).format(values);
        } catch (MissingResourceException e) {
            throw new IllegalStateException("No text for finding " + rule, e);
        }
    }

    /// All rules of the schema share one text, which quotes the validator's.
    private String textKey() {
        return rule.startsWith("schema.") ? "schema" : rule;
    }

    /// Numbers print as they were written, never grouped or shortened.
    private static Object printed(Object value) {
        return switch (value) {
            case Double number -> Double.toString(number).replaceFirst("\\.0$", "");
            default -> value.toString();
        };
    }

    private static Locale locale(Language language) {
        return switch (language) {
            case ZH -> Locale.SIMPLIFIED_CHINESE;
            case EN -> Locale.ROOT;
        };
    }
}
