package org.jieti.weighting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jieti.core.elicitation.Elicitation;
import org.jieti.core.elicitation.Settings.Pooling;
import org.jieti.core.model.Consistency;
import org.jieti.core.model.Node;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Statement;
import org.jieti.core.model.Violation;
import org.jieti.core.model.WeightRecord;
import org.jieti.core.model.WeightSet;
import org.jieti.core.model.WeightSpread;
import org.jieti.weighting.ahp.PairwiseMatrix;
import org.jieti.weighting.ahp.Priorities;
import org.jieti.weighting.ahp.RandomIndex;
import org.jieti.weighting.ahp.Revisions;
import org.jieti.weighting.bestworst.BestWorst;
import org.jieti.weighting.data.Informative;
import org.jieti.weighting.delphi.Delphi;
import org.jieti.weighting.direct.Shares;
import org.jieti.weighting.direct.WithinLimits;
import org.jieti.weighting.pooling.Concentration;
import org.jieti.weighting.pooling.Pooled;
import org.jieti.weighting.ranking.Rancom;
import org.jspecify.annotations.Nullable;

/// Makes a weight set of what experts state or data say: group by group by the method asked for,
/// the groups that nobody weighed taken from the base set.
public final class Weighing {
    /// Up to which a consistency ratio is commonly accepted (Saaty 1980).
    public static final double RATIO_LIMIT = 0.1;

    private final Elicitation elicitation;
    private final List<Violation> violations = new ArrayList<>();

    private Weighing(Elicitation elicitation) {
        this.elicitation = elicitation;
    }

    public static Outcome of(Elicitation elicitation) {
        return new Weighing(elicitation).outcome();
    }

    private Outcome outcome() {
        Map<NodeId, Double> weights = new HashMap<>(elicitation.base().weights());
        List<WeightRecord.Group> records = new ArrayList<>();
        List<WeightSpread.Group> spreads = new ArrayList<>();
        for (Elicitation.Group group : elicitation.groups()) {
            GroupWeights weighed = weighed(group);
            if (weighed == null) {
                continue;
            }
            for (int i = 0; i < group.members().size(); i++) {
                weights.put(group.members().get(i), weighed.weight(i));
            }
            records.add(weighed.record());
            if (weighed.spread() != null) {
                spreads.add(weighed.spread());
            }
        }
        if (!violations.isEmpty()) {
            return new Outcome.Refused(violations);
        }
        return new Outcome.Weighed(
                new WeightSet(
                        elicitation.id(),
                        elicitation.model().id(),
                        elicitation.name() == null ? Titles.name(elicitation) : elicitation.name(),
                        WeightSet.Status.LOCAL,
                        elicitation.method().id(),
                        elicitation.provenance() == null
                                ? Titles.provenance(elicitation)
                                : elicitation.provenance(),
                        weights,
                        new WeightRecord(
                                elicitation.experts(),
                                weighsAll() ? null : elicitation.base().id(),
                                records),
                        spreads.isEmpty() ? null : new WeightSpread(spreads)));
    }

    /// Whether every group of two siblings or more is weighed, so that the base plays no part.
    private boolean weighsAll() {
        Set<@Nullable NodeId> weighed = new HashSet<>();
        elicitation.groups().forEach(group -> weighed.add(group.parent()));
        boolean[] all = {elicitation.model().domains().size() < 2 || weighed.contains(null)};
        elicitation
                .model()
                .forEachNode(
                        node -> {
                            boolean choice = node.children().size() > 1 && bearsWeights(node);
                            all[0] &= !choice || weighed.contains(node.id());
                        });
        return all[0];
    }

    private static boolean bearsWeights(Node node) {
        return !node.children().isEmpty() && !node.children().getFirst().children().isEmpty();
    }

    private @Nullable GroupWeights weighed(Elicitation.Group group) {
        return switch (elicitation.method()) {
            case EQUAL -> equal(group);
            case DIRECT, BUDGET, RANKING -> stated(group);
            case AHP -> compared(group);
            case BEST_WORST -> bestWorst(group);
            case DELPHI -> delphi(group);
            case ENTROPY, CRITIC, DEVIATION, GINI, MEREC -> informed(group);
        };
    }

    private @Nullable GroupWeights refused(
            Elicitation.Group group, String rule, Object... arguments) {
        violations.add(
                new Violation(
                        rule,
                        group.parent() == null ? "" : group.parent().value(),
                        List.of(arguments)));
        return null;
    }

