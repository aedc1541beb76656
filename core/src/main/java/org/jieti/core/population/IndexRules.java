package org.jieti.core.population;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jieti.core.model.Direction;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Violation;
import org.jspecify.annotations.Nullable;

/// The rules that an index model must keep, whatever the population.
public final class IndexRules {
    private static final double TOLERANCE = 1e-9;
    private static final int MOST_DECIMALS = 12;

    private final IndexModel model;
    private final List<Violation> violations = new ArrayList<>();

    private IndexRules(IndexModel model) {
        this.model = model;
    }

    public static List<Violation> check(IndexModel model) {
        IndexRules rules = new IndexRules(model);
        rules.ids();
        model.root().branches().forEach(rules::weights);
        rules.steps();
        rules.bands();
        if (model.rankBasis() == RankBasis.PUBLISHED && model.published() == null) {
            rules.broken("index.ranks.published", "ranks");
        }
        return rules.violations;
    }

    private void broken(String rule, String subject, Object... arguments) {
        violations.add(new Violation(rule, subject, List.of(arguments)));
    }

    private void ids() {
        Set<NodeId> ids = new HashSet<>();
        for (IndexNode.Branch branch : model.root().branches()) {
            if (!ids.add(branch.id())) {
                broken("index.id.duplicate", branch.id().value(), branch.id());
            }
            decimals(branch.id().value(), branch.decimals());
        }
        for (IndexNode.Leaf leaf : model.root().leaves()) {
            if (!ids.add(leaf.id())) {
                broken("index.id.duplicate", leaf.id().value(), leaf.id());
            }
        }
        decimals("decimals", model.decimals());
    }

    private void decimals(String subject, @Nullable Integer decimals) {
        if (decimals != null && (decimals < 0 || decimals > MOST_DECIMALS)) {
            broken("index.decimals", subject, decimals, MOST_DECIMALS);
        }
    }

    private void weights(IndexNode.Branch branch) {
        double sum = 0;
        for (IndexNode part : branch.parts()) {
            if (!(part.weight() >= 0) || !Double.isFinite(part.weight())) {
                broken("index.weight", part.id().value(), part.id(), part.weight());
                return;
            }
            sum += part.weight();
        }
        String id = branch.id().value();
        if (branch.aggregation() == Aggregation.WEIGHTED_SUM && Math.abs(sum - 1) > TOLERANCE) {
            broken("index.weights.sum", id, branch.id(), sum);
        } else if (sum == 0) {
            broken("index.weights.none", id, branch.id());
        }
    }

    private void steps() {
        Set<Class<?>> kinds = new HashSet<>();
        List<Step> steps = model.steps();
        boolean denominates = false;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (!kinds.add(step.getClass())) {
                broken("index.step.twice", "steps", i + 1);
            }
            switch (step) {
                case Step.Denominate _ -> {
                    denominates = true;
                    if (i > 0) {
                        broken("index.step.denominate-first", "steps", i + 1);
                    }
                }
                case Step.Impute impute -> grouping(impute.by());
                case Step.Normalise normalise -> {
                    if (i < steps.size() - 1) {
                        broken("index.step.normalise-last", "steps", i + 1);
                    }
                    normalisation(normalise.by());
                }
                case Step.Winsorise winsorise -> logarithm(winsorise);
                case Step.Screen _ -> {}
            }
        }
        for (IndexNode.Leaf leaf : model.root().leaves()) {
            if (leaf.denominator() != null && !denominates) {
                broken("index.denominator.unused", leaf.id().value(), leaf.id());
            }
        }
    }

    /// A target is in the column's unit, which a logarithm leaves behind.
    private void logarithm(Step.Winsorise winsorise) {
        boolean towards =
                model.steps().stream()
                        .anyMatch(
                                step ->
                                        step instanceof Step.Normalise(var by)
                                                && by instanceof Normalisation.DistanceToTarget);
        if (towards && winsorise.then() == Step.Then.LOGARITHM) {
            broken("index.logarithm.target", "steps");
        }
    }

    private void grouping(Imputation imputation) {
        String grouping =
                switch (imputation) {
                    case Imputation.GroupMean by -> by.grouping();
                    case Imputation.GroupMedian by -> by.grouping();
                    case Imputation.Mean _, Imputation.Median _ -> null;
                };
        if (grouping != null
                && model.groupings().stream().noneMatch(g -> g.column().equals(grouping))) {
            broken("index.grouping.unknown", "steps", grouping);
        }
    }

    private void normalisation(Normalisation normalisation) {
        switch (normalisation) {
            case Normalisation.DistanceToTarget _ ->
                    model.root().leaves().stream()
                            .filter(leaf -> leaf.target() == null)
                            .forEach(
                                    leaf ->
                                            broken(
                                                    "index.target.missing",
                                                    leaf.id().value(),
                                                    leaf.id()));
            case Normalisation.FractionOfMaximum _ ->
                    model.root().leaves().stream()
                            .filter(leaf -> leaf.direction() == Direction.LOWER)
                            .forEach(
                                    leaf ->
                                            broken(
                                                    "index.fraction.direction",
                                                    leaf.id().value(),
                                                    leaf.id()));
            case Normalisation.MinMax _,
                    Normalisation.ZScore _,
                    Normalisation.Rank _,
                    Normalisation.Borda _,
                    Normalisation.PercentileRank _,
                    Normalisation.DistanceToMaximum _ -> {}
        }
    }

    private void bands() {
        List<IndexBand> bands = model.bands();
        for (int i = 0; i < bands.size(); i++) {
            IndexBand band = bands.get(i);
            Double from = band.from();
            boolean last = i == bands.size() - 1;
            Double above = i == 0 ? null : bands.get(i - 1).from();
            boolean falls = above == null || from == null || from < above;
            if ((from == null) != last || !falls) {
                broken("index.bands.order", "bands", band.code());
            }
        }
    }
}
