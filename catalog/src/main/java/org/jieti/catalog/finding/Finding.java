package org.jieti.catalog.finding;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jieti.core.model.Language;
import org.jieti.core.model.Text;

/// One thing that is wrong in a file. Its rule id is stable; message and hint exist in both
/// languages.
///
/// @param arguments the values that break the rule, in the order the message expects; a [Word] or
///     a [Text] prints in the language of the message
public record Finding(Severity severity, Location location, String rule, List<Object> arguments) {
    private static final String BUNDLE = "org.jieti.catalog.findings";
    private static final MathContext FIFTEEN_DIGITS = new MathContext(15);

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
        return "%s %s %s %s"
                .formatted(
                        Printable.of(location.toString()), rule, message(language), hint(language));
    }

    private String text(String part, Language language) {
        Locale locale = locale(language);
        ResourceBundle texts = ResourceBundle.getBundle(BUNDLE, locale);
        try {
            Object[] values =
                    arguments.stream().map(value -> printed(value, language, texts)).toArray();
            return new MessageFormat(texts.getString(textKey() + "." + part), locale)
                    .format(values);
        } catch (MissingResourceException e) {
            throw new IllegalStateException("No text for finding " + rule, e);
        }
    }

    /// All rules of the schema share one text, which quotes the validator's.
    private String textKey() {
        return rule.startsWith("schema.") ? "schema" : rule;
    }

    private static String printed(Object value, Language language, ResourceBundle texts) {
        return switch (value) {
            case Double number -> number(number);
            case Word word -> texts.getString("word." + word.name().toLowerCase(Locale.ROOT));
            case Text text -> Printable.of(text.in(language));
            default -> Printable.of(value.toString());
        };
    }

    /// Numbers print as people write them: never grouped, and without what binary arithmetic adds
    /// in the last digit.
    private static String number(double number) {
        if (number == 0 || Math.abs(number) < 1e-15 || Math.abs(number) > 1e15) {
            return Double.toString(number).replaceFirst("\\.0$", "");
        }
        BigDecimal shown = new BigDecimal(number).round(FIFTEEN_DIGITS).stripTrailingZeros();
        return shown.toPlainString();
    }

    private static Locale locale(Language language) {
        return switch (language) {
            case ZH -> Locale.SIMPLIFIED_CHINESE;
            case EN -> Locale.ROOT;
        };
    }
}
