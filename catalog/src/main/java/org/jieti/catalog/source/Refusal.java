package org.jieti.catalog.source;

import org.jieti.catalog.finding.Location;

/// Stops the reading of a file that is made to exhaust the reader.
final class Refusal extends RuntimeException {
    /// Deeper than any file of ours, far less deep than the stack.
    private static final int DEEPEST = 40;

    /// Several times what the largest model holds.
    private static final int MOST_VALUES = 250_000;

    private static final long serialVersionUID = 1;

    private final transient Location at;
    private final String rule;
    private final int limit;

    private Refusal(Location at, String rule, int limit) {
        super(rule, null, false, false);
        this.at = at;
        this.rule = rule;
        this.limit = limit;
    }

    /// Refuses to go deeper or further than any file of ours does.
    ///
    /// @param depth how deep the value stands
    /// @param count how many values were read before
    static void check(Location at, int depth, int count) {
        if (depth > DEEPEST) {
            throw new Refusal(at, "file.depth", DEEPEST);
        }
        if (count > MOST_VALUES) {
            throw new Refusal(at, "file.values", MOST_VALUES);
        }
    }

    Location at() {
        return at;
    }

    String rule() {
        return rule;
    }

    int limit() {
        return limit;
    }
}
