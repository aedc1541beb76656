package org.jieti.core.result;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jieti.core.model.Domain;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.NodeId;

/// The level aimed at in each domain. Domains without an entry have no target.
public record TargetProfile(Map<NodeId, Integer> levels) {
    public TargetProfile {
        levels = Map.copyOf(levels);
    }

    /// The same level in every domain.
    public static TargetProfile uniform(MaturityModel model, int level) {
        Map<NodeId, Integer> levels = new LinkedHashMap<>();
        for (Domain domain : model.domains()) {
            levels.put(domain.id(), level);
        }
        return new TargetProfile(levels);
    }

    /// The target of a domain; 0 where there is none.
    public int level(NodeId domain) {
        return levels.getOrDefault(domain, 0);
    }
}
