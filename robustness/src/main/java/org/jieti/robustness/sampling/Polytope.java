package org.jieti.robustness.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jieti.core.uncertainty.WeightBounds;

/// {w : Σ w = 1, least ≤ w ≤ greatest, orders}, not empty. Members whose bounds leave no room are
/// fixed; the rest of the whole falls to the others.
final class Polytope {
    private static final double NO_ROOM = 1e-12;

    private final double[] least;
    private final double[] greatest;
    private final int[] free;
    private final boolean[] isFree;
    private final double toShare;

    /// Pairs of free members, the more important first; those that sorting takes care of are left
    /// out.
    private final int[] more;

    private final int[] less;

    /// All pairs of free members.
    private final int[] allMore;

    private final int[] allLess;

    /// Chains of free members with equal bounds, the most important first.
    private final int[][] chains;

    private Polytope(double[] least, double[] greatest, List<WeightBounds.Order> orders) {
        this.least = least;
        this.greatest = greatest;
        this.isFree = new boolean[least.length];
        double low = sum(least);
        double high = sum(greatest);
        if (low >= 1 - NO_ROOM) {
            settleAt(least, low);
        } else if (high <= 1 + NO_ROOM) {
            settleAt(greatest, high);
        }
        double rest = 1;
        List<Integer> members = new ArrayList<>();
        for (int i = 0; i < least.length; i++) {
            isFree[i] = greatest[i] - least[i] > NO_ROOM;
            if (isFree[i]) {
                members.add(i);
            } else {
                rest -= least[i];
            }
        }
        this.free = members.stream().mapToInt(Integer::intValue).toArray();
        this.toShare = rest;
        Set<WeightBounds.Order> between = new LinkedHashSet<>();
        for (WeightBounds.Order order : orders) {
            if (isFree[order.more()] && isFree[order.less()]) {
                between.add(order);
            }
        }
        this.allMore = between.stream().mapToInt(WeightBounds.Order::more).toArray();
        this.allLess = between.stream().mapToInt(WeightBounds.Order::less).toArray();
        boolean sortable = isSortable(between);
        this.chains = sortable ? chains(between) : new int[0][];
        this.more = sortable ? new int[0] : allMore;
        this.less = sortable ? new int[0] : allLess;
    }

    static Polytope of(WeightBounds bounds, int members) {
        double[] least = new double[members];
        double[] greatest = new double[members];
        for (int i = 0; i < members; i++) {
            least[i] = bounds.least(i);
            greatest[i] = bounds.greatest(i);
        }
        return new Polytope(least, greatest, bounds.orders());
    }

    private void settleAt(double[] bound, double sum) {
        for (int i = 0; i < bound.length; i++) {
            least[i] = bound[i] / sum;
            greatest[i] = least[i];
        }
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /// Whether the orders are chains apart from each other, the members of each with equal bounds.
    private boolean isSortable(Set<WeightBounds.Order> orders) {
        int[] above = new int[least.length];
        int[] below = new int[least.length];
        boolean sortable = true;
        for (WeightBounds.Order order : orders) {
            below[order.more()]++;
            above[order.less()]++;
            sortable &=
                    below[order.more()] == 1
                            && above[order.less()] == 1
                            && least[order.more()] == least[order.less()]
                            && greatest[order.more()] == greatest[order.less()];
        }
        return sortable;
    }

    private int[][] chains(Set<WeightBounds.Order> orders) {
        int[] next = new int[least.length];
        Arrays.fill(next, -1);
        boolean[] hasAbove = new boolean[least.length];
        for (WeightBounds.Order order : orders) {
            next[order.more()] = order.less();
            hasAbove[order.less()] = true;
        }
        List<int[]> found = new ArrayList<>();
        for (int member : free) {
            if (!hasAbove[member] && next[member] >= 0) {
                List<Integer> chain = new ArrayList<>();
                for (int each = member; each >= 0; each = next[each]) {
                    chain.add(each);
                }
                found.add(chain.stream().mapToInt(Integer::intValue).toArray());
            }
        }
        return found.toArray(int[][]::new);
    }

    int memberCount() {
        return least.length;
    }

    int freeCount() {
        return free.length;
    }

    int[] free() {
        return free;
    }

    boolean isFree(int member) {
        return isFree[member];
    }

    double least(int member) {
        return least[member];
    }

    double greatest(int member) {
        return greatest[member];
    }

    int orderCount() {
        return allMore.length;
    }

    int more(int order) {
        return allMore[order];
    }

    int less(int order) {
        return allLess[order];
    }

    /// What the free members share, in (0, 1].
    double toShare() {
        return toShare;
    }

    void fillFixed(double[] weights) {
        for (int i = 0; i < least.length; i++) {
            weights[i] = least[i];
        }
    }

    /// Draws weights that keep one side of the bounds, and the orders that sorting can keep.
    void propose(RunStream random, WeightsWithin.Way way, double[] weights) {
        double sum = 0;
        double left = toShare;
        boolean up = way == WeightsWithin.Way.FROM_LEAST;
        for (int member : free) {
            weights[member] = random.nextExponential();
            sum += weights[member];
            left -= up ? least[member] : greatest[member];
        }
        for (int member : free) {
            double bound = up ? least[member] : greatest[member];
            weights[member] = bound + left * (weights[member] / sum);
        }
        for (int[] chain : chains) {
            sort(chain, weights);
        }
    }

    /// From the greatest to the least along the chain.
    private static void sort(int[] chain, double[] weights) {
        for (int i = 1; i < chain.length; i++) {
            double weight = weights[chain[i]];
            int j = i - 1;
            for (; j >= 0 && weights[chain[j]] < weight; j--) {
                weights[chain[j + 1]] = weights[chain[j]];
            }
            weights[chain[j + 1]] = weight;
        }
    }

    boolean contains(double[] weights) {
        for (int member : free) {
            if (weights[member] < least[member] || weights[member] > greatest[member]) {
                return false;
            }
        }
        for (int i = 0; i < more.length; i++) {
            if (weights[more[i]] < weights[less[i]]) {
                return false;
            }
        }
        return true;
    }
}
