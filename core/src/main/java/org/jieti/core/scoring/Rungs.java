package org.jieti.core.scoring;

import java.util.ArrayList;
import java.util.List;
import org.jieti.core.model.Criterion;

/// The criteria of a ladder by level, lowest first.
///
/// @param rungs none of them empty
record Rungs(List<Rung> rungs) {

    /// The criteria at one level, in the order of the model.
    record Rung(int level, List<Criterion> criteria) {}

    /// Every ladder of every unit passes here several times, and has few rungs: they are put in
    /// order as they come.
    static Rungs of(List<Criterion> criteria) {
        List<Rung> rungs = new ArrayList<>();
        for (Criterion criterion : criteria) {
            int at = rungs.size();
            while (at > 0 && rungs.get(at - 1).level() > criterion.level()) {
                at--;
            }
            if (at == 0 || rungs.get(at - 1).level() < criterion.level()) {
                rungs.add(at, new Rung(criterion.level(), new ArrayList<>(4)));
                at++;
            }
            rungs.get(at - 1).criteria().add(criterion);
        }
        return new Rungs(rungs);
    }
}
