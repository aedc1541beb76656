package org.jieti.weighting.direct;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Statement;
import org.jieti.weighting.linear.LinearProgram;
import org.jspecify.annotations.Nullable;

/// Weights of which an expert states limits and orders only.
///
/// Linear programs give the lowest and the highest value that each weight can take while all
/// statements hold and all weights sum to 1. The weights are then equally far along these ranges:
/// lowest + t · (highest − lowest), with the one t at which they sum to 1. They keep every limit,
/// and every order too: a weight that is never below another has neither the lower lowest value
/// nor the lower highest one.
public final class WithinLimits {
    /// Below this, a range is a point.
    private static final double POINT = 1e-12;

    private final List<NodeId> members;

    private WithinLimits(List<NodeId> members) {
        this.members = members;
    }

    /// One thing stated, in a form that can be shown.
    private sealed interface Demand {
        /// A node's weight is within a range.
        record Within(NodeId node, Statement.Range range) implements Demand {}

        /// A node's weight is at least that of another.
        record Above(NodeId higher, NodeId lower) implements Demand {}
    }

    /// The weights, in the order of the members, at least 0, summing to 1; null if the statements
    /// contradict.
    public static double @Nullable [] weights(List<NodeId> members, Statement.Limits statement) {
        WithinLimits limits = new WithinLimits(members);
        List<Demand> demands = demands(statement);
        double[] lowest = new double[members.size()];
        double[] highest = new double[members.size()];
        for (int i = 0; i < members.size(); i++) {
            double[] objective = new double[members.size()];
            objective[i] = 1;
            double[] low = limits.program(demands).minimise(objective);
            objective[i] = -1;
            double[] high = limits.program(demands).minimise(objective);
            if (low == null || high == null) {
                return null;
            }
            lowest[i] = Math.max(0, low[i]);
            highest[i] = Math.max(lowest[i], high[i]);
        }
        return between(lowest, highest);
    }

    /// A smallest set of statements that contradict each other: without any one of them the rest
    /// could hold. Found by leaving out one after the other (Chinneck & Dravnieks 1991). Each
    /// reads as `a >= b` or `a in [0.1, 0.3]`.
    public static List<String> contradiction(List<NodeId> members, Statement.Limits statement) {
        WithinLimits limits = new WithinLimits(members);
        List<Demand> demands = demands(statement);
        Predicate<List<Demand>> impossible =
                some -> limits.program(some).minimise(new double[members.size()]) == null;
        if (!impossible.test(demands)) {
            return List.of();
        }
        List<Demand> kept = new ArrayList<>(demands);
        for (Demand demand : demands) {
            List<Demand> without = new ArrayList<>(kept);
            without.remove(demand);
            if (impossible.test(without)) {
                kept = without;
            }
        }
        return kept.stream().map(WithinLimits::shown).toList();
    }

    private static List<Demand> demands(Statement.Limits statement) {
        List<Demand> demands = new ArrayList<>();
        statement.ranges().forEach((node, range) -> demands.add(new Demand.Within(node, range)));
        for (List<NodeId> order : statement.orders()) {
            for (int i = 1; i < order.size(); i++) {
                demands.add(new Demand.Above(order.get(i - 1), order.get(i)));
            }
        }
        return demands;
    }

    private static String shown(Demand demand) {
        return switch (demand) {
            case Demand.Within(NodeId node, Statement.Range range) ->
                    node + " in [" + range.lowest() + ", " + range.highest() + "]";
            case Demand.Above(NodeId higher, NodeId lower) -> higher + " >= " + lower;
        };
    }

    private LinearProgram program(List<Demand> demands) {
        int size = members.size();
        LinearProgram program = new LinearProgram(size);
        double[] sum = new double[size];
        Arrays.fill(sum, 1);
        program.exactly(1, sum);
        for (Demand demand : demands) {
            double[] row = new double[size];
            switch (demand) {
                case Demand.Within(NodeId node, Statement.Range range) -> {
                    row[members.indexOf(node)] = 1;
                    program.atLeast(range.lowest(), row).atMost(range.highest(), row);
                }
                case Demand.Above(NodeId higher, NodeId lower) -> {
                    row[members.indexOf(higher)] += 1;
                    row[members.indexOf(lower)] -= 1;
                    program.atLeast(0, row);
                }
            }
        }
        return program;
    }

    private static double[] between(double[] lowest, double[] highest) {
        double least = 0;
        double room = 0;
        for (int i = 0; i < lowest.length; i++) {
            least += lowest[i];
            room += highest[i] - lowest[i];
        }
        double along = room < POINT ? 0 : (1 - least) / room;
        double[] weights = new double[lowest.length];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.max(0, lowest[i] + along * (highest[i] - lowest[i]));
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }
}
