package org.jieti.core.population;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jieti.core.Engine;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Violation;
import org.jieti.core.scoring.Threshold;
import org.jspecify.annotations.Nullable;

/// The one place where a population becomes a [PopulationResult].
public final class PopulationScoring {
    private final IndexModel model;
    private final List<Member> members;
    private final Steps steps;
    private final List<@Nullable Valued> trees = new ArrayList<>();
    private final Map<NodeId, int[]> ranks = new HashMap<>();
    private final Map<Peers, int[]> peerRanks = new HashMap<>();
    private final List<Remark> remarks;
    private RankBasis basis;

    /// A branch of one unit before its place among all units is known.
    ///
    /// `shares[part]` are those of the parts that have a value, summing to 1; 0 for others.
    private static final class Valued {
        private final IndexNode.Branch node;
        private final @Nullable Double value;
        private final @Nullable Double unrounded;
        private final double[] shares;
        private final @Nullable Double[] parts;
        private final List<@Nullable Valued> branches;

        Valued(
                IndexNode.Branch node,
                @Nullable Double unrounded,
                double[] shares,
                @Nullable Double[] parts,
                List<@Nullable Valued> branches) {
            this.node = node;
            this.value = unrounded == null ? null : IndexLanes.rounded(unrounded, node.decimals());
            this.unrounded = unrounded;
            this.shares = shares;
            this.parts = parts;
            this.branches = branches;
        }

        IndexNode.Branch node() {
            return node;
        }

        @Nullable Double value() {
            return value;
        }

        @Nullable Double unrounded() {
            return unrounded;
        }

        double[] shares() {
            return shares;
        }

        @Nullable Double[] parts() {
            return parts;
        }

        List<@Nullable Valued> branches() {
            return branches;
        }
    }

    private PopulationScoring(IndexModel model, Population population, Steps steps) {
        this.model = model;
        this.members = population.members();
        this.steps = steps;
        this.remarks = new ArrayList<>(steps.remarks());
        this.basis = model.rankBasis();
    }

    /// What stands in the way of scoring; empty when [#score] may be called.
    public static List<Violation> check(IndexModel model, Population population) {
        List<Violation> violations = IndexRules.check(model);
        return violations.isEmpty() ? new Steps(model, population).violations() : violations;
    }

    /// Scores all units of a population together.
    ///
    /// @throws IllegalArgumentException if [#check] would report anything
    public static PopulationResult score(IndexModel model, Population population) {
        List<Violation> violations = IndexRules.check(model);
        Steps steps = violations.isEmpty() ? new Steps(model, population) : null;
        if (steps == null || !steps.violations().isEmpty()) {
            throw new IllegalArgumentException(
                    "The input breaks rules: " + (steps == null ? violations : steps.violations()));
        }
        return new PopulationScoring(model, population, steps).result();
    }

    private PopulationResult result() {
        for (int unit = 0; unit < members.size(); unit++) {
            trees.add(steps.isActive(unit) ? valued(model.root(), unit) : null);
        }
        for (IndexNode.Branch branch : model.root().branches()) {
            rank(branch.id());
        }
        basis = basis();
        int[] indexRanks = ranksOf(unit -> basisOf(unit, basis), _ -> true);
        List<MemberResult> results = new ArrayList<>();
        for (int unit = 0; unit < members.size(); unit++) {
            Valued tree = trees.get(unit);
            IndexScore.Tier derivation = tree == null ? null : tier(tree, unit, null, Slope.LINEAR);
            results.add(new MemberResult(members.get(unit), outcome(unit, indexRanks), derivation));
        }
        zeros();
        long scored = trees.stream().filter(PopulationScoring::hasValue).count();
        if (scored == 1) {
            remarks.add(new Remark.OnlyOneUnit());
        }
        return new PopulationResult(
                Engine.VERSION,
                model,
                results,
                model.root().leaves().stream().map(steps::facts).toList(),
                basis,
                remarks,
                reproduction());
    }

