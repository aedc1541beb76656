package org.jieti.core.grading;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jieti.core.model.NodeId;

/// The levels of the domains that take part, as the overall level looks at them. A domain without
/// an answer counts like one at the first level, which is the worst that answering it can give.
///
/// @param byDomain not empty
record DomainLevels(Map<NodeId, Integer> byDomain) {

    static DomainLevels now(Map<NodeId, Grade> domains) {
        return new DomainLevels(
                domains.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        entry -> entry.getValue().possible().lowest())));
    }

    static DomainLevels best(Map<NodeId, Grade> domains) {
        return new DomainLevels(
                domains.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        entry -> entry.getValue().possible().highest())));
    }

    int lowest() {
        return byDomain.values().stream().mapToInt(Integer::intValue).min().orElse(1);
    }

    int highest() {
        return byDomain.values().stream().mapToInt(Integer::intValue).max().orElse(1);
    }

    /// The two rules between domains, with the domains that bring each about.
    List<LevelLimit> limits(int spread) {
        return List.of(
                new LevelLimit(LevelLimit.Rule.SPREAD, lowest() + spread, domainsAt(lowest())),
                new LevelLimit(LevelLimit.Rule.HIGHEST_DOMAIN, highest(), domainsAt(highest())));
    }

    private List<NodeId> domainsAt(int level) {
        return byDomain.entrySet().stream()
                .filter(entry -> entry.getValue() == level)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
