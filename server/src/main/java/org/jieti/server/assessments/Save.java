package org.jieti.server.assessments;

import java.util.Set;

/// How a save came about, which decides whether it may replace what is kept.
///
/// @param seen the version that the writer had before them; 0 for nothing
/// @param name the browser's name for this save; empty for none
/// @param before the names of earlier saves of the same answer whose reply got lost
public record Save(int seen, String name, Set<String> before) {
    public Save {
        before = Set.copyOf(before);
    }

    /// A save that can be sent once only, as by a form without JavaScript.
    public static Save of(int seen) {
        return new Save(seen, "", Set.of());
    }
}
