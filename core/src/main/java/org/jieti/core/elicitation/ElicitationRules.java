package org.jieti.core.elicitation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Statement;
import org.jieti.core.model.Violation;

/// The rules that statements must keep before weights can follow from them: each in the form of
/// the method, complete, and from an expert who is listed.
///
/// The subject of a violation is [#subject(Elicitation.Group, Statement)], or that of the group
/// alone.
public final class ElicitationRules {
    /// How far a sum may be off by rounding.
    private static final double TOLERANCE = 1e-9;

    private final Elicitation elicitation;
    private final List<Violation> violations = new ArrayList<>();

    private ElicitationRules(Elicitation elicitation) {
        this.elicitation = elicitation;
    }

    /// Every rule that is broken.
    public static List<Violation> check(Elicitation elicitation) {
        ElicitationRules rules = new ElicitationRules(elicitation);
        elicitation.groups().forEach(rules::group);
        return rules.violations;
    }

    /// What a statement is known by among all: the node above its group, the expert, the round.
    public static String subject(Elicitation.Group group, Statement statement) {
        int round = statement instanceof Statement.Shares shares ? shares.round() : 1;
        return subject(group) + "\n" + statement.expert() + "\n" + round;
    }

    /// What a group is known by: the node above it; empty for the domains.
    public static String subject(Elicitation.Group group) {
        return group.parent() == null ? "" : group.parent().value();
    }

    private void group(Elicitation.Group group) {
        Method method = elicitation.method();
        boolean asks = !method.readsTable() && method != Method.EQUAL;
        if (asks && group.members().size() > 1 && group.statements().isEmpty()) {
            violations.add(
                    new Violation(
                            "weighing.nobody", subject(group), List.of(joined(group.members()))));
        }
        Set<String> seen = new HashSet<>();
        for (Statement statement : group.statements()) {
            String subject = subject(group, statement);
            if (!seen.add(subject)) {
                report("weighing.statement.twice", subject, statement.expert());
            }
            if (elicitation.experts().stream()
                    .noneMatch(expert -> expert.id().equals(statement.expert()))) {
                report("weighing.expert.unknown", subject, statement.expert());
            }
            if (fits(statement)) {
                statement(group, statement, subject);
            } else {
                report("weighing.statement.method", subject, statement.expert(), method.id());
            }
        }
    }

    private void report(String rule, String subject, Object... arguments) {
        violations.add(new Violation(rule, subject, List.of(arguments)));
    }

    private boolean fits(Statement statement) {
        return switch (elicitation.method()) {
            case DIRECT ->
                    statement instanceof Statement.Shares || statement instanceof Statement.Limits;
            case BUDGET, DELPHI -> statement instanceof Statement.Shares;
            case AHP -> statement instanceof Statement.Compared;
            case BEST_WORST -> statement instanceof Statement.BestWorst;
            case RANKING -> statement instanceof Statement.Ranked;
            case EQUAL, ENTROPY, CRITIC, DEVIATION, GINI, MEREC -> false;
        };
    }

    private void statement(Elicitation.Group group, Statement statement, String subject) {
        switch (statement) {
            case Statement.Compared compared -> compared(group, compared, subject);
            case Statement.BestWorst bestWorst -> bestWorst(group, bestWorst, subject);
            case Statement.Shares shares -> shares(group, shares, subject);
            case Statement.Ranked ranked ->
                    complete(group, ranked.ranks().keySet(), statement.expert(), subject);
            // Whether limits leave any weights is for the solver to find out.
            case Statement.Limits _ -> {}
        }
    }

    /// Whether every member is given something.
    private boolean complete(
            Elicitation.Group group, Set<NodeId> given, String expert, String subject) {
        List<NodeId> missing =
                group.members().stream().filter(member -> !given.contains(member)).toList();
        if (!missing.isEmpty()) {
            report("weighing.members.missing", subject, expert, joined(missing));
        }
        return missing.isEmpty();
    }

    private static String joined(List<NodeId> ids) {
        return ids.stream().map(NodeId::value).collect(Collectors.joining(", "));
    }

