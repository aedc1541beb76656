package org.jieti.report.robustness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jieti.core.uncertainty.Uncertainty;
import org.jieti.report.sensitivity.Basis;
import org.jieti.report.sensitivity.SensitivityResult.Named;
import org.jieti.robustness.montecarlo.Robustness;
import org.jieti.robustness.montecarlo.Robustness.Pair;

/// What a Monte Carlo says, with the names of all that it is about.
///
/// @param basis what units were scored by
/// @param units in the order of the experiment
public record RobustnessReport(
        Basis basis, List<Named> units, Uncertainty uncertainty, Robustness robustness) {
    public RobustnessReport {
        units = List.copyOf(units);
    }

    /// Units by point rank, those without a total last, both in the order given.
    public List<Integer> ranked() {
        Comparator<Integer> byRank = Comparator.comparingInt(robustness::pointRank);
        return IntStream.range(0, units.size()).boxed().sorted(byRank).toList();
    }

    /// The pairs whose order is least sure: those in which the unit with the lower point score is
    /// ahead most often, of those in which it ever is.
    public List<Pair> swaps(int most) {
        List<Pair> swaps = new ArrayList<>(robustness.pairs());
        swaps.removeIf(pair -> pair.secondAhead().runs() == 0);
        swaps.sort(Comparator.comparingLong((Pair pair) -> -pair.secondAhead().runs()));
        return swaps.subList(0, Math.min(most, swaps.size()));
    }

    /// The number of domains or parts.
    public int partCount() {
        return robustness.partCount();
    }
}
