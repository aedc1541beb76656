package org.jieti.core.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The rules that a model must keep for the method to be sound.
public final class ModelRules {
    private static final double TOLERANCE = 1e-9;

    private final MaturityModel model;
    private final List<Violation> violations = new ArrayList<>();
    private final Set<NodeId> seen = new HashSet<>();

    private ModelRules(MaturityModel model) {
        this.model = model;
    }

    /// All violations, in the order of the model; empty for a sound model.
    public static List<Violation> check(MaturityModel model) {
        ModelRules rules = new ModelRules(model);
        model.measures().forEach(rules::measure);
        for (Domain domain : model.domains()) {
            rules.node(domain);
        }
        return rules.violations;
    }

    private void report(String rule, Object subject, Object... arguments) {
        violations.add(new Violation(rule, subject.toString(), List.of(arguments)));
    }

    private void node(Node node) {
        if (!seen.add(node.id())) {
            report("model.node.duplicate", node.id(), node.id());
        }
        for (Node child : node.children()) {
            if (!node.id().contains(child.id()) || child.id().equals(node.id())) {
                report("model.node.parent", child.id(), child.id(), node.id());
            }
            node(child);
        }
        switch (node) {
            case Domain _ -> {}
            case Indicator indicator -> points(indicator);
            case Criterion criterion -> criterion(criterion);
        }
    }

    private void points(Indicator indicator) {
        PointsRule rule = indicator.points();
        if (rule == null) {
            return;
        }
        switch (rule) {
            case LADDER -> {
                if (model.levels().isEmpty()) {
                    report("model.points.ladder", indicator.id(), indicator.id());
                }
                ladder(indicator);
            }
            case STATED -> stated(indicator);
            case EQUAL -> {}
        }
    }

    private void stated(Indicator indicator) {
        double sum = 0;
        for (Criterion criterion : indicator.criteria()) {
            if (criterion.statedPoints() == null) {
                report("model.points.missing", criterion.id(), criterion.id());
            } else {
                sum += criterion.statedPoints();
            }
        }
        if (Math.abs(sum - 100) > TOLERANCE) {
            report("model.points.sum", indicator.id(), indicator.id(), sum);
        }
    }

    private void ladder(Indicator ladder) {
        List<Criterion> criteria = ladder.criteria();
        int top = criteria.stream().mapToInt(Criterion::level).max().orElse(0);
        int previous = 0;
        for (Criterion criterion : criteria) {
            if (criterion.level() < previous) {
                report(
                        "model.ladder.order",
                        criterion.id(),
                        criterion.id(),
                        criterion.level(),
                        previous);
            }
            previous = criterion.level();
            if (criterion.kind() == CriterionKind.STATE && criterion.level() == top) {
                report("model.ladder.state-on-top", criterion.id(), criterion.id());
            }
            String rung = ladder.id() + "." + criterion.level();
            if (!criterion.id().value().equals(rung)
                    && !criterion.id().value().matches("\\Q" + rung + "\\E\\.[0-9]+")) {
                report("model.criterion.id", criterion.id(), criterion.id(), rung);
            }
        }
    }

    private void criterion(Criterion criterion) {
        Double points = criterion.statedPoints();
        if (points != null && !(points > 0 && Double.isFinite(points))) {
            report("model.points.range", criterion.id(), criterion.id(), points);
        }
        int lowest = model.levels().isEmpty() ? 0 : 1;
        int highest = model.levels().size();
        if (criterion.level() < lowest || criterion.level() > highest) {
            report(
                    "model.criterion.level",
                    criterion.id(),
                    criterion.id(),
                    criterion.level(),
                    lowest,
                    highest);
        }
        if (criterion.veto() != null
                && (criterion.veto().cap() < 1 || criterion.veto().cap() > highest)) {
            report(
                    "model.veto.cap",
                    criterion.id(),
                    criterion.id(),
                    criterion.veto().cap(),
                    highest);
        }
        MeasureBand reads = criterion.reading();
        if (reads != null) {
            Measure measure = model.findMeasure(reads.measure());
            if (measure == null) {
                report("model.measure.unknown", criterion.id(), criterion.id(), reads.measure());
            } else if (measure.band(reads.band()) == null) {
                report(
                        "model.band.unknown",
                        criterion.id(),
                        criterion.id(),
                        reads.measure(),
                        reads.band());
            }
        }
    }

    private void measure(Measure measure) {
        measure.bands().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> band(measure, entry.getKey(), entry.getValue()));
    }

    private void band(Measure measure, String name, Band band) {
        boolean lower =
                switch (band.limit().side()) {
                    case BELOW, AT_MOST -> true;
                    case ABOVE, AT_LEAST -> false;
                };
        if (lower != (measure.direction() == Direction.LOWER)) {
            report("model.band.side", measure.id(), measure.id(), name);
        }
        double passing = band.limit().firstPassing();
        if (passing < measure.least() || passing > measure.most()) {
            report("model.band.reach", measure.id(), measure.id(), name, band.limit().value());
        }
        credit(measure, name, band, lower ? -1 : 1);
    }

    private void credit(Measure measure, String name, Band band, int sign) {
        List<Band.Credit> credit = band.credit();
        for (int i = 1; i < credit.size(); i++) {
            if (sign * (credit.get(i).at() - credit.get(i - 1).at()) <= 0) {
                report("model.band.order", measure.id(), measure.id(), name, credit.get(i).at());
            }
        }
        if (sign * (band.limit().value() - credit.getLast().at()) < 0) {
            report("model.band.beyond", measure.id(), measure.id(), name, credit.getLast().at());
        }
        double satisfied = model.grading() == null ? 1 : model.grading().satisfied();
        if (credit.getLast().fulfilment() >= satisfied) {
            report(
                    "model.band.credit",
                    measure.id(),
                    measure.id(),
                    name,
                    credit.getLast().fulfilment(),
                    satisfied);
        }
    }
}
