package org.jieti.planning.roadmap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jieti.core.model.CriterionKind;
import org.jieti.core.model.NodeId;
import org.jieti.core.scoring.BranchScore;
import org.jieti.core.scoring.CriterionScore;
import org.jieti.core.scoring.ScoreNode;
import org.jieti.core.scoring.Threshold;
import org.jieti.planning.program.Answer;
import org.jieti.planning.program.LinearSum;
import org.jieti.planning.program.MixedProgram;

/// The mixed-integer program of a unit's steps over periods.
///
/// `taken[period][chain][step]` is 1 when the step is done by the end of the period. Chains,
/// periods and prerequisites are implications between these. The own fulfilment of a criterion is
/// linear in them; that of a state, `f`, is the larger of its own and the best mean of a higher
/// rung, or 1 once such a mean is satisfied:
///
/// - `mean_h ≥ satisfied · z_h`: rung h may settle what stands below it
/// - `f ≤ own + Σ z_h + Σ q_h` and `f ≤ mean_h + Σ z_h + (1 − q_h)`: `f` takes the value of the
///   chosen rung, or its own
///
/// Only upper bounds are needed, as every demand asks for more and none for less.
final class Formulation implements AutoCloseable {
    private final MixedProgram program = new MixedProgram();
    private final Chains chains;
    private final int periods;
    private final int[][][] taken;
    private final List<Map<NodeId, LinearSum>> fulfilments = new ArrayList<>();
    private final List<Map<NodeId, Map<Integer, Integer>>> satisfiedRungs = new ArrayList<>();
    private final Map<NodeId, BranchScore> ladders = new HashMap<>();

    Formulation(Chains chains, int periods) {
        this.chains = chains;
        this.periods = periods;
        this.taken = new int[periods][chains.list().size()][];
        for (BranchScore domain : chains.now().tree().applicableDomains()) {
            for (BranchScore ladder : domain.ladders()) {
                for (CriterionScore criterion : ladder.criteria()) {
                    ladders.put(criterion.id(), ladder);
                }
            }
        }
        for (int period = 0; period < periods; period++) {
            fulfilments.add(new HashMap<>());
            satisfiedRungs.add(new HashMap<>());
            for (int chain = 0; chain < chains.list().size(); chain++) {
                addSteps(period, chain);
            }
        }
        for (int period = 0; period < periods; period++) {
            for (int chain = 0; chain < chains.list().size(); chain++) {
                addNeeds(period, chain);
            }
        }
    }

    private void addSteps(int period, int chain) {
        int[] variables = new int[chains.list().get(chain).length()];
        taken[period][chain] = variables;
        for (int step = 0; step < variables.length; step++) {
            variables[step] = program.binary();
            if (step > 0) {
                implies(variables[step], variables[step - 1]);
            }
            if (period > 0) {
                implies(taken[period - 1][chain][step], variables[step]);
            }
        }
    }

    private void implies(int one, int other) {
        program.atLeast(LinearSum.of(other, 1).plus(one, -1), 0);
    }

    private void addNeeds(int period, int chain) {
        Chain own = chains.list().get(chain);
        for (int step = 0; step < own.length(); step++) {
            for (NodeId needed : own.needs().get(step)) {
                if (step == 0 || !own.needs().get(step - 1).contains(needed)) {
                    need(period, taken[period][chain][step], needed);
                }
            }
        }
    }

    private void need(int period, int step, NodeId needed) {
        CriterionScore score = chains.score(needed);
        if (score == null || Threshold.isAtLeast(score.currentFulfilment(), chains.satisfied())) {
            return;
        }
        int place = chains.placeOf(needed);
        if (score.criterion().kind() == CriterionKind.STATE || place < 0) {
            program.atLeast(
                    new LinearSum()
                            .plus(fulfilment(period, score), 1)
                            .plus(step, -chains.satisfied()),
                    0);
            return;
        }
        int count = chains.list().get(place).stepsTo(needed, chains.satisfied());
        if (count > chains.list().get(place).length()) {
            program.fix(step, 0);
        } else if (count > 0) {
            implies(step, taken[period][place][count - 1]);
        }
    }

    MixedProgram program() {
        return program;
    }

    int lastPeriod() {
        return periods - 1;
    }

    /// 1 when a step is done by the end of a period.
    int taken(int period, int chain, int step) {
        return taken[period][chain][step];
    }

    /// What is spent in a period.
    LinearSum spent(int period) {
        LinearSum spent = total(period);
        return period == 0 ? spent : spent.plus(total(period - 1), -1);
    }

    /// What is spent up to the end of a period.
    LinearSum total(int period) {
        LinearSum total = new LinearSum();
        for (int chain = 0; chain < taken[period].length; chain++) {
            for (int step = 0; step < taken[period][chain].length; step++) {
                total.plus(
                        taken[period][chain][step],
                        chains.list().get(chain).steps().get(step).cost());
            }
        }
        return total;
    }

