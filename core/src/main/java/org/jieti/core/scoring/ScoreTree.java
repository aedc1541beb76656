package org.jieti.core.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.Indicator;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Node;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Overall;
import org.jieti.core.model.WeightSet;
import org.jspecify.annotations.Nullable;

/// Every score of one assessment, with its derivation.
///
/// A domain's score is `C = Σ_i w_i · (Σ_j w_ij · Σ_k s_ijk)`; the total over domains is
/// `T = Σ_d W_d · C_d`. Missing answers earn nothing now; what is not applicable gives its points
/// and weight to its siblings.
///
/// @param total null when every domain is excluded, and in a model whose result is a profile
/// @param domains in the order of the model
public record ScoreTree(@Nullable Score total, Coverage coverage, List<BranchScore> domains) {
    public ScoreTree {
        domains = List.copyOf(domains);
    }

    public static ScoreTree of(MaturityModel model, WeightSet weights, Assessment assessment) {
        return new Builder(
                        weights,
                        assessment,
                        Fulfilments.of(model, assessment, Fulfilments.MissingAs.NOTHING),
                        Fulfilments.of(model, assessment, Fulfilments.MissingAs.BEST))
                .build(model);
    }

    /// The domains that take part.
    public List<BranchScore> applicableDomains() {
        List<BranchScore> applicable = new ArrayList<>(domains);
        applicable.removeIf(ScoreNode::isExcluded);
        return List.copyOf(applicable);
    }

    public List<CriterionScore> criteria() {
        return domains.stream().flatMap(domain -> domain.criteria().stream()).toList();
    }

    /// The derivation of a node; null if the model has no such node.
    public @Nullable ScoreNode find(NodeId id) {
        return find(domains, id);
    }

    private static @Nullable ScoreNode find(List<? extends ScoreNode> nodes, NodeId id) {
        for (ScoreNode node : nodes) {
            if (node.node().id().equals(id)) {
                return node;
            }
            if (node instanceof BranchScore branch && branch.id().contains(id)) {
                ScoreNode beneath = find(branch.children(), id);
                if (beneath != null) {
                    return beneath;
                }
            }
        }
        return null;
    }

