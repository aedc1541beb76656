package org.jieti.core.grading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jieti.core.model.NodeId;

/// The levels of the domains that take part, as the overall level looks at them. A domain without
/// an answer counts like one at the first level, which is the worst that answering it can give.
///
/// @param byDomain not empty
record DomainLevels(Map<NodeId, Integer> byDomain) {

    static DomainLevels now(Map<NodeId, Grade> domains) {
        Map<NodeId, Integer> levels = new HashMap<>();
        domains.forEach((domain, grade) -> levels.put(domain, grade.possible().lowest()));
        return new DomainLevels(levels);
    }

    static DomainLevels best(Map<NodeId, Grade> domains) {
        Map<NodeId, Integer> levels = new HashMap<>();
        domains.forEach((domain, grade) -> levels.put(domain, grade.possible().highest()));
        return new DomainLevels(levels);
    }

    int lowest() {
        return Collections.min(byDomain.values());
    }

    int highest() {
        return Collections.max(byDomain.values());
    }

    /// The two rules between domains, with the domains that bring each about.
    List<LevelLimit> limits(int spread) {
        return List.of(
                new LevelLimit(LevelLimit.Rule.SPREAD, lowest() + spread, domainsAt(lowest())),
                new LevelLimit(LevelLimit.Rule.HIGHEST_DOMAIN, highest(), domainsAt(highest())));
    }

    private List<NodeId> domainsAt(int level) {
        List<NodeId> domains = new ArrayList<>();
        byDomain.forEach(
                (domain, stands) -> {
                    if (stands == level) {
                        domains.add(domain);
                    }
                });
        Collections.sort(domains);
        return domains;
    }
}