    private static boolean hasValue(@Nullable Valued tree) {
        return tree != null && tree.value() != null;
    }

    private Valued valued(IndexNode.Branch node, int unit) {
        int count = node.parts().size();
        @Nullable Double[] parts = new Double[count];
        List<@Nullable Valued> branches = new ArrayList<>();
        double present = 0;
        double all = 0;
        boolean complete = true;
        for (int i = 0; i < count; i++) {
            IndexNode part = node.parts().get(i);
            Valued branch =
                    switch (part) {
                        case IndexNode.Branch inner -> valued(inner, unit);
                        case IndexNode.Leaf _ -> null;
                    };
            branches.add(branch);
            parts[i] =
                    switch (part) {
                        case IndexNode.Branch _ -> branch == null ? null : branch.value();
                        case IndexNode.Leaf leaf -> steps.cell(leaf, unit).value();
                    };
            all += part.weight();
            if (parts[i] != null) {
                present += part.weight();
            } else if (part.weight() > 0) {
                complete = false;
            }
        }
        boolean counts =
                switch (model.missing()) {
                    case NO_VALUE -> complete;
                    case WEIGHT_TO_SIBLINGS -> present > 0;
                };
        double[] shares = new double[count];
        for (int i = 0; i < count; i++) {
            double whole = complete ? all : present;
            shares[i] = counts && parts[i] != null ? node.parts().get(i).weight() / whole : 0;
        }
        Double unrounded = counts ? aggregate(node, shares, parts) : null;
        return new Valued(node, unrounded, shares, parts, branches);
    }

    private static @Nullable Double aggregate(
            IndexNode.Branch node, double[] shares, @Nullable Double[] parts) {
        double[] values = plain(parts);
        for (int i = 0; i < values.length; i++) {
            if (node.aggregation().needsNonNegative() && shares[i] > 0 && values[i] < 0) {
                return null;
            }
        }
        return node.aggregation().of(shares, values);
    }

