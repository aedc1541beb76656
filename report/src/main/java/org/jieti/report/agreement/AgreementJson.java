package org.jieti.report.agreement;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jieti.core.Engine;
import org.jieti.core.agreement.Alpha;
import org.jieti.core.agreement.AlphaInterval;
import org.jieti.core.agreement.Concordance;
import org.jieti.core.agreement.MeasureOpinions;
import org.jieti.core.agreement.Opinions;
import org.jieti.core.agreement.PanelAgreement;
import org.jieti.core.agreement.Rater;
import org.jieti.core.assessment.Answer;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.assessment.Reading;
import org.jieti.core.model.MeasureId;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The agreement of a panel as JSON, by the schema `agreement.v1`. Numbers are not rounded; a
/// coefficient that is undefined is absent, and why stands in its place.
public final class AgreementJson {
    public static final String FORMAT = "urn:jieti:schema:agreement:1";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private AgreementJson() {}

    public static String render(PanelAgreement agreement) {
        ObjectNode root = NODES.objectNode();
        root.put("format", FORMAT);
        root.put("engine", Engine.VERSION);
        root.put("model", agreement.panel().model().id().toString());
        Assessment first = agreement.panel().raters().getFirst().assessment();
        root.putObject("unit").put("id", first.unit().id()).put("name", first.unit().name());
        ArrayNode raters = root.putArray("raters");
        for (Rater rater : agreement.panel().raters()) {
            raters.addObject()
                    .put("id", rater.id())
                    .put("asOf", rater.assessment().asOf().toString());
        }
        root.set("whole", subject(agreement.whole()));
        ArrayNode domains = root.putArray("domains");
        agreement.domains().forEach(each -> domains.add(subject(each)));
        ArrayNode criteria = root.putArray("criteria");
        for (Opinions opinions : agreement.opinions()) {
            criteria.add(criterion(opinions));
        }
        ArrayNode measures = root.putArray("measures");
        for (MeasureOpinions opinions : agreement.measures()) {
            measures.add(measure(opinions));
        }
        root.set("proposal", proposal(agreement.proposal()));
        return root.toPrettyString() + "\n";
    }

    private static ObjectNode subject(PanelAgreement.Subject subject) {
        ObjectNode object = NODES.objectNode();
        if (subject.domain() != null) {
            object.put("id", subject.domain().id().value());
            object.set("name", text(subject.domain().name()));
        }
        object.set("alpha", alpha(subject.alpha(), subject.interval()));
        object.set("concordance", concordance(subject.concordance()));
        object.put("criteria", subject.criteria());
        object.put("disputed", subject.disputed());
        return object;
    }

    private static ObjectNode alpha(Alpha alpha, @Nullable AlphaInterval interval) {
        ObjectNode object = NODES.objectNode();
        object.put("metric", "ordinal");
        switch (alpha) {
            case Alpha.Value value -> {
                object.put("value", value.alpha());
                object.put("observed", value.observed());
                object.put("expected", value.expected());
            }
            case Alpha.Undefined undefined ->
                    object.put("undefined", AgreementWords.lower(undefined.why()));
        }
        object.put("items", alpha.items());
        object.put("ratings", alpha.ratings());
        if (interval != null) {
            object.putObject("interval")
                    .put("low", interval.low())
                    .put("high", interval.high())
                    .put("confidence", interval.confidence())
                    .put("resamples", interval.resamples())
                    .put("undefined", interval.undefined());
        }
        return object;
    }

    private static ObjectNode concordance(Concordance concordance) {
        ObjectNode object = NODES.objectNode();
        switch (concordance) {
            case Concordance.Value value -> {
                object.put("w", value.w());
                object.put("chiSquare", value.chiSquare());
                object.put("degreesOfFreedom", value.degreesOfFreedom());
            }
            case Concordance.Undefined undefined ->
                    object.put("undefined", AgreementWords.lower(undefined.why()));
        }
        object.put("raters", concordance.raters());
        object.put("items", concordance.items());
        return object;
    }

    private static ObjectNode criterion(Opinions opinions) {
        ObjectNode object = NODES.objectNode();
        object.put("id", opinions.criterion().id().value());
        object.set("name", text(opinions.criterion().name()));
        object.put("level", opinions.criterion().level());
        ArrayNode answers = object.putArray("answers");
        opinions.answers().forEach(each -> answers.add(answer(each)));
        if (opinions.median() != null) {
            object.put("median", opinions.median().id());
        }
        object.put("spread", opinions.spread());
        ArrayNode disputes = object.putArray("disputes");
        opinions.disputes().forEach(each -> disputes.add(AgreementWords.lower(each)));
        return object;
    }

    /// An answer as an assessment file writes it; unanswered is empty.
    private static ObjectNode answer(Answer answer) {
        ObjectNode object = NODES.objectNode();
        switch (answer) {
            case Answer.Rated(var rating, var note) -> {
                object.put("rating", rating.id());
                if (!note.isEmpty()) {
                    object.put("note", note);
                }
            }
            case Answer.NotApplicable(var reason) -> object.put("na", reason);
            case Answer.InsufficientEvidence(var reason) -> object.put("insufficient", reason);
            case Answer.Unanswered _ -> {}
        }
        return object;
    }

    private static ObjectNode measure(MeasureOpinions opinions) {
        ObjectNode object = NODES.objectNode();
        object.put("id", opinions.measure().id().value());
        object.set("name", text(opinions.measure().name()));
        object.put("unit", opinions.measure().unit());
        ArrayNode readings = object.putArray("readings");
        for (Reading reading : opinions.readings()) {
            if (reading == null) {
                readings.addNull();
            } else {
                readings.add(reading.value());
            }
        }
        if (opinions.median() != null) {
            object.put("median", opinions.median().value());
        }
        return object;
    }

    private static ObjectNode proposal(Assessment proposal) {
        ObjectNode object = NODES.objectNode();
        object.put("asOf", proposal.asOf().toString());
        ObjectNode answers = object.putObject("answers");
        Map<NodeId, Answer> sorted = new TreeMap<>(proposal.answers());
        sorted.forEach((id, each) -> answers.set(id.value(), answer(each)));
        ObjectNode measures = object.putObject("measures");
        List<MeasureId> ids =
                proposal.measures().keySet().stream()
                        .sorted((a, b) -> a.value().compareTo(b.value()))
                        .toList();
        for (MeasureId id : ids) {
            Reading reading = proposal.measures().get(id);
            if (reading != null) {
                measures.putObject(id.value())
                        .put("value", reading.value())
                        .put("unit", reading.unit());
            }
        }
        return object;
    }

    private static ObjectNode text(Text text) {
        return NODES.objectNode().put("zh", text.zh()).put("en", text.en());
    }
}
