package org.jieti.core.model;

import java.util.Map;

/// What an assessor reads beside a criterion: the question, what makes each rating, and which
/// documents would show it. Kept apart from the tree because scoring never needs it.
///
/// @param anchors by rating id, as in `met`
public record Guidance(Text question, Map<String, Text> anchors, Text evidence) {
    public Guidance {
        anchors = Map.copyOf(anchors);
    }
}