    /// Judgements must join all members, or no ratio between some of them follows.
    private void compared(Elicitation.Group group, Statement.Compared compared, String subject) {
        List<Set<NodeId>> parts = new ArrayList<>();
        group.members().forEach(member -> parts.add(new HashSet<>(Set.of(member))));
        for (Statement.Judgement judgement : compared.judgements()) {
            Set<NodeId> first = part(parts, judgement.first());
            Set<NodeId> second = part(parts, judgement.second());
            if (!first.equals(second)) {
                first.addAll(second);
                parts.removeIf(part -> part.equals(second));
            }
        }
        if (parts.size() > 1) {
            List<List<NodeId>> ordered =
                    parts.stream()
                            .map(part -> group.members().stream().filter(part::contains).toList())
                            .toList();
            String missing =
                    ordered.stream()
                            .skip(1)
                            .map(part -> ordered.getFirst().getFirst() + " – " + part.getFirst())
                            .collect(Collectors.joining("; "));
            report(
                    "weighing.pairs.apart",
                    subject,
                    compared.expert(),
                    ordered.stream()
                            .map(ElicitationRules::joined)
                            .collect(Collectors.joining(" | ")),
                    missing);
        }
    }

    private static Set<NodeId> part(List<Set<NodeId>> parts, NodeId node) {
        for (Set<NodeId> part : parts) {
            if (part.contains(node)) {
                return part;
            }
        }
        throw new IllegalArgumentException(node + " is not in the group.");
    }

    private void bestWorst(Elicitation.Group group, Statement.BestWorst statement, String subject) {
        String expert = statement.expert();
        if (statement.best().equals(statement.worst())) {
            if (group.members().size() > 1) {
                report("weighing.best.same", subject, expert, statement.best());
            }
            return;
        }
        Set<NodeId> fromBest = new HashSet<>(statement.bestToOthers().keySet());
        Set<NodeId> toWorst = new HashSet<>(statement.othersToWorst().keySet());
        fromBest.add(statement.best());
        toWorst.add(statement.worst());
        // Best against worst stands in both; once is enough.
        if (statement.othersToWorst().containsKey(statement.best())) {
            fromBest.add(statement.worst());
        }
        if (statement.bestToOthers().containsKey(statement.worst())) {
            toWorst.add(statement.best());
        }
        complete(group, fromBest, expert, subject);
        complete(group, toWorst, expert, subject);
        atLeastOne(statement.bestToOthers(), statement.best(), expert, subject);
        atLeastOne(statement.othersToWorst(), statement.worst(), expert, subject);
        Double whole = statement.bestToOthers().get(statement.worst());
        Double again = statement.othersToWorst().get(statement.best());
        if (whole != null && again != null && Math.abs(whole - again) > TOLERANCE) {
            report("weighing.best.pair", subject, expert, whole, again);
        }
    }

    /// The best is at least as important as any node, any node as the worst, and each as itself.
    private void atLeastOne(
            Map<NodeId, Double> comparisons, NodeId self, String expert, String subject) {
        comparisons.forEach(
                (node, times) -> {
                    if (times < 1 || (node.equals(self) && times != 1)) {
                        report("weighing.best.value", subject, expert, node, times);
                    }
                });
    }

    private void shares(Elicitation.Group group, Statement.Shares statement, String subject) {
        if (!complete(group, statement.shares().keySet(), statement.expert(), subject)) {
            return;
        }
        double sum = 0;
        for (double share : statement.shares().values()) {
            sum += share;
        }
        double wanted =
                switch (elicitation.method()) {
                    case DIRECT -> 1;
                    case BUDGET -> elicitation.settings().budget();
                    case DELPHI, EQUAL, AHP, BEST_WORST, RANKING -> sum;
                    case ENTROPY, CRITIC, DEVIATION, GINI, MEREC -> sum;
                };
        if (!(sum > 0)) {
            report("weighing.shares.nothing", subject, statement.expert());
        } else if (Math.abs(sum - wanted) > TOLERANCE * Math.max(1, wanted)) {
            report("weighing.shares.sum", subject, statement.expert(), sum, wanted);
        }
    }
}
