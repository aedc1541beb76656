package org.jieti.catalog.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A number as people write it: a decimal, or a fraction such as 1/7.
public final class Ratio {
    private static final Pattern FRACTION = Pattern.compile("([0-9]{1,9})/([1-9][0-9]{0,8})");
    private static final Pattern DECIMAL =
            Pattern.compile(
                    "[-+]?([0-9]{1,300}(\\.[0-9]{0,300})?|\\.[0-9]{1,300})([eE][-+]?[0-9]{1,3})?");

    private Ratio() {}

    /// The number in a file; null if it is none.
    public static @Nullable Double of(Value value) {
        if (!(value instanceof Value.Scalar scalar)) {
            return null;
        }
        return switch (scalar.type()) {
            case NUMBER -> Double.valueOf(scalar.text());
            case TEXT -> fraction(scalar.text());
            case BOOLEAN, NULL -> null;
        };
    }

    /// The number in a cell of a table; null if it is none.
    public static @Nullable Double of(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            return fraction(text);
        }
        double number = Double.parseDouble(text);
        return Double.isFinite(number) ? Double.valueOf(number) : null;
    }

    private static @Nullable Double fraction(String text) {
        Matcher fraction = FRACTION.matcher(text);
        return fraction.matches()
                ? Double.valueOf(
                        Double.parseDouble(fraction.group(1))
                                / Double.parseDouble(fraction.group(2)))
                : null;
    }
}
