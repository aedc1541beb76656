package org.jieti.catalog.finding;

/// Text from outside, made fit to be printed on one line of a terminal: what would move the
/// cursor, change colours or turn the direction of writing is shown as a sign instead.
public final class Printable {
    private static final int LONGEST = 2000;

    private Printable() {}

    public static String of(String text) {
        boolean cut = text.length() > LONGEST;
        int end = cut ? LONGEST : text.length();
        StringBuilder shown = new StringBuilder(end);
        for (int i = 0; i < end; i++) {
            shown.append(shown(text.charAt(i)));
        }
        return cut ? shown.append('…').toString() : shown.toString();
    }

    /// A control character as its picture, as in ␛ for escape.
    private static char shown(char c) {
        if (c < 0x20) {
            return (char) (0x2400 + c);
        }
        if (c == 0x7F) {
            return '\u2421';
        }
        boolean control = c > 0x7F && c < 0xA0;
        boolean line = c == 0x2028 || c == 0x2029;
        boolean direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        return control || line || direction ? '\uFFFD' : c;
    }
}
