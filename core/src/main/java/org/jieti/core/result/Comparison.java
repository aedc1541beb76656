package org.jieti.core.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jieti.core.model.NodeId;
import org.jieti.core.scoring.CriterionScore;
import org.jieti.core.scoring.Threshold;

/// What moved between two results of the same model version, and why. The movements of the
/// criteria add up to the movement of the total.
///
/// @param domains in the order of the model
/// @param moved the criteria whose contribution or state changed, largest movement first
public record Comparison(
        Result before, Result after, List<DomainChange> domains, List<Moved> moved) {

    public record DomainChange(DomainResult before, DomainResult after) {
        public NodeId id() {
            return before.domain().id();
        }

        public double scoreChange() {
            return after.score().earned() - before.score().earned();
        }
    }

    /// One criterion's movement of the total, in [−100, 100], split without remainder: what its
    /// fulfilment did, at the mean of both weights, and what its weight did, at the mean of both
    /// fulfilments.
    public record Moved(CriterionScore before, CriterionScore after) {
        public NodeId id() {
            return before.id();
        }

        public double change() {
            return after.contribution() - before.contribution();
        }

        public double byFulfilment() {
            return 50
                    * (after.effectiveWeight() + before.effectiveWeight())
                    * (after.fulfilment().value() - before.fulfilment().value());
        }

        public double byWeight() {
            return 50
                    * (after.effectiveWeight() - before.effectiveWeight())
                    * (after.fulfilment().value() + before.fulfilment().value());
        }
    }

    public Comparison {
        domains = List.copyOf(domains);
        moved = List.copyOf(moved);
    }

    /// Compares two results.
    ///
    /// @throws IllegalArgumentException if the results are of different model versions
    public static Comparison of(Result before, Result after) {
        if (!before.model().id().equals(after.model().id())) {
            throw new IllegalArgumentException(
                    "Results of %s and %s do not compare."
                            .formatted(before.model().id(), after.model().id()));
        }
        List<DomainChange> domains = new ArrayList<>();
        for (int i = 0; i < before.domains().size(); i++) {
            domains.add(new DomainChange(before.domains().get(i), after.domains().get(i)));
        }
        List<CriterionScore> old = before.tree().criteria();
        List<CriterionScore> fresh = after.tree().criteria();
        List<Moved> moved = new ArrayList<>();
        for (int i = 0; i < old.size(); i++) {
            Moved each = new Moved(old.get(i), fresh.get(i));
            if (Math.abs(each.change()) > Threshold.TOLERANCE
                    || each.before().state() != each.after().state()) {
                moved.add(each);
            }
        }
        moved.sort(Comparator.comparingDouble((Moved each) -> -Math.abs(each.change())));
        return new Comparison(before, after, domains, moved);
    }

    public double totalChange() {
        return total(after) - total(before);
    }

    private static double total(Result result) {
        return result.tree().total() == null ? 0 : result.tree().total().lowest();
    }
}
