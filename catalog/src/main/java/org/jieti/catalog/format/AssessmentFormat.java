package org.jieti.catalog.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.finding.Word;
import org.jieti.catalog.source.Value;
import org.jieti.core.assessment.Answer;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.assessment.Reading;
import org.jieti.core.assessment.Unit;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.MeasureId;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Rating;
import org.jieti.core.model.Violation;
import org.jieti.core.result.ScoringInput;
import org.jieti.core.result.Yardstick;
import org.jspecify.annotations.Nullable;

/// The format of an assessment.
public final class AssessmentFormat {
    private static final Set<String> KEYS = Set.of("model", "unit", "asOf", "answers", "measures");
    private static final List<String> STATES = List.of("rating", "na", "insufficient");
    private static final Set<String> ANSWER_KEYS = Set.of("rating", "note", "na", "insufficient");
    private static final Set<String> RATED_KEYS = Set.of("rating", "note");
    private static final Set<String> UNIT_KEYS = Set.of("id", "name", "region", "peerGroup");

    private final MaturityModel model;
    private final Findings findings;
    private final Set<String> criteria = new HashSet<>();
    private final Map<String, Location> places = new HashMap<>();

    private AssessmentFormat(MaturityModel model, Findings findings) {
        this.model = model;
        this.findings = findings;
        model.criteria().forEach(criterion -> criteria.add(criterion.id().value()));
    }

    /// Checks an assessment as something to score. Null when it is refused.
    ///
    /// @param yardstick null if the weight set is not sound; what can be checked without is checked
    public static @Nullable ScoringInput input(
            Value root, MaturityModel model, @Nullable Yardstick yardstick, Findings findings) {
        AssessmentFormat format = new AssessmentFormat(model, findings);
        Assessment assessment = format.read(root);
        if (assessment == null || yardstick == null) {
            return null;
        }
        ScoringInput input =
                yardstick.accept(assessment, violation -> format.report(violation, root));
        return findings.hasErrors() ? null : input;
    }

    private void report(Violation violation, Value root) {
        findings.error(
                places.getOrDefault(violation.subject(), answersAt(root)),
                violation.rule(),
                violation.arguments().toArray());
    }

    /// Where the answers begin, which is where all that concerns several answers is reported.
    private static Location answersAt(Value root) {
        Value.Entry answers =
                root instanceof Value.Mapping mapping ? mapping.entries().get("answers") : null;
        return answers == null ? root.at() : answers.keyAt();
    }

    private @Nullable Assessment read(Value root) {
        Fields fields = Fields.of(root, "", KEYS, findings);
        if (fields == null) {
            return null;
        }
        Unit unit = unit(fields);
        LocalDate asOf = date(fields);
        Map<NodeId, Answer> answers = new LinkedHashMap<>();
        entries(fields, "answers").forEach((id, entry) -> answer(id, entry, answers));
        Map<MeasureId, Reading> measures = new LinkedHashMap<>();
        entries(fields, "measures").forEach((id, entry) -> measure(id, entry, measures));
        if (unit == null || asOf == null) {
            // What can still be found wrong is found on a stand-in.
            Unit nobody = new Unit("-", "-", "", "");
            return new Assessment(model.id(), nobody, LocalDate.EPOCH, answers, measures);
        }
        return new Assessment(model.id(), unit, asOf, answers, measures);
    }

    private Map<String, Value.Entry> entries(Fields fields, String key) {
        Value value = fields.mapping().value(key);
        if (value instanceof Value.Mapping mapping) {
            return mapping.entries();
        }
        boolean absent =
                value == null
                        || (value instanceof Value.Scalar scalar
                                && scalar.type() == Value.Type.NULL);
        if (value != null && !absent) {
            findings.error(value.at(), "file.type.mapping", key);
        }
        return Map.of();
    }

    private @Nullable Unit unit(Fields fields) {
        Value value = fields.required("unit");
        Fields unit = value == null ? null : Fields.of(value, "unit", UNIT_KEYS, findings);
        if (unit == null) {
            return null;
        }
        String id = unit.text("id");
        String name = unit.text("name");
        String region = unit.optionalText("region");
        String peerGroup = unit.optionalText("peerGroup");
        return id == null || name == null ? null : new Unit(id, name, region, peerGroup);
    }