    /// How many steps of each chain an answer takes by the end of a period.
    int[] counts(Answer answer, int period) {
        int[] counts = new int[taken[period].length];
        for (int chain = 0; chain < counts.length; chain++) {
            for (int variable : taken[period][chain]) {
                counts[chain] += answer.isSet(variable) ? 1 : 0;
            }
        }
        return counts;
    }

    /// That at least one step more is taken than so many of each chain. Valid where these do not
    /// do, since fewer would not either.
    void demandMoreThan(int[] counts) {
        LinearSum more = new LinearSum();
        for (int chain = 0; chain < counts.length; chain++) {
            for (int step = counts[chain]; step < taken[periods - 1][chain].length; step++) {
                more.plus(taken[periods - 1][chain][step], 1);
            }
        }
        program.atLeast(more, 1);
    }

    /// That all steps of a chain are taken in the same period.
    void keepWhole(int chain) {
        int last = chains.list().get(chain).length() - 1;
        for (int period = 0; period < periods && last > 0; period++) {
            implies(taken[period][chain][0], taken[period][chain][last]);
        }
    }

    void demand(Demand demand) {
        program.atLeast(demand.sum(), demand.atLeast() - Threshold.TOLERANCE);
    }

    /// That something holds where a variable is 1.
    void demandIf(int variable, Demand demand) {
        program.atLeast(
                new LinearSum()
                        .plus(demand.sum(), 1)
                        .plus(variable, -(demand.atLeast() - Threshold.TOLERANCE)),
                0);
    }

    /// The fulfilment of a criterion at the end of a period, in [0, 1]: what may be counted at
    /// most.
    LinearSum fulfilment(int period, CriterionScore score) {
        LinearSum known = fulfilments.get(period).get(score.id());
        if (known == null) {
            known = express(period, score);
            fulfilments.get(period).put(score.id(), known);
        }
        return known;
    }

    private LinearSum own(int period, CriterionScore score) {
        LinearSum own = LinearSum.of(score.fulfilment().own());
        int place = chains.placeOf(score.id());
        if (place >= 0) {
            Chain chain = chains.list().get(place);
            for (int step = 0; step < chain.length(); step++) {
                double gain =
                        chain.fulfilment(score.id(), step + 1) - chain.fulfilment(score.id(), step);
                if (gain != 0) {
                    own.plus(taken[period][place][step], gain);
                }
            }
        }
        return own;
    }

    private LinearSum express(int period, CriterionScore score) {
        if (score.criterion().kind() != CriterionKind.STATE) {
            return own(period, score);
        }
        if (Threshold.isAtLeast(score.currentFulfilment(), 1)) {
            return LinearSum.of(1);
        }
        LinearSum own = own(period, score);
        BranchScore ladder = ladders.get(score.id());
        List<Integer> higher = ladder == null ? List.of() : levelsAbove(ladder, score.level());
        if (ladder == null || higher.isEmpty()) {
            return own;
        }
        int f = program.share();
        LinearSum settled = new LinearSum();
        LinearSum chosen = new LinearSum();
        for (int level : higher) {
            if (chains.now().model().grading() != null) {
                settled.plus(satisfiedRung(period, ladder, level), 1);
            }
        }
        for (int level : higher) {
            LinearSum mean = mean(period, ladder, level);
            int q = program.binary();
            chosen.plus(q, 1);
            program.atLeast(
                    new LinearSum().plus(mean, 1).plus(settled, 1).plus(1).plus(q, -1).plus(f, -1),
                    0);
        }
        program.atLeast(
                new LinearSum().plus(own, 1).plus(settled, 1).plus(chosen, 1).plus(f, -1), 0);
        return LinearSum.of(f, 1);
    }

    private int satisfiedRung(int period, BranchScore ladder, int level) {
        Map<Integer, Integer> rungs =
                satisfiedRungs.get(period).computeIfAbsent(ladder.id(), _ -> new HashMap<>());
        Integer known = rungs.get(level);
        if (known != null) {
            return known;
        }
        int z = program.binary();
        rungs.put(level, z);
        demandIf(z, new Demand(mean(period, ladder, level), chains.satisfied()));
        return z;
    }

    private static List<Integer> levelsAbove(BranchScore ladder, int level) {
        return ladder.criteria().stream()
                .filter(each -> !each.isExcluded() && each.level() > level)
                .map(CriterionScore::level)
                .distinct()
                .sorted()
                .toList();
    }

    private LinearSum mean(int period, BranchScore ladder, int level) {
        List<CriterionScore> rung = new ArrayList<>();
        for (ScoreNode child : ladder.children()) {
            if (child instanceof CriterionScore each
                    && !each.isExcluded()
                    && each.level() == level) {
                rung.add(each);
            }
        }
        LinearSum mean = new LinearSum();
        for (CriterionScore each : rung) {
            mean.plus(fulfilment(period, each), 1.0 / rung.size());
        }
        return mean;
    }

    @Override
    public void close() {
        program.close();
    }
}