    /// The parts as plain numbers; a missing one is 0 and has no share.
    private static double[] plain(@Nullable Double[] parts) {
        double[] values = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            Double part = parts[i];
            values[i] = part == null ? 0 : part;
        }
        return values;
    }

    private void rank(NodeId branch) {
        @Nullable Double[] values = new Double[members.size()];
        for (int unit = 0; unit < values.length; unit++) {
            Valued tree = trees.get(unit);
            Valued found = tree == null ? null : find(tree, branch);
            values[unit] = found == null ? null : found.unrounded();
        }
        ranks.put(branch, ranksOf(unit -> values[unit], _ -> true));
    }

    private static @Nullable Valued find(Valued tree, NodeId branch) {
        if (tree.node().id().equals(branch)) {
            return tree;
        }
        for (Valued inner : tree.branches()) {
            Valued found = inner == null ? null : find(inner, branch);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /// A number of a unit that may be missing.
    private interface Numbers {
        @Nullable Double of(int unit);
    }

    /// Ranks from 1 for the greatest; ties, within the tolerance, share the smaller rank. 0 where
    /// there is no number.
    private int[] ranksOf(Numbers numbers, IntPredicate chosen) {
        double[] sorted =
                IntStream.range(0, members.size())
                        .filter(chosen)
                        .mapToObj(numbers::of)
                        .filter(Objects::nonNull)
                        .mapToDouble(Double::doubleValue)
                        .sorted()
                        .toArray();
        int[] result = new int[members.size()];
        for (int unit = 0; unit < result.length; unit++) {
            Double number = chosen.test(unit) ? numbers.of(unit) : null;
            if (number != null) {
                int from = Arrays.binarySearch(sorted, number + Threshold.TOLERANCE);
                int first = from < 0 ? -from - 1 : after(sorted, from);
                result[unit] = sorted.length - first + 1;
            }
        }
        return result;
    }

    private static int after(double[] sorted, int found) {
        int next = found;
        while (next < sorted.length && sorted[next] == sorted[found]) {
            next++;
        }
        return next;
    }

    private @Nullable Double published(int unit) {
        return model.published() == null
                ? null
                : members.get(unit).value(model.published().column());
    }

    private RankBasis basis() {
        return switch (model.rankBasis()) {
            case UNROUNDED, ROUNDED -> model.rankBasis();
            case PUBLISHED -> {
                boolean all =
                        IntStream.range(0, members.size())
                                .filter(unit -> hasValue(trees.get(unit)))
                                .allMatch(unit -> published(unit) != null);
                if (!all) {
                    remarks.add(new Remark.RankedOnComputed());
                }
                yield all ? RankBasis.PUBLISHED : RankBasis.UNROUNDED;
            }
        };
    }

    private @Nullable Double basisOf(int unit, RankBasis basis) {
        Valued tree = trees.get(unit);
        if (tree == null || tree.value() == null) {
            return null;
        }
        return switch (basis) {
            case UNROUNDED -> tree.unrounded();
            case ROUNDED -> tree.value();
            case PUBLISHED -> published(unit);
        };
    }

    private Outcome outcome(int unit, int[] indexRanks) {
        Member member = members.get(unit);
        if (member.survey() == Member.Survey.NOT_SURVEYED) {
            return new Outcome.NotSurveyed();
        }
        Outcome.TooFewData screened = steps.screened(unit);
        if (screened != null) {
            return screened;
        }
        Valued tree = Objects.requireNonNull(trees.get(unit));
        Double index = tree.value();
        if (index == null) {
            NodeId undefined = undefined(tree);
            return undefined == null
                    ? new Outcome.MissingData(missing(unit))
                    : new Outcome.Undefined(undefined);
        }
        return new Outcome.Scored(
                index, published(unit), indexRanks[unit], band(index), peers(unit));
    }

    /// The deepest node that is undefined although its parts are there; null if there is none.
    private static @Nullable NodeId undefined(Valued tree) {
        for (Valued inner : tree.branches()) {
            NodeId found = inner == null ? null : undefined(inner);
            if (found != null) {
                return found;
            }
        }
        boolean counted = Arrays.stream(tree.shares()).anyMatch(share -> share > 0);
        return counted && tree.unrounded() == null ? tree.node().id() : null;
    }

    private List<NodeId> missing(int unit) {
        return model.root().leaves().stream()
                .filter(leaf -> steps.cell(leaf, unit).value() == null)
                .map(IndexNode.Leaf::id)
                .toList();
    }

    private @Nullable IndexBand band(double index) {
        for (IndexBand band : model.bands()) {
            if (band.from() == null || Threshold.isAtLeast(index, band.from())) {
                return band;
            }
        }
        return null;
    }

    private List<Outcome.PeerRank> peers(int unit) {
        List<Outcome.PeerRank> found = new ArrayList<>();
        for (Grouping grouping : model.groupings()) {
            String group = members.get(unit).group(grouping.column());
            if (group != null) {
                int[] within =
                        peerRanks.computeIfAbsent(
                                new Peers(grouping, group),
                                peers ->
                                        ranksOf(other -> basisOf(other, basis), peers.of(members)));
                int of = (int) Arrays.stream(within).filter(rank -> rank > 0).count();
                found.add(new Outcome.PeerRank(grouping, group, within[unit], of));
            }
        }
        return found;
    }

    /// The units of one group.
    private record Peers(Grouping grouping, String group) {
        IntPredicate of(List<Member> members) {
            return unit -> group.equals(members.get(unit).group(grouping.column()));
        }
    }

    /// How the index moves with a node.
    ///
    /// @param perPoint points of the index per point of the node; NaN where that is not defined
    /// @param kind whether the index is a sum all the way down to the node
    private record Slope(double perPoint, Kind kind) {
        static final Slope LINEAR = new Slope(1, Kind.SUM);

        enum Kind {
            SUM,
            OTHER
        }

        Slope times(double slope, Kind step) {
            return new Slope(
                    perPoint * slope, kind == Kind.SUM && step == Kind.SUM ? Kind.SUM : Kind.OTHER);
        }

        @Nullable Effect of(@Nullable Double value) {
            if (value == null || Double.isNaN(perPoint)) {
                return null;
            }
            return switch (kind) {
                case SUM -> new Effect.Contribution(perPoint * value);
                case OTHER -> new Effect.MarginalEffect(perPoint);
            };
        }
    }

    private IndexScore.Tier tier(Valued tree, int unit, @Nullable Double share, Slope slope) {
        List<IndexScore> parts = new ArrayList<>();
        double[] plain = plain(tree.parts());
        Double unrounded = tree.unrounded();
        Slope.Kind kind =
                tree.node().aggregation().isLinear() && tree.node().decimals() == null
                        ? Slope.Kind.SUM
                        : Slope.Kind.OTHER;
        for (int i = 0; i < plain.length; i++) {
            Double part = tree.parts()[i];
            Double partShare = null;
            Slope inner = new Slope(Double.NaN, kind);
            if (part != null && unrounded != null) {
                partShare = tree.shares()[i];
                double its = tree.node().aggregation().slope(tree.shares(), plain, i, unrounded);
                inner = slope.times(its, kind);
            }
            Valued branch = tree.branches().get(i);
            parts.add(
                    switch (tree.node().parts().get(i)) {
                        case IndexNode.Branch _ ->
                                tier(Objects.requireNonNull(branch), unit, partShare, inner);
                        case IndexNode.Leaf leaf ->
                                new IndexScore.Reading(
                                        leaf, steps.cell(leaf, unit), partShare, inner.of(part));
                    });
        }
        int rank = Objects.requireNonNull(ranks.get(tree.node().id()))[unit];
        return new IndexScore.Tier(
                tree.node(),
                tree.value(),
                unrounded,
                share,
                slope.of(tree.value()),
                rank == 0 ? null : Integer.valueOf(rank),
                parts);
    }

    private void zeros() {
        Map<NodeId, List<String>> decided = new LinkedHashMap<>();
        for (int unit = 0; unit < members.size(); unit++) {
            Valued tree = trees.get(unit);
            if (tree != null) {
                zeros(tree, members.get(unit).id(), decided);
            }
        }
        decided.forEach((node, units) -> remarks.add(new Remark.ZeroDecides(node, units)));
    }

    private static void zeros(Valued tree, String unit, Map<NodeId, List<String>> decided) {
        Double unrounded = tree.unrounded();
        if (tree.node().aggregation().needsNonNegative() && unrounded != null && unrounded == 0) {
            decided.computeIfAbsent(tree.node().id(), _ -> new ArrayList<>()).add(unit);
        }
        for (Valued inner : tree.branches()) {
            if (inner != null) {
                zeros(inner, unit, decided);
            }
        }
    }

    private @Nullable Reproduction reproduction() {
        if (model.published() == null) {
            return null;
        }
        record Off(String unit, double by) {}
        List<Off> all = new ArrayList<>();
        for (int unit = 0; unit < members.size(); unit++) {
            Valued tree = trees.get(unit);
            Double published = published(unit);
            Double index = tree == null ? null : tree.value();
            if (published != null && index != null) {
                all.add(new Off(members.get(unit).id(), Math.abs(index - published)));
            }
        }
        if (all.isEmpty()) {
            return null;
        }
        ToDoubleFunction<Off> by = Off::by;
        all.sort(Comparator.comparingDouble(by).reversed());
        double tolerance = model.published().tolerance();
        return new Reproduction(
                model.published(),
                all.size(),
                all.getFirst().by(),
                all.getFirst().unit(),
                all.stream().filter(off -> off.by() > tolerance).map(Off::unit).toList());
    }
}
