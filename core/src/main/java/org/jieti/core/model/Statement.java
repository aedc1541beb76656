package org.jieti.core.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What one expert stated about one group of siblings, as it was stated.
public sealed interface Statement {
    /// The id under which the expert is listed; it may be anonymous.
    String expert();

    /// Pairs compared on the ratio scale of the analytic hierarchy process.
    record Compared(String expert, List<Judgement> judgements) implements Statement {
        public Compared {
            judgements = List.copyOf(judgements);
        }
    }

    /// One node is so many times as important as another.
    ///
    /// @param ratio above 0, 1 for equal; Saaty's scale goes from 1/9 to 9
    record Judgement(NodeId first, NodeId second, double ratio) {
        public Judgement {
            if (!(ratio > 0 && Double.isFinite(ratio))) {
                throw new IllegalArgumentException(
                        "The judgement of %s and %s (%s) must be above 0."
                                .formatted(first, second, ratio));
            }
        }
    }

    /// The most and the least important node, compared with all.
    ///
    /// @param bestToOthers how many times as important the best is as each node, at least 1
    /// @param othersToWorst how many times as important each node is as the worst, at least 1
    record BestWorst(
            String expert,
            NodeId best,
            NodeId worst,
            Map<NodeId, Double> bestToOthers,
            Map<NodeId, Double> othersToWorst)
            implements Statement {
        public BestWorst {
            bestToOthers = new LinkedHashMap<>(bestToOthers);
            othersToWorst = new LinkedHashMap<>(othersToWorst);
        }
    }

    /// Points or weights given to every node of the group, each at least 0 and not all 0.
    ///
    /// @param round from 1; always 1 outside a Delphi
    record Shares(String expert, int round, Map<NodeId, Double> shares) implements Statement {
        public Shares {
            shares = new LinkedHashMap<>(shares);
        }
    }

    /// Weights of which only limits or an order are stated.
    ///
    /// @param ranges limits by node; a node without one lies anywhere from 0 to 1
    /// @param orders nodes by falling weight, each at least the next
    record Limits(String expert, Map<NodeId, Range> ranges, List<List<NodeId>> orders)
            implements Statement {
        public Limits {
            ranges = new LinkedHashMap<>(ranges);
            List<List<NodeId>> copies = new ArrayList<>();
            orders.forEach(order -> copies.add(List.copyOf(order)));
            orders = List.copyOf(copies);
        }
    }

    /// From the lowest to the highest weight that a node may have, within 0 and 1.
    record Range(double lowest, double highest) {
        public Range {
            if (!(lowest >= 0 && lowest <= highest && highest <= 1)) {
                throw new IllegalArgumentException(
                        "A weight from %s to %s is none within 0 and 1."
                                .formatted(lowest, highest));
            }
        }
    }

    /// The nodes ranked by importance; equal ones share a rank, and the smallest is the most
    /// important.
    record Ranked(String expert, Map<NodeId, Integer> ranks) implements Statement {
        public Ranked {
            ranks = new LinkedHashMap<>(ranks);
        }
    }
}
