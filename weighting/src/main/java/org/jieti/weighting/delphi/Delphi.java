package org.jieti.weighting.delphi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jieti.core.agreement.Concordance;
import org.jieti.core.agreement.KendallW;
import org.jieti.core.agreement.RatingTable;
import org.jieti.core.elicitation.Settings.StopRule;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Statement;
import org.jieti.core.model.WeightRecord.Decision;
import org.jieti.core.model.WeightRecord.Move;
import org.jieti.core.model.WeightRecord.Quartiles;
import org.jieti.core.model.WeightRecord.Round;
import org.jieti.weighting.direct.Shares;
import org.jspecify.annotations.Nullable;

/// A Delphi on one group: in each round every expert shares points, with the quartiles of the
/// round before at hand (Dalkey & Helmer 1963). The experts agree once Kendall's W reaches the
/// limit of the stop rule, and have settled once no median has moved by its change.
public final class Delphi {
    private final List<NodeId> members;
    private final StopRule stop;

    /// Weights by expert, by round.
    private final Map<Integer, Map<String, double[]>> rounds = new TreeMap<>();

    private Delphi(List<NodeId> members, StopRule stop) {
        this.members = members;
        this.stop = stop;
    }

    /// A Delphi of all that was stated.
    ///
    /// @param statements at least one; no expert twice in a round
    public static Delphi of(
            List<NodeId> members, List<Statement.Shares> statements, StopRule stop) {
        Delphi delphi = new Delphi(members, stop);
        for (Statement.Shares statement : statements) {
            delphi.rounds
                    .computeIfAbsent(statement.round(), _ -> new LinkedHashMap<>())
                    .put(statement.expert(), Shares.weights(members, statement.shares()));
        }
        return delphi;
    }

    /// The rounds, in their order.
    public List<Round> rounds() {
        List<Round> told = new ArrayList<>();
        List<Quartiles> before = List.of();
        Map<String, double[]> previous = Map.of();
        for (Map.Entry<Integer, Map<String, double[]>> round : rounds.entrySet()) {
            List<Quartiles> quartiles = quartiles(round.getValue());
            Double agreement = agreement(round.getValue());
            told.add(
                    new Round(
                            round.getKey(),
                            quartiles,
                            agreement,
                            moves(previous, round.getValue()),
                            decision(agreement, before, quartiles)));
            before = quartiles;
            previous = round.getValue();
        }
        return told;
    }

    /// The weights of each expert in the last round, weights[expert][node].
    public Map<String, double[]> last() {
        return List.copyOf(rounds.values()).getLast();
    }

    /// The medians of the last round, over their sum; null if they are all 0.
    public double @Nullable [] weights() {
        double[] medians = quartiles(last()).stream().mapToDouble(Quartiles::median).toArray();
        double sum = Arrays.stream(medians).sum();
        return sum > 0 ? Arrays.stream(medians).map(median -> median / sum).toArray() : null;
    }

    private List<Quartiles> quartiles(Map<String, double[]> experts) {
        List<Quartiles> quartiles = new ArrayList<>();
        for (int node = 0; node < members.size(); node++) {
            int each = node;
            double[] sorted =
                    experts.values().stream()
                            .mapToDouble(weights -> weights[each])
                            .sorted()
                            .toArray();
            quartiles.add(
                    new Quartiles(
                            quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75)));
        }
        return quartiles;
    }

    /// Linear between the two nearest (Hyndman & Fan 1996, definition 7).
    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /// Kendall's W of the experts' weights; null where it is not defined.
    private @Nullable Double agreement(Map<String, double[]> experts) {
        RatingTable table =
                RatingTable.of(
                        experts.values().stream()
                                .map(weights -> Arrays.stream(weights).boxed().toList())
                                .toList());
        return switch (KendallW.of(table)) {
            case Concordance.Value value -> value.w();
            case Concordance.Undefined _ -> null;
        };
    }

    private Decision decision(
            @Nullable Double agreement, List<Quartiles> before, List<Quartiles> now) {
        if (agreement != null && agreement >= stop.agreement()) {
            return Decision.AGREED;
        }
        boolean settled = !before.isEmpty();
        for (int node = 0; settled && node < now.size(); node++) {
            settled = Math.abs(now.get(node).median() - before.get(node).median()) < stop.change();
        }
        return settled ? Decision.SETTLED : Decision.CONTINUE;
    }

    private List<Move> moves(Map<String, double[]> before, Map<String, double[]> now) {
        List<Move> moves = new ArrayList<>();
        now.forEach(
                (expert, weights) -> {
                    double[] earlier = before.get(expert);
                    for (int node = 0; earlier != null && node < weights.length; node++) {
                        // A change of exactly the limit counts, whatever rounding makes of it.
                        if (Math.abs(weights[node] - earlier[node]) >= stop.move() - 1e-12) {
                            moves.add(
                                    new Move(
                                            expert,
                                            members.get(node),
                                            earlier[node],
                                            weights[node]));
                        }
                    }
                });
        moves.sort(Comparator.comparingDouble(move -> -Math.abs(move.to() - move.from())));
        return moves;
    }
}
