package org.jieti.server.accounts.domain;

import java.util.Map;

/// What differs between before and after, for an audit row.
final class Changes {
    private Changes() {}

    static void put(
            String field,
            String before,
            String after,
            Map<String, Object> was,
            Map<String, Object> is) {
        if (!before.equals(after)) {
            was.put(field, before);
            is.put(field, after);
        }
    }
}
