package org.jieti.cli;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;

/// Texts with picocli markup, such as `@|bold …|@`. picocli itself would make a colour scheme for
/// every one of them.
public final class Styles {
    private static final Map<Ansi, ColorScheme> SCHEMES =
            Collections.synchronizedMap(new EnumMap<>(Ansi.class));

    private Styles() {}

    /// A text whose markup is carried out or, where nothing is coloured, taken out.
    public static Ansi.Text text(Ansi ansi, String markup) {
        return ansi.new Text(markup, scheme(ansi));
    }

    /// picocli's default colours.
    public static ColorScheme scheme(Ansi ansi) {
        ColorScheme scheme = SCHEMES.get(ansi);
        if (scheme == null) {
            scheme = Help.defaultColorScheme(ansi);
            SCHEMES.put(ansi, scheme);
        }
        return scheme;
    }
}
