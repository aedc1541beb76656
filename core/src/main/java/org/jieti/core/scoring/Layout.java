package org.jieti.core.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jieti.core.assessment.Answer;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.CriterionKind;
import org.jieti.core.model.Domain;
import org.jieti.core.model.Indicator;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Node;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.WeightSet;

/// Where the nodes of a model stand on arrays, and which of them take part for a unit: the
/// criteria that are applicable with their points, and the groups of siblings whose weight
/// remains.
///
/// Domains and indicators, which carry weights, have a *row* each, parents before children, in the
/// order of the model; criteria have an index of their own in that order. Whether a node takes
/// part depends on what is not applicable and on which weights are 0, and on nothing else: a
/// layout serves every weight set that is 0 in the same places.
public final class Layout {
    private final List<Node> weighted = new ArrayList<>();
    private final List<Criterion> criteria;
    private final Map<NodeId, Integer> rows = new HashMap<>();
    private final Map<NodeId, Integer> indices = new HashMap<>();
    private final List<Siblings> siblings = new ArrayList<>();
    private final List<Ladder> ladders = new ArrayList<>();
    private final Set<NodeId> notApplicable;
    private final WeightSet weights;
    private final boolean[] excluded;
    private final double satisfied;

    /// The children of one node that carry weights.
    ///
    /// @param parent its row; -1 for the domains
    /// @param members their rows
    /// @param taking those that take part
    /// @param divides whether the weights of those are divided by their sum
    /// @param scored those that have a score
    record Siblings(
            int parent,
            List<Integer> members,
            List<Integer> taking,
            boolean divides,
            List<Integer> scored) {}

    /// A node that bears criteria.
    ///
    /// @param row its row
    /// @param domain the place of its domain among the domains
    /// @param criteria the indices of its applicable criteria, in the order of the model
    /// @param points theirs, after exclusions
    /// @param rungs its applicable criteria by level, in the order in which the levels first
    ///     appear
    /// @param settles whether it holds states that a higher rung may replace
    /// @param countsInDomain whether its weight within its domain is above 0
    /// @param countsOverall whether its weight from the root down is above 0
    public record Ladder(
            int row,
            int domain,
            List<Integer> criteria,
            List<Double> points,
            List<Rung> rungs,
            boolean settles,
            boolean countsInDomain,
            boolean countsOverall) {}

    /// The applicable criteria of a ladder at one level.
    public record Rung(int level, List<Integer> criteria) {}

    private Layout(MaturityModel model, WeightSet weights, Set<NodeId> notApplicable) {
        this.weights = weights;
        this.notApplicable = Set.copyOf(notApplicable);
        this.criteria = model.criteria();
        this.satisfied =
                model.grading() == null
                        ? Double.POSITIVE_INFINITY
                        : model.grading().satisfied() - Threshold.TOLERANCE;
        for (Criterion criterion : criteria) {
            indices.put(criterion.id(), indices.size());
        }
        model.forEachNode(
                node -> {
                    if (!(node instanceof Criterion)) {
                        rows.put(node.id(), weighted.size());
                        weighted.add(node);
                    }
                });
        excluded = new boolean[weighted.size()];
        for (int row = 0; row < excluded.length; row++) {
            excluded[row] = !takesPart(weighted.get(row));
        }
        siblings.add(siblings(-1, model.domains()));
        for (int i = 0; i < model.domains().size(); i++) {
            Domain domain = model.domains().get(i);
            descend(domain, i, true, weights.weight(domain.id()) > 0);
        }
    }

    private void descend(Node node, int domain, boolean countsInDomain, boolean countsOverall) {
        int row = row(node.id());
        if (node instanceof Indicator indicator && indicator.bearsCriteria()) {
            ladders.add(ladder(row, domain, indicator, countsInDomain, countsOverall));
            return;
        }
        siblings.add(siblings(row, node.children()));
        for (Node child : node.children()) {
            boolean carries = weights.weight(child.id()) > 0;
            descend(child, domain, countsInDomain && carries, countsOverall && carries);
        }
    }

    /// Lays out a model for units to which the same criteria are not applicable.
    ///
    /// @param weights any set that is 0 where those are that are to be used
    public static Layout of(MaturityModel model, WeightSet weights, Set<NodeId> notApplicable) {
        return new Layout(model, weights, notApplicable);
    }

    /// The criteria that an assessment declares not applicable.
    public static Set<NodeId> notApplicable(Assessment assessment) {
        Set<NodeId> excluded = new HashSet<>();
        assessment
                .answers()
                .forEach(
                        (criterion, answer) -> {
                            if (answer instanceof Answer.NotApplicable) {
                                excluded.add(criterion);
                            }
                        });
        return excluded;
    }

    private boolean isApplicable(Criterion criterion) {
        return !notApplicable.contains(criterion.id());
    }

