package org.jieti.core.scoring;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jieti.core.assessment.Answer;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.assessment.Reading;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.CriterionKind;
import org.jieti.core.model.Domain;
import org.jieti.core.model.Indicator;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Measure;
import org.jieti.core.model.MeasureId;
import org.jieti.core.model.Node;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Rating;
import org.jieti.core.model.Violation;
import org.jieti.core.model.WeightSet;

/// The rules that an assessment must keep to be scored against a model with a weight set.
public final class AssessmentRules {
    private final MaturityModel model;
    private final Assessment assessment;
    private final List<Violation> violations = new ArrayList<>();

    /// Whether anything is declared not applicable.
    private boolean excludes;

    private AssessmentRules(MaturityModel model, Assessment assessment) {
        this.model = model;
        this.assessment = assessment;
    }

    /// All violations; empty for an assessment that can be scored.
    public static List<Violation> check(
            MaturityModel model, WeightSet weights, Assessment assessment) {
        AssessmentRules rules = new AssessmentRules(model, assessment);
        if (!assessment.model().equals(model.id())) {
            rules.report("assessment.model", "model", assessment.model(), model.id());
            return rules.violations;
        }
        rules.answers();
        rules.bySubjectFrom(0);
        int ofAnswers = rules.violations.size();
        assessment.measures().forEach(rules::measure);
        rules.bySubjectFrom(ofAnswers);
        if (rules.excludes) {
            for (Domain domain : model.domains()) {
                rules.cap(domain, weights);
            }
        }
        return rules.violations;
    }

    /// Makes the order that of the subjects, whatever that of a map was.
    private void bySubjectFrom(int first) {
        violations
                .subList(first, violations.size())
                .sort((a, b) -> a.subject().compareTo(b.subject()));
    }

    private void report(String rule, Object subject, Object... arguments) {
        violations.add(new Violation(rule, subject.toString(), List.of(arguments)));
    }

    private void answers() {
        List<Criterion> criteria = model.criteria();
        int known = 0;
        for (Criterion criterion : criteria) {
            Answer answer = assessment.answers().get(criterion.id());
            if (answer != null) {
                known++;
                answer(criterion, answer);
            }
        }
        if (known < assessment.answers().size()) {
            Set<NodeId> unknown = new HashSet<>(assessment.answers().keySet());
            criteria.forEach(criterion -> unknown.remove(criterion.id()));
            for (NodeId id : unknown) {
                String near = joined(model.nearest(id.value()), NodeId::value);
                report("assessment.answer.unknown", id, id, model.id(), near);
            }
        }
    }

    private void answer(Criterion criterion, Answer answer) {
        NodeId id = criterion.id();
        switch (answer) {
            case Answer.NotApplicable _ -> {
                excludes = true;
                if (!criterion.mayBeNotApplicable()) {
                    report("assessment.na.refused", id, id);
                }
            }
            case Answer.Rated rated -> {
                if (criterion.kind() == CriterionKind.METRIC && criterion.reading() != null) {
                    report("assessment.answer.metric", id, id, criterion.reading().measure());
                } else if (!isOnScale(rated.rating())) {
                    String scale = joined(model.ratings().ratings(), Rating::id);
                    report("assessment.rating.scale", id, id, rated.rating().id(), scale);
                }
            }
            case Answer.InsufficientEvidence _, Answer.Unanswered _ -> {}
        }
    }

    private static <T> String joined(List<T> values, Function<T, String> shown) {
        return values.stream().map(shown).collect(Collectors.joining(", "));
    }

    @SuppressWarnings("ReferenceEquality") // most are the model's own, and need no comparing
    private boolean isOnScale(Rating rating) {
        Rating own = model.ratings().find(rating.id());
        return own == rating || rating.equals(own);
    }

    private void measure(MeasureId id, Reading reading) {
        Measure measure = model.findMeasure(id);
        if (measure == null) {
            String known = joined(model.measures(), each -> each.id().value());
            report("assessment.measure.unknown", id, id, model.id(), known);
        } else if (!measure.unit().equals(reading.unit())) {
            report("assessment.measure.unit", id, id, reading.unit(), measure.unit());
        } else if (reading.value() < measure.least() || reading.value() > measure.most()) {
            report(
                    "assessment.measure.range",
                    id,
                    id,
                    reading.value(),
                    measure.least(),
                    measure.most(),
                    measure.unit());
        }
    }

    private void cap(Domain domain, WeightSet weights) {
        double excluded = notApplicableShare(domain, weights);
        if (excluded > model.notApplicableCap() + Threshold.TOLERANCE) {
            report(
                    "assessment.na.cap",
                    domain.id(),
                    domain.id(),
                    excluded,
                    model.notApplicableCap());
        }
    }

    private boolean isExcluded(NodeId criterion) {
        return assessment.answer(criterion) instanceof Answer.NotApplicable;
    }

    private boolean excludesAny(Indicator ladder) {
        for (Node criterion : ladder.children()) {
            if (isExcluded(criterion.id())) {
                return true;
            }
        }
        return false;
    }

    /// The share of a node's points, before anything is redistributed, that was declared not
    /// applicable, in [0, 1].
    private double notApplicableShare(Node node, WeightSet weights) {
        double share = 0;
        if (node instanceof Indicator indicator && indicator.bearsCriteria()) {
            if (excludesAny(indicator)) {
                Map<NodeId, Double> points = Points.of(indicator, _ -> true);
                for (Map.Entry<NodeId, Double> each : points.entrySet()) {
                    share += isExcluded(each.getKey()) ? each.getValue() / 100 : 0;
                }
            }
            return share;
        }
        for (Node child : node.children()) {
            share += weights.weight(child.id()) * notApplicableShare(child, weights);
        }
        return share;
    }
}
