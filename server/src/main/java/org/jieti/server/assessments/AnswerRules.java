package org.jieti.server.assessments;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jieti.catalog.finding.Finding;
import org.jieti.catalog.finding.Location;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Measure;
import org.jieti.core.model.MeasureId;
import org.jieti.core.model.Node;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Rating;
import org.jieti.core.model.Violation;
import org.jieti.report.words.Numbers;

/// What can be wrong with one answer, in words for whoever wrote it: nodes and measures by name.
final class AnswerRules {
    private static final String CAP = "assessment.na.cap";

    private AnswerRules() {}

    /// What is wrong with an answer before the engine can read it at all.
    static List<Finding> of(MaturityModel model, KeptAnswer answer) {
        WrittenAnswer written = answer.written();
        List<Finding> findings = new ArrayList<>();
        if (written.rating() != null && model.ratings().find(written.rating()) == null) {
            String scale =
                    model.ratings().ratings().stream()
                            .map(Rating::id)
                            .collect(Collectors.joining(", "));
            findings.add(error(model, "assessment.rating.scale", answer, written.rating(), scale));
        }
        if (written.state().needsReason() && written.note().isEmpty()) {
            findings.add(
                    error(
                            model,
                            written.state() == WrittenAnswer.State.NOT_APPLICABLE
                                    ? "assessment.na.reason"
                                    : "assessment.insufficient.reason",
                            answer,
                            ""));
        }
        return findings;
    }

    private static Finding error(
            MaturityModel model, String rule, KeptAnswer answer, Object... more) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(named(model, rule, answer.criterion()));
        arguments.addAll(List.of(more));
        return Finding.error(Location.whole(answer.criterion().value()), rule, arguments.toArray());
    }

    /// A broken rule of the method, as a finding.
    static Finding finding(MaturityModel model, Violation violation) {
        return Finding.error(
                Location.whole(violation.subject()),
                violation.rule(),
                violation.arguments().stream()
                        .map(argument -> named(model, violation.rule(), argument))
                        .toArray());
    }

    private static Object named(MaturityModel model, String rule, Object argument) {
        return switch (argument) {
            case NodeId id -> {
                Node node = model.find(id);
                yield node == null ? id : node.name();
            }
            case MeasureId id -> {
                Measure measure = model.findMeasure(id);
                yield measure == null ? id : measure.name();
            }
            case Double share when rule.equals(CAP) -> Numbers.percent(share);
            default -> argument;
        };
    }
}