    private boolean takesPart(Node node) {
        if (node instanceof Criterion criterion) {
            return isApplicable(criterion);
        }
        if (node instanceof Indicator indicator && indicator.bearsCriteria()) {
            return indicator.criteria().stream().anyMatch(this::isApplicable);
        }
        for (Node child : node.children()) {
            if (weights.weight(child.id()) > 0 && takesPart(child)) {
                return true;
            }
        }
        return false;
    }

    private Siblings siblings(int parent, List<? extends Node> nodes) {
        List<Integer> members = new ArrayList<>();
        List<Integer> taking = new ArrayList<>();
        for (Node node : nodes) {
            int row = row(node.id());
            members.add(row);
            if (!excluded[row]) {
                taking.add(row);
            }
        }
        boolean carries = taking.stream().anyMatch(this::carriesWeight);
        return new Siblings(
                parent,
                members,
                taking,
                taking.size() < members.size(),
                carries ? List.copyOf(taking) : List.of());
    }

    private boolean carriesWeight(int row) {
        return weights.weight(weighted.get(row).id()) > 0;
    }

    private Ladder ladder(
            int row,
            int domain,
            Indicator indicator,
            boolean countsInDomain,
            boolean countsOverall) {
        Map<NodeId, Double> worth = Points.of(indicator, this::isApplicable);
        List<Integer> applicable = new ArrayList<>();
        List<Double> points = new ArrayList<>();
        List<Rung> rungs = new ArrayList<>();
        boolean settles = false;
        for (Criterion criterion : indicator.criteria()) {
            if (isApplicable(criterion)) {
                applicable.add(index(criterion.id()));
                points.add(worth.getOrDefault(criterion.id(), 0.0));
                settles |= criterion.kind() == CriterionKind.STATE;
                if (rungs.stream().noneMatch(rung -> rung.level() == criterion.level())) {
                    rungs.add(new Rung(criterion.level(), new ArrayList<>()));
                }
                for (Rung rung : rungs) {
                    if (rung.level() == criterion.level()) {
                        rung.criteria().add(index(criterion.id()));
                    }
                }
            }
        }
        return new Ladder(
                row, domain, applicable, points, rungs, settles, countsInDomain, countsOverall);
    }

    /// The nodes that carry weights, row by row.
    public List<Node> weighted() {
        return List.copyOf(weighted);
    }

    /// All criteria, index by index.
    public List<Criterion> criteria() {
        return criteria;
    }

    public List<Ladder> ladders() {
        return List.copyOf(ladders);
    }

    List<Siblings> siblings() {
        return siblings;
    }

    /// Whether nothing beneath the node of a row takes part.
    public boolean isExcluded(int row) {
        return excluded[row];
    }

    public boolean isApplicable(int criterion) {
        return isApplicable(criteria.get(criterion));
    }

    /// The fulfilment from which a rung replaces the states below it; without levels there is none.
    double satisfied() {
        return satisfied;
    }

    /// The row of a domain or indicator.
    ///
    /// @throws IllegalArgumentException if the model has no such node
    public int row(NodeId node) {
        return known(rows, node);
    }

    /// The index of a criterion.
    ///
    /// @throws IllegalArgumentException if the model has no such criterion
    public int index(NodeId criterion) {
        return known(indices, criterion);
    }

    private static int known(Map<NodeId, Integer> places, NodeId node) {
        Integer place = places.get(node);
        if (place == null) {
            throw new IllegalArgumentException("The model has no node " + node);
        }
        return place;
    }

    /// The rows of the domains, in the order of the model.
    public List<Integer> domains() {
        return siblings.getFirst().members();
    }

    /// Whether there is a total over domains: at least one takes part with weight.
    public boolean hasTotal() {
        return !siblings.getFirst().scored().isEmpty();
    }

    /// Whether a domain has a score: it takes part, and something beneath it that counts is
    /// answered.
    ///
    /// @param domain its place among the domains
    /// @param answered `[criterion]`: whether it is
    public boolean isAnswered(int domain, boolean[] answered) {
        for (Ladder ladder : ladders) {
            if (ladder.domain() == domain && ladder.countsInDomain() && holds(ladder, answered)) {
                return !excluded[domains().get(domain)];
            }
        }
        return false;
    }

    /// Whether there is a total and anything that counts for it is answered.
    public boolean isAnswered(boolean[] answered) {
        for (Ladder ladder : ladders) {
            if (ladder.countsOverall() && holds(ladder, answered)) {
                return hasTotal();
            }
        }
        return false;
    }

    private static boolean holds(Ladder ladder, boolean[] answered) {
        for (int criterion : ladder.criteria()) {
            if (answered[criterion]) {
                return true;
            }
        }
        return false;
    }
}