    private static GroupWeights equal(Elicitation.Group group) {
        double[] weights = new double[group.members().size()];
        Arrays.fill(weights, 1.0 / weights.length);
        return new GroupWeights(
                weights, record(group, null, List.of(), List.of(), List.of(), List.of()), null);
    }

    /// Weights that each expert's statement gives by itself, pooled as their mean.
    private @Nullable GroupWeights stated(Elicitation.Group group) {
        Map<String, double[]> opinions = new LinkedHashMap<>();
        for (Statement statement : group.statements()) {
            double[] weights =
                    switch (statement) {
                        case Statement.Shares shares ->
                                Shares.weights(group.members(), shares.shares());
                        case Statement.Limits limits ->
                                WithinLimits.weights(group.members(), limits);
                        case Statement.Ranked ranked ->
                                Rancom.weights(group.members(), ranked.ranks());
                        case Statement.Compared _, Statement.BestWorst _ ->
                                throw new IllegalArgumentException(
                                        "Comparisons are no " + elicitation.method().id());
                    };
            if (weights == null && statement instanceof Statement.Limits limits) {
                refused(
                        group,
                        "weighing.limits.contradiction",
                        statement.expert(),
                        String.join("; ", WithinLimits.contradiction(group.members(), limits)));
            } else if (weights != null) {
                opinions.put(statement.expert(), weights);
            }
        }
        return opinions.size() < group.statements().size()
                ? null
                : pooled(group, opinions, Pooling.MEAN, List.of(), List.of());
    }

    private GroupWeights bestWorst(Elicitation.Group group) {
        Map<String, double[]> opinions = new LinkedHashMap<>();
        List<Consistency> consistencies = new ArrayList<>();
        for (Statement statement : group.statements()) {
            BestWorst solved = BestWorst.of(group.members(), (Statement.BestWorst) statement);
            opinions.put(
                    statement.expert(),
                    solved.weights().stream().mapToDouble(Double::doubleValue).toArray());
            if (group.members().size() > 2) {
                consistencies.add(
                        new Consistency(
                                statement.expert(),
                                Consistency.Measure.BEST_WORST,
                                solved.inputRatio(),
                                solved.inputLimit(),
                                BestWorst.TABLE));
            }
            consistencies.add(
                    new Consistency(
                            statement.expert(),
                            Consistency.Measure.DEVIATION,
                            solved.deviation(),
                            null,
                            null));
        }
        return pooled(group, opinions, Pooling.MEAN, consistencies, List.of());
    }

    private @Nullable GroupWeights compared(Elicitation.Group group) {
        String named = elicitation.settings().randomIndex();
        if (!RandomIndex.NAMES.contains(named)) {
            return refused(
                    group, "weighing.index.unknown", named, String.join(", ", RandomIndex.NAMES));
        }
        RandomIndex table = RandomIndex.named(named);
        if (!table.reaches(group.members().size())) {
            return refused(group, "weighing.index.reach", named, group.members().size());
        }
        List<PairwiseMatrix> matrices = new ArrayList<>();
        Map<String, double[]> opinions = new LinkedHashMap<>();
        List<Consistency> consistencies = new ArrayList<>();
        List<WeightRecord.Revision> revisions = new ArrayList<>();
        for (Statement statement : group.statements()) {
            PairwiseMatrix matrix =
                    PairwiseMatrix.of(group.members(), (Statement.Compared) statement);
            Priorities priorities = Priorities.of(matrix);
            matrices.add(matrix);
            opinions.put(statement.expert(), priorities.weights());
            consistencies.addAll(consistency(statement.expert(), priorities, table));
            for (Revisions.Revision revision : Revisions.of(matrix, table)) {
                revisions.add(
                        new WeightRecord.Revision(
                                statement.expert(),
                                group.members().get(revision.row()),
                                group.members().get(revision.column()),
                                matrix.ratio(revision.row(), revision.column()),
                                revision.advised(),
                                revision.ratio()));
            }
        }
        Pooling pooling = elicitation.settings().pooling();
        if (pooling != Pooling.JUDGEMENTS || opinions.size() < 2) {
            return pooled(group, opinions, pooling, consistencies, revisions);
        }
        Priorities together = Priorities.of(Pooled.judgements(matrices, voices(opinions)));
        consistencies.addAll(consistency(null, together, table));
        return new GroupWeights(
                together.weights(),
                record(group, pooling, consistencies, revisions, List.of(), List.of()),
                spread(group, opinions));
    }

