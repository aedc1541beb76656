package org.jieti.core.scoring;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jieti.core.model.Criterion;

/// The criteria of a ladder by level, lowest first.
final class Rungs {
    private Rungs() {}

    static SortedMap<Integer, List<Criterion>> of(List<Criterion> criteria) {
        return criteria.stream()
                .collect(
                        Collectors.groupingBy(Criterion::level, TreeMap::new, Collectors.toList()));
    }
}
