package org.jieti.server.shared.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Versions of what can be changed, as HTTP writes them: `"3"`; what is not there yet is `"0"`.
public final class Versions {
    private static final Pattern STRONG = Pattern.compile("\"(\\d{1,9})\"");

    private Versions() {}

    /// The header `ETag` of a version.
    public static String tag(int version) {
        return "\"" + version + "\"";
    }

    /// The version that a change replaces, from the header `If-Match`.
    ///
    /// @throws ApiRefusal if there is no header, or it names no version of ours
    public static int replaced(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw ApiRefusal.of(ProblemCode.VERSION_REQUIRED);
        }
        Matcher tag = STRONG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw ApiRefusal.of(ProblemCode.CHANGED_SINCE);
        }
        return Integer.parseInt(tag.group(1));
    }
}
