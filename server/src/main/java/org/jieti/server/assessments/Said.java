package org.jieti.server.assessments;

import java.util.Set;
import org.jieti.core.model.NodeId;

/// What somebody says as they make a [Move].
///
/// @param reason empty for none
/// @param statement 真实性承诺 as it was confirmed, word by word; empty for none
/// @param leftOpen criteria that are handed on unanswered on purpose
public record Said(String reason, String statement, Set<NodeId> leftOpen) {
    public Said {
        reason = reason.strip();
        statement = statement.strip();
        leftOpen = Set.copyOf(leftOpen);
    }

    public static Said nothing() {
        return new Said("", "", Set.of());
    }

    public static Said because(String reason) {
        return new Said(reason, "", Set.of());
    }

    public static Said declaring(String statement) {
        return new Said("", statement, Set.of());
    }

    public static Said leavingOpen(Set<NodeId> criteria) {
        return new Said("", "", criteria);
    }
}
