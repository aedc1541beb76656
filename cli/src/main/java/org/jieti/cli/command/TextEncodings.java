package org.jieti.cli.command;

import java.util.Locale;
import org.jieti.catalog.batch.TextEncoding;
import org.jspecify.annotations.Nullable;

/// The names of encodings on the command line.
final class TextEncodings {
    private TextEncodings() {}

    /// Null for one that is not known.
    static @Nullable TextEncoding named(String asked) {
        return switch (asked.toLowerCase(Locale.ROOT)) {
            case "utf-8", "utf8" -> TextEncoding.UTF_8;
            case "gb18030", "gbk", "gb2312" -> TextEncoding.GB18030;
            default -> null;
        };
    }
}
