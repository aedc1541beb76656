package org.jieti.server.assessments;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.NodeId;

/// Where nodes stand in a model's tree.
final class Nodes {
    private Nodes() {}

    /// The ids of a node and of all that can be above it: those that its own begins with, as a
    /// model's rules demand.
    static Set<String> upTo(NodeId node) {
        Set<String> ids = new LinkedHashSet<>();
        String id = node.value();
        for (int dot = id.indexOf('.'); dot >= 0; dot = id.indexOf('.', dot + 1)) {
            ids.add(id.substring(0, dot));
        }
        ids.add(id);
        return ids;
    }

    /// The ids of all nodes of a model.
    static Set<String> all(MaturityModel model) {
        Set<String> ids = new LinkedHashSet<>();
        model.forEachNode(node -> ids.add(node.id().value()));
        return ids;
    }
}
