package org.jieti.core.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jieti.core.model.Criterion;

/// The criteria of a ladder by level, lowest first.
final class Rungs {
    private Rungs() {}

    static SortedMap<Integer, List<Criterion>> of(List<Criterion> criteria) {
        SortedMap<Integer, List<Criterion>> rungs = new TreeMap<>();
        for (Criterion criterion : criteria) {
            rungs.computeIfAbsent(criterion.level(), _ -> new ArrayList<>()).add(criterion);
        }
        return rungs;
    }
}
