package org.jieti.core.uncertainty;

import java.util.ArrayList;
import java.util.List;
import org.jieti.core.model.NodeId;
import org.jspecify.annotations.Nullable;

/// The weights of a group that [WeightDistribution.Within] allows, with bounds as tight as orders
/// make them: no member less than one that it is at least as important as.
///
/// Weights that keep the bounds and the orders are closed under the smaller and the larger of two,
/// member by member, and both the least and the greatest bounds are among them. So some of them sum
/// to 1 exactly when the least sum to at most 1 and the greatest to at least 1.
public final class WeightBounds {
    private static final double TOLERANCE = 1e-9;

    private final double[] least;
    private final double[] greatest;
    private final List<Order> orders;

    /// The weight of `more` is at least that of `less`; both are places of members.
    public record Order(int more, int less) {}

    /// Why no weights fit.
    public sealed interface Infeasible {
        /// The least weights sum to more than 1.
        record TooMuch(double sum) implements Infeasible {}

        /// The greatest weights sum to less than 1.
        record TooLittle(double sum) implements Infeasible {}

        /// An order and intervals exclude each other: the member may be at most `greatest` and must
        /// be at least `least`.
        record Contradiction(NodeId member, double least, double greatest) implements Infeasible {}

        /// The members are ordered in a circle.
        record Circle(NodeId member) implements Infeasible {}
    }

    private WeightBounds(double[] least, double[] greatest, List<Order> orders) {
        this.least = least;
        this.greatest = greatest;
        this.orders = List.copyOf(orders);
    }

    /// The bounds of a group.
    ///
    /// @param set the weights of its members; those of weight 0 stay there, whatever is asked
    public static WeightBounds of(
            WeightDistribution.Within within, List<NodeId> members, double[] set) {
        int count = members.size();
        double[] least = new double[count];
        double[] greatest = new double[count];
        for (int i = 0; i < count; i++) {
            WeightDistribution.Interval interval = within.interval(members.get(i));
            least[i] = set[i] > 0 ? interval.from() : 0;
            greatest[i] = set[i] > 0 ? interval.to() : 0;
        }
        List<Order> orders = new ArrayList<>();
        for (List<NodeId> chain : within.orders()) {
            for (int i = 1; i < chain.size(); i++) {
                orders.add(
                        new Order(
                                members.indexOf(chain.get(i - 1)), members.indexOf(chain.get(i))));
            }
        }
        WeightBounds bounds = new WeightBounds(least, greatest, orders);
        bounds.tighten();
        return bounds;
    }

    /// As many rounds as there are members: no chain is longer.
    private void tighten() {
        for (int round = 0; round < least.length; round++) {
            for (Order order : orders) {
                least[order.more()] = Math.max(least[order.more()], least[order.less()]);
                greatest[order.less()] = Math.min(greatest[order.less()], greatest[order.more()]);
            }
        }
    }

    /// Why no weights fit; null if some do.
    public @Nullable Infeasible infeasible(List<NodeId> members) {
        for (int i = 0; i < least.length; i++) {
            if (reaches(i, i)) {
                return new Infeasible.Circle(members.get(i));
            }
        }
        double low = 0;
        double high = 0;
        for (int i = 0; i < least.length; i++) {
            if (least[i] > greatest[i]) {
                return new Infeasible.Contradiction(members.get(i), least[i], greatest[i]);
            }
            low += least[i];
            high += greatest[i];
        }
        if (low > 1 + TOLERANCE) {
            return new Infeasible.TooMuch(low);
        }
        return high < 1 - TOLERANCE ? new Infeasible.TooLittle(high) : null;
    }

    /// Whether orders lead from one member down to another, in at least one step.
    private boolean reaches(int from, int to) {
        boolean[] reached = new boolean[least.length];
        reached[from] = true;
        for (int round = 0; round < least.length; round++) {
            for (Order order : orders) {
                if (reached[order.more()]) {
                    if (order.less() == to) {
                        return true;
                    }
                    reached[order.less()] = true;
                }
            }
        }
        return false;
    }

    public double least(int member) {
        return least[member];
    }

    public double greatest(int member) {
        return greatest[member];
    }

    public List<Order> orders() {
        return orders;
    }
}