    private @Nullable LocalDate date(Fields fields) {
        Value value = fields.required("asOf");
        if (value == null) {
            return null;
        }
        try {
            if (value instanceof Value.Scalar scalar) {
                return LocalDate.parse(scalar.text());
            }
        } catch (DateTimeException _) {
            // reported with all other values that are no date
        }
        findings.error(value.at(), "assessment.date", Fields.written(value));
        return null;
    }

    private void answer(String id, Value.Entry entry, Map<NodeId, Answer> answers) {
        places.put(id, entry.keyAt());
        if (!criteria.contains(id)) {
            findings.error(
                    entry.keyAt(), "assessment.answer.unknown", id, model.id(), nearest(model, id));
            return;
        }
        Answer answer = answer(id, entry.value());
        if (answer != null) {
            answers.put(new NodeId(id), answer);
        }
    }

    private @Nullable Answer answer(String id, Value value) {
        List<String> states = new ArrayList<>();
        if (value instanceof Value.Mapping mapping) {
            for (String state : STATES) {
                if (mapping.entries().containsKey(state)) {
                    states.add(state);
                }
            }
        }
        Fields fields =
                Fields.of(value, id, states.size() == 1 ? beside(states) : ANSWER_KEYS, findings);
        if (fields == null) {
            return null;
        }
        if (states.size() != 1) {
            findings.error(
                    value.at(),
                    "assessment.answer.form",
                    id,
                    states.isEmpty() ? Word.NONE : String.join(", ", states));
            return null;
        }
        return switch (states.getFirst()) {
            case "rating" -> rated(id, fields);
            case "na" -> {
                String reason = reason(id, fields, "na", "assessment.na.reason");
                yield reason == null ? null : new Answer.NotApplicable(reason);
            }
            default -> {
                String reason =
                        reason(id, fields, "insufficient", "assessment.insufficient.reason");
                yield reason == null ? null : new Answer.InsufficientEvidence(reason);
            }
        };
    }

    /// The fields of an answer in one state: a reason is a note already.
    private static Set<String> beside(List<String> state) {
        return state.getFirst().equals("rating") ? RATED_KEYS : Set.copyOf(state);
    }

    private @Nullable Answer rated(String id, Fields fields) {
        Value written = Tree.at(fields.mapping(), "rating");
        Rating rating =
                written instanceof Value.Scalar scalar && scalar.type() == Value.Type.TEXT
                        ? model.ratings().find(scalar.text())
                        : null;
        if (rating == null) {
            String scale =
                    model.ratings().ratings().stream()
                            .map(Rating::id)
                            .collect(Collectors.joining(", "));
            findings.error(
                    written.at(), "assessment.rating.scale", id, Fields.written(written), scale);
            return null;
        }
        return new Answer.Rated(rating, fields.optionalText("note"));
    }

    private @Nullable String reason(String id, Fields fields, String key, String rule) {
        Value written = Tree.at(fields.mapping(), key);
        if (written instanceof Value.Scalar scalar
                && scalar.type() == Value.Type.TEXT
                && !scalar.text().isBlank()) {
            return scalar.text();
        }
        findings.error(written.at(), rule, id, Fields.written(written));
        return null;
    }

    private void measure(String id, Value.Entry entry, Map<MeasureId, Reading> measures) {
        places.put(id, entry.keyAt());
        if (!NodeId.isValid(id) || model.findMeasure(new MeasureId(id)) == null) {
            findings.error(
                    entry.keyAt(),
                    "assessment.measure.unknown",
                    id,
                    model.id(),
                    model.measures().stream()
                            .map(measure -> measure.id().value())
                            .collect(Collectors.joining(", ")));
            return;
        }
        Fields fields = Fields.of(entry.value(), id, Set.of("value", "unit"), findings);
        if (fields == null) {
            return;
        }
        Double value = fields.number("value");
        String unit = unitOf(fields);
        if (value != null && unit != null) {
            measures.put(new MeasureId(id), new Reading(value, unit));
        }
    }

    /// A unit such as `1` may be written without quotes.
    private static @Nullable String unitOf(Fields fields) {
        return fields.mapping().value("unit") instanceof Value.Scalar scalar
                        && scalar.type() == Value.Type.NUMBER
                ? scalar.text()
                : fields.text("unit");
    }

    /// The ids among which is what an unknown id most likely stands for.
    public static String nearest(MaturityModel model, String id) {
        return model.nearest(id).stream().map(NodeId::value).collect(Collectors.joining(", "));
    }
}
