package org.jieti.report.json;

import java.util.List;
import java.util.Locale;
import org.jieti.core.assessment.Answer;
import org.jieti.core.crosswalk.Carried;
import org.jieti.core.crosswalk.Crosswalk;
import org.jieti.core.crosswalk.Link;
import org.jieti.core.crosswalk.Open;
import org.jieti.core.crosswalk.View;
import org.jieti.core.grading.Grade;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.Text;
import org.jieti.core.result.DomainResult;
import org.jieti.core.result.Result;
import org.jieti.core.scoring.AnswerState;
import org.jieti.core.scoring.CriterionScore;
import org.jieti.core.scoring.Score;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// An assessment seen through another model as JSON, by the schema `view.v1`: what carried over and
/// from where, what is open and why, what it comes to at least (as in `result.v1`), and what is
/// still possible. A field that does not apply is null.
public final class ViewJson {
    public static final String FORMAT = "urn:jieti:schema:view:1";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ViewJson() {}

    public static String render(View view, Crosswalk crosswalk) {
        ObjectNode root = NODES.objectNode();
        root.put("format", FORMAT);
        root.put("from", view.source().model().id().toString());
        root.put("through", view.result().model().id().toString());
        root.set("basis", text(crosswalk.basis()));
        root.set("counts", counts(view));
        ArrayNode carried = root.putArray("carried");
        view.carried().forEach(each -> carried.add(carried(each)));
        ArrayNode open = root.putArray("open");
        view.open().forEach(each -> open.add(open(each)));
        root.set("possible", possible(view.reach()));
        root.set("result", MAPPER.readTree(ResultJson.render(view.result())));
        return root.toPrettyString() + "\n";
    }

    private static ObjectNode counts(View view) {
        int criteria = view.result().tree().criteria().size();
        int settled = criteria - view.carried().size() - view.open().size();
        return NODES.objectNode()
                .put("criteria", criteria)
                .put("carried", view.carried().size())
                .put("lowerBounds", view.lowerBounds())
                .put("settled", settled)
                .put("open", view.open().size());
    }

    private static ObjectNode carried(Carried carried) {
        ObjectNode node = criterion(carried.criterion());
        node.put("state", state(carried.answer()));
        put(node, "rating", rating(carried.answer()));
        node.put("bound", lower(carried.bound()));
        put(node, "reason", reason(carried.answer()));
        node.set("link", link(carried.link()));
        node.set("from", from(carried.from()));
        return node;
    }

    private static ObjectNode open(Open open) {
        ObjectNode node = criterion(open.criterion());
        node.put("reason", lower(open.reason()));
        node.set("from", from(open.from()));
        return node;
    }

    private static ObjectNode criterion(Criterion criterion) {
        ObjectNode node = NODES.objectNode();
        node.put("criterion", criterion.id().value());
        node.set("name", text(criterion.name()));
        if (criterion.level() == 0) {
            node.putNull("level");
        } else {
            node.put("level", criterion.level());
        }
        return node;
    }

    private static ObjectNode link(Link link) {
        ObjectNode node = NODES.objectNode();
        node.put("id", link.id());
        node.put("standing", lower(link.standing()));
        node.set("about", text(link.about()));
        node.set("why", text(link.why()));
        return node;
    }

    /// The linked criteria, as they were answered themselves.
    private static ArrayNode from(List<CriterionScore> scores) {
        ArrayNode from = NODES.arrayNode();
        for (CriterionScore score : scores) {
            ObjectNode node = from.addObject();
            node.put("criterion", score.id().value());
            node.set("name", text(score.criterion().name()));
            node.put("state", lower(score.ownState()));
            put(node, "rating", rating(score.answer()));
            if (score.ownState() == AnswerState.RATED) {
                node.put("fulfilment", score.fulfilment().own());
            } else {
                node.putNull("fulfilment");
            }
        }
        return from;
    }

    private static ObjectNode possible(Result reach) {
        ObjectNode node = NODES.objectNode();
        highest(node, reach.tree().total(), reach.overall());
        ArrayNode domains = node.putArray("domains");
        for (DomainResult domain : reach.domains()) {
            ObjectNode each = domains.addObject();
            each.put("id", domain.domain().id().value());
            highest(each, domain.score().score(), domain.grade());
        }
        return node;
    }

    private static void highest(ObjectNode node, @Nullable Score score, @Nullable Grade grade) {
        if (score == null) {
            node.putNull("score");
        } else {
            node.put("score", score.highest());
        }
        if (grade == null) {
            node.putNull("level");
        } else {
            node.put("level", grade.possible().highest());
        }
    }

    private static String state(Answer answer) {
        return lower(
                switch (answer) {
                    case Answer.Rated _ -> AnswerState.RATED;
                    case Answer.NotApplicable _ -> AnswerState.NOT_APPLICABLE;
                    case Answer.InsufficientEvidence _ -> AnswerState.INSUFFICIENT;
                    case Answer.Unanswered _ -> AnswerState.UNANSWERED;
                });
    }

    private static @Nullable String rating(Answer answer) {
        return answer instanceof Answer.Rated rated ? rated.rating().id() : null;
    }

    private static @Nullable String reason(Answer answer) {
        return switch (answer) {
            case Answer.NotApplicable(String reason) -> reason;
            case Answer.InsufficientEvidence(String reason) -> reason;
            case Answer.Rated _, Answer.Unanswered _ -> null;
        };
    }

    private static void put(ObjectNode node, String field, @Nullable String value) {
        if (value == null) {
            node.putNull(field);
        } else {
            node.put(field, value);
        }
    }

    private static ObjectNode text(Text text) {
        return NODES.objectNode().put("zh", text.zh()).put("en", text.en());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