    /// Two nodes cannot contradict, so that nothing is measured of them.
    private static List<Consistency> consistency(
            @Nullable String expert, Priorities priorities, RandomIndex table) {
        if (priorities.matrix().size() <= 2) {
            return List.of();
        }
        return List.of(
                new Consistency(
                        expert,
                        Consistency.Measure.RATIO,
                        priorities.ratio(table),
                        RATIO_LIMIT,
                        table.name()),
                new Consistency(
                        expert,
                        Consistency.Measure.GEOMETRIC,
                        priorities.geometricIndex(),
                        Priorities.geometricLimit(priorities.matrix().size()),
                        "aguaron-moreno-jimenez-2003"));
    }

    private @Nullable GroupWeights delphi(Elicitation.Group group) {
        Delphi delphi =
                Delphi.of(
                        group.members(),
                        group.statements().stream().map(Statement.Shares.class::cast).toList(),
                        elicitation.settings().stop());
        double[] weights = delphi.weights();
        if (weights == null) {
            return refused(group, "weighing.delphi.nothing");
        }
        return new GroupWeights(
                weights,
                record(group, null, List.of(), List.of(), delphi.rounds(), List.of()),
                spread(group, delphi.last()));
    }

    private @Nullable GroupWeights informed(Elicitation.Group group) {
        if (group.members().size() == 1) {
            return equal(group);
        }
        return switch (Informative.of(elicitation.method(), group.columns())) {
            case Informative.Information.NothingVaries _ ->
                    refused(group, "weighing.columns.constant", columns(group));
            case Informative.Information.AllAlike _ ->
                    refused(group, "weighing.columns.alike", columns(group));
            case Informative.Information.Unfit(String column, double value) ->
                    refused(
                            group,
                            "weighing.column.unfit",
                            column,
                            value,
                            elicitation.method().id());
            case Informative.Information.Known(List<Double> information) ->
                    informed(group, information);
        };
    }

    private static String columns(Elicitation.Group group) {
        return group.columns().stream()
                .map(Elicitation.Column::name)
                .collect(Collectors.joining(", "));
    }

    private static GroupWeights informed(Elicitation.Group group, List<Double> information) {
        double[] weights = new double[information.size()];
        double sum = information.stream().mapToDouble(Double::doubleValue).sum();
        List<WeightRecord.Observation> observations = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            weights[i] = information.get(i) / sum;
            Elicitation.Column column = group.columns().get(i);
            observations.add(
                    new WeightRecord.Observation(
                            column.member(),
                            column.name(),
                            column.direction(),
                            information.get(i)));
        }
        return new GroupWeights(
                weights, record(group, null, List.of(), List.of(), List.of(), observations), null);
    }

    private GroupWeights pooled(
            Elicitation.Group group,
            Map<String, double[]> opinions,
            Pooling pooling,
            List<Consistency> consistencies,
            List<WeightRecord.Revision> revisions) {
        double[][] weights = opinions.values().toArray(double[][]::new);
        double[] voices = voices(opinions);
        double[] together =
                switch (pooling) {
                    case MEAN -> Pooled.mean(weights, voices);
                    case JUDGEMENTS, PRIORITIES -> Pooled.priorities(weights, voices);
                };
        return new GroupWeights(
                weights.length == 1 ? weights[0] : together,
                record(
                        group,
                        opinions.size() < 2 ? null : pooling,
                        consistencies,
                        revisions,
                        List.of(),
                        List.of()),
                spread(group, opinions));
    }

    private static WeightRecord.Group record(
            Elicitation.Group group,
            @Nullable Pooling pooling,
            List<Consistency> consistencies,
            List<WeightRecord.Revision> revisions,
            List<WeightRecord.Round> rounds,
            List<WeightRecord.Observation> observations) {
        return new WeightRecord.Group(
                group.parent(),
                group.members(),
                pooling == null ? null : pooling.id(),
                group.statements(),
                consistencies,
                revisions,
                rounds,
                observations);
    }

    private double[] voices(Map<String, double[]> opinions) {
        return opinions.keySet().stream()
                .mapToDouble(expert -> elicitation.expert(expert).voice())
                .toArray();
    }

    private WeightSpread.@Nullable Group spread(
            Elicitation.Group group, Map<String, double[]> opinions) {
        if (opinions.size() < 2 || group.members().size() < 2) {
            return null;
        }
        List<WeightSpread.Opinion> told = new ArrayList<>();
        opinions.forEach(
                (expert, weights) ->
                        told.add(
                                new WeightSpread.Opinion(
                                        expert,
                                        elicitation.expert(expert).voice(),
                                        Arrays.stream(weights).boxed().toList())));
        return new WeightSpread.Group(
                group.parent(),
                group.members(),
                told,
                Concentration.of(opinions.values().toArray(double[][]::new), voices(opinions)));
    }
}
