package org.jieti.robustness.sensitivity;

import java.util.ArrayList;
import java.util.List;
import org.jieti.core.population.Aggregation;
import org.jieti.core.population.IndexModel;
import org.jieti.core.population.IndexNode;
import org.jieti.core.population.MemberResult;
import org.jieti.core.population.Outcome;
import org.jieti.core.population.Population;
import org.jieti.core.population.PopulationScoring;
import org.jspecify.annotations.Nullable;

/// How far ranks move when one element of an index is left out: an indicator, or a node with all
/// that is beneath it. The whole index is scored anew without it, from the raw table.
///
/// Source: W. Becker, G. Caperna, M. Del Sorbo, H. Norlén, E. Papadimitriou and M. Saisana, *COINr:
/// An R package for developing composite indicators*, Journal of Open Source Software 7(78), 2022
/// (`remove_elements`).
public final class LeaveOneOut {
    private LeaveOneOut() {}

    /// What leaving out one element does.
    ///
    /// @param depth 1 for the parts of the root, 2 for their parts, and so on
    /// @param effectiveWeight the product of its weight and those above it, each as a share of its
    ///     siblings', in [0, 1]
    /// @param shift the mean of the absolute differences of ranks, over the units ranked both
    /// times;
    ///     null where nobody is, or nothing is left
    /// @param units how many those are
    public record Removal(
            IndexNode element,
            int depth,
            double effectiveWeight,
            @Nullable Double shift,
            int units) {}

    /// One removal for each element below the root, parents before children, in the order of the
    /// model.
    public static List<Removal> of(IndexModel model, Population population) {
        List<@Nullable Integer> ranks = ranks(model, population);
        List<Removal> removals = new ArrayList<>();
        add(model, population, ranks, model.root(), 1, 1, removals);
        return removals;
    }

    private static void add(
            IndexModel model,
            Population population,
            List<@Nullable Integer> ranks,
            IndexNode.Branch parent,
            int depth,
            double effective,
            List<Removal> into) {
        double siblings = 0;
        for (IndexNode part : parent.parts()) {
            siblings += part.weight();
        }
        for (IndexNode part : parent.parts()) {
            double share = siblings > 0 ? effective * part.weight() / siblings : 0;
            into.add(removal(model, population, ranks, part, depth, share));
            if (part instanceof IndexNode.Branch branch) {
                add(model, population, ranks, branch, depth + 1, share, into);
            }
        }
    }

    private static Removal removal(
            IndexModel model,
            Population population,
            List<@Nullable Integer> ranks,
            IndexNode element,
            int depth,
            double effective) {
        IndexNode.Branch left = without(model.root(), element);
        if (left == null) {
            return new Removal(element, depth, effective, null, 0);
        }
        List<@Nullable Integer> others = ranks(with(model, left), population);
        long moved = 0;
        int units = 0;
        for (int unit = 0; unit < others.size(); unit++) {
            Integer rank = ranks.get(unit);
            Integer other = others.get(unit);
            if (rank != null && other != null) {
                moved += Math.abs(rank - other);
                units++;
            }
        }
        return new Removal(
                element, depth, effective, units == 0 ? null : (double) moved / units, units);
    }

    private static IndexModel with(IndexModel model, IndexNode.Branch root) {
        return new IndexModel(
                model.id(),
                model.name(),
                model.summary(),
                model.disclaimer(),
                root,
                model.steps(),
                model.missing(),
                model.decimals(),
                model.bands(),
                model.rankBasis(),
                model.published(),
                model.groupings());
    }

    /// A tree without one of its nodes, and without those that lose all their parts; null if none
    /// is left. Under a weighted sum the siblings share what the node weighed, in proportion.
    private static IndexNode.@Nullable Branch without(IndexNode.Branch branch, IndexNode element) {
        List<IndexNode> left = new ArrayList<>();
        double before = 0;
        double after = 0;
        for (IndexNode part : branch.parts()) {
            before += part.weight();
            IndexNode kept =
                    switch (part) {
                        case IndexNode.Branch inner ->
                                inner.equals(element) ? null : without(inner, element);
                        case IndexNode.Leaf leaf -> leaf.equals(element) ? null : leaf;
                    };
            if (kept != null) {
                left.add(kept);
                after += part.weight();
            }
        }
        if (left.isEmpty()) {
            return null;
        }
        if (branch.aggregation() == Aggregation.WEIGHTED_SUM && after > 0 && after != before) {
            double scale = before / after;
            left.replaceAll(part -> weighing(part, part.weight() * scale));
        }
        return new IndexNode.Branch(
                branch.id(),
                branch.name(),
                branch.weight(),
                branch.aggregation(),
                branch.decimals(),
                left);
    }

    private static IndexNode weighing(IndexNode node, double weight) {
        return switch (node) {
            case IndexNode.Branch branch ->
                    new IndexNode.Branch(
                            branch.id(),
                            branch.name(),
                            weight,
                            branch.aggregation(),
                            branch.decimals(),
                            branch.parts());
            case IndexNode.Leaf leaf ->
                    new IndexNode.Leaf(
                            leaf.id(),
                            leaf.name(),
                            weight,
                            leaf.column(),
                            leaf.direction(),
                            leaf.denominator(),
                            leaf.target());
        };
    }

    private static List<@Nullable Integer> ranks(IndexModel model, Population population) {
        List<@Nullable Integer> ranks = new ArrayList<>();
        for (MemberResult member : PopulationScoring.score(model, population).members()) {
            ranks.add(
                    switch (member.outcome()) {
                        case Outcome.Scored scored -> scored.rank();
                        case Outcome.NotSurveyed _,
                                Outcome.TooFewData _,
                                Outcome.MissingData _,
                                Outcome.Undefined _ ->
                                null;
                    });
        }
        return ranks;
    }
}