    private record Builder(
            WeightSet weights,
            Assessment assessment,
            Map<NodeId, Fulfilment> now,
            Map<NodeId, Fulfilment> best) {

        ScoreTree build(MaturityModel model) {
            Siblings siblings = siblings(model.domains());
            List<BranchScore> domains = new ArrayList<>();
            for (Node domain : model.domains()) {
                double applied = siblings.applied(domain);
                domains.add(branch(domain, applied, 1, applied));
            }
            Totals totals = Totals.weighted(domains);
            boolean profile = model.grading() != null && model.grading().overall() == Overall.NONE;
            return new ScoreTree(profile ? null : totals.score(), totals.coverage(), domains);
        }

        private BranchScore branch(Node node, double applied, double inDomain, double effective) {
            List<ScoreNode> children = new ArrayList<>();
            Totals totals;
            if (node instanceof Indicator indicator && indicator.bearsCriteria()) {
                criteria(indicator, inDomain, effective)
                        .forEach(criterion -> children.add(criterion));
                totals = Totals.ofCriteria(children);
            } else {
                Siblings siblings = siblings(node.children());
                List<BranchScore> branches = new ArrayList<>();
                for (Node child : node.children()) {
                    double share = siblings.applied(child);
                    branches.add(branch(child, share, inDomain * share, effective * share));
                }
                children.addAll(branches);
                totals = Totals.weighted(branches);
            }
            return new BranchScore(
                    node,
                    weights.weight(node.id()),
                    applied,
                    inDomain,
                    effective,
                    totals.score() == null ? Exclusion.NOTHING_APPLICABLE : null,
                    totals.score(),
                    totals.coverage(),
                    children);
        }

        private List<CriterionScore> criteria(
                Indicator indicator, double inDomain, double effective) {
            Map<NodeId, Double> full = Points.of(indicator, _ -> true);
            List<Criterion> criteria = indicator.criteria();
            Map<NodeId, Double> applied =
                    areApplicable(criteria) ? full : Points.of(indicator, this::isApplicable);
            List<CriterionScore> scores = new ArrayList<>();
            for (Criterion criterion : criteria) {
                double points = applied.getOrDefault(criterion.id(), 0.0);
                scores.add(
                        new CriterionScore(
                                criterion,
                                assessment.answer(criterion.id()),
                                of(now, criterion),
                                of(best, criterion).value(),
                                full.getOrDefault(criterion.id(), 0.0),
                                points,
                                inDomain * points / 100,
                                effective * points / 100));
            }
            return scores;
        }

        private boolean isApplicable(Criterion criterion) {
            return of(now, criterion).state() != AnswerState.NOT_APPLICABLE;
        }

        private boolean areApplicable(List<Criterion> criteria) {
            for (Criterion criterion : criteria) {
                if (!isApplicable(criterion)) {
                    return false;
                }
            }
            return true;
        }

        private static Fulfilment of(Map<NodeId, Fulfilment> fulfilments, Criterion criterion) {
            Fulfilment fulfilment = fulfilments.get(criterion.id());
            if (fulfilment == null) {
                throw new IllegalStateException("No fulfilment for " + criterion.id());
            }
            return fulfilment;
        }

        /// A node takes part when a criterion beneath it is applicable and carries weight.
        private boolean takesPart(Node node) {
            if (node instanceof Criterion criterion) {
                return isApplicable(criterion);
            }
            if (node instanceof Indicator indicator && indicator.bearsCriteria()) {
                for (Node criterion : indicator.children()) {
                    if (takesPart(criterion)) {
                        return true;
                    }
                }
                return false;
            }
            for (Node child : node.children()) {
                if (weights.weight(child.id()) > 0 && takesPart(child)) {
                    return true;
                }
            }
            return false;
        }

        private Siblings siblings(List<? extends Node> nodes) {
            Map<NodeId, Double> taking = new HashMap<>();
            double sum = 0;
            for (Node node : nodes) {
                if (takesPart(node)) {
                    taking.put(node.id(), weights.weight(node.id()));
                    sum += weights.weight(node.id());
                }
            }
            return new Siblings(taking, taking.size() == nodes.size() ? 1 : sum);
        }
    }

    /// The weights of the siblings that take part. Where all do, weights apply as they stand;
    /// otherwise the missing weight goes to the others in proportion.
    private record Siblings(Map<NodeId, Double> taking, double divisor) {
        double applied(Node node) {
            Double weight = taking.get(node.id());
            return weight == null || divisor == 0 ? 0 : weight / divisor;
        }
    }

    private record Totals(@Nullable Score score, Coverage coverage) {

        static Totals weighted(List<BranchScore> branches) {
            double earned = 0;
            double highest = 0;
            double weight = 0;
            Coverage coverage = Coverage.NONE;
            for (BranchScore branch : branches) {
                coverage = coverage.plus(branch.appliedWeight(), branch.coverage());
                if (branch.score() != null) {
                    weight += branch.appliedWeight();
                    earned += branch.appliedWeight() * branch.score().lowest();
                    highest += branch.appliedWeight() * branch.score().highest();
                }
            }
            return of(weight, earned, highest, coverage);
        }

        static Totals ofCriteria(List<ScoreNode> children) {
            double earned = 0;
            double highest = 0;
            double points = 0;
            Coverage coverage = Coverage.NONE;
            for (ScoreNode child : children) {
                if (child instanceof CriterionScore criterion) {
                    points += criterion.points();
                    earned += criterion.earned();
                    highest += criterion.points() * criterion.bestFulfilment();
                    coverage = coverage.plus(criterion.points() / 100, criterion.coverage());
                }
            }
            return of(points, earned, highest, coverage);
        }

        private static Totals of(double weight, double earned, double highest, Coverage coverage) {
            if (weight <= 0) {
                return new Totals(null, coverage);
            }
            Double now = coverage.isEmpty() ? null : earned;
            return new Totals(new Score(now, earned, highest), coverage);
        }
    }
}
