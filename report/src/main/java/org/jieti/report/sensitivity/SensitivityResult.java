package org.jieti.report.sensitivity;

import java.util.ArrayList;
import java.util.List;
import org.jieti.core.uncertainty.Factor;
import org.jieti.core.uncertainty.Uncertainty;
import org.jieti.robustness.sensitivity.ExperimentStudy.Quantity;
import org.jieti.robustness.sensitivity.Indices;
import org.jieti.robustness.sensitivity.SobolIndices;
import org.jspecify.annotations.Nullable;

/// The Sobol indices of units, with all that was varied.
///
/// @param units in the order of the indices' subjects
/// @param factors those that vary, in the order of the effects
/// @param quantities in the order of the outcomes
public record SensitivityResult(
        Basis basis,
        List<Named> units,
        Uncertainty uncertainty,
        List<Factor> factors,
        List<Quantity> quantities,
        SobolIndices indices) {
    public SensitivityResult {
        units = List.copyOf(units);
        factors = List.copyOf(factors);
        quantities = List.copyOf(quantities);
    }

    /// A unit.
    public record Named(String id, String name) {}

    Indices of(int unit, int quantity) {
        return indices.of(unit, quantity);
    }

    /// How far the ranks of all units move on average; null where units are not ranked.
    public @Nullable Indices shift() {
        return indices.indices().size() > units.size() ? indices.of(units.size(), 0) : null;
    }

    /// How many runs there were.
    public long runs() {
        return (long) indices.rows() * (factors.size() + 2);
    }

    /// What the factors do to one quantity over all units whose value of it moves.
    ///
    /// @param moved how many units these are
    /// @param parts one for each factor
    public record Summary(int moved, List<Part> parts) {
        public Summary {
            parts = List.copyOf(parts);
        }
    }

    /// One factor over many units.
    ///
    /// @param first the mean of the first-order indices
    /// @param total the mean of the total indices
    /// @param leads of how many units it has the largest total index
    public record Part(int factor, double first, double total, int leads) {}

    /// What the factors do to one quantity.
    public Summary summary(int quantity) {
        double[] first = new double[factors.size()];
        double[] total = new double[factors.size()];
        int[] leads = new int[factors.size()];
        int moved = 0;
        for (int unit = 0; unit < units.size(); unit++) {
            if (of(unit, quantity) instanceof Indices.Defined defined) {
                moved++;
                for (int factor = 0; factor < first.length; factor++) {
                    first[factor] += defined.effects().get(factor).first().value();
                    total[factor] += defined.effects().get(factor).total().value();
                }
                leads[leading(defined)]++;
            }
        }
        List<Part> parts = new ArrayList<>();
        for (int factor = 0; factor < first.length && moved > 0; factor++) {
            parts.add(
                    new Part(factor, first[factor] / moved, total[factor] / moved, leads[factor]));
        }
        return new Summary(moved, parts);
    }

    /// The factor with the largest total index.
    static int leading(Indices.Defined defined) {
        int leading = 0;
        for (int factor = 1; factor < defined.effects().size(); factor++) {
            if (defined.effects().get(factor).total().value()
                    > defined.effects().get(leading).total().value()) {
                leading = factor;
            }
        }
        return leading;
    }

    /// The factors by their total indices, the largest first.
    public static List<Integer> order(Indices.Defined defined) {
        List<Integer> order = new ArrayList<>();
        for (int factor = 0; factor < defined.effects().size(); factor++) {
            order.add(factor);
        }
        order.sort(
                (a, b) ->
                        Double.compare(
                                defined.effects().get(b).total().value(),
                                defined.effects().get(a).total().value()));
        return order;
    }
}
