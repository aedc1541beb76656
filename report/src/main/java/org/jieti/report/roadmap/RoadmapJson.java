package org.jieti.report.roadmap;

import java.util.List;
import java.util.Map;
import org.jieti.core.Engine;
import org.jieti.core.model.NodeId;
import org.jieti.core.result.DomainResult;
import org.jieti.core.result.Result;
import org.jieti.planning.roadmap.Chance;
import org.jieti.planning.roadmap.Goal;
import org.jieti.planning.roadmap.Obstacle;
import org.jieti.planning.roadmap.Roadmap;
import org.jieti.planning.roadmap.Roadmap.Action;
import org.jieti.planning.roadmap.Roadmap.Period;
import org.jieti.planning.roadmap.Roadmap.Planned;
import org.jieti.planning.roadmap.Roadmap.Proof;
import org.jieti.planning.roadmap.RoadmapRequest;
import org.jieti.planning.roadmap.RoadmapRequest.Budget;
import org.jieti.planning.roadmap.Step;
import org.jieti.planning.roadmap.Target;
import org.jieti.planning.roadmap.Wish;
import org.jieti.robustness.ranking.Share;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A roadmap as JSON, by the schema `roadmap.v1`. Numbers are not rounded.
public final class RoadmapJson {
    public static final String FORMAT = "urn:jieti:schema:roadmap:1";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final RoadmapReport report;
    private final Roadmap roadmap;

    private RoadmapJson(RoadmapReport report) {
        this.report = report;
        this.roadmap = report.roadmap();
    }

    public static String render(RoadmapReport report) {
        return new RoadmapJson(report).root().toPrettyString() + "\n";
    }

    private ObjectNode root() {
        Result now = roadmap.now();
        ObjectNode root = NODES.objectNode();
        root.put("format", FORMAT);
        root.put("engine", Engine.VERSION);
        root.put("model", now.model().id().toString());
        root.put("weights", now.weights().id());
        if (now.preset() != null) {
            root.put("preset", now.preset().id());
        }
        root.put("unit", now.assessment().unit().id());
        root.put("asOf", now.assessment().asOf().toString());
        root.put("start", report.start().toString());
        root.set("request", request(roadmap.request()));
        root.set("now", standing(now));
        switch (roadmap) {
            case Planned plan -> planned(plan, root);
            case Roadmap.Infeasible none -> {
                root.put("feasible", false);
                ArrayNode obstacles = root.putArray("obstacles");
                none.obstacles().forEach(each -> obstacles.add(obstacle(each)));
            }
        }
        return root;
    }

    private static ObjectNode request(RoadmapRequest request) {
        ObjectNode object = NODES.objectNode();
        switch (request.goal()) {
            case Goal.Best _ -> object.put("goal", "best");
            case Goal.Reach(Target target) -> {
                object.put("goal", "reach");
                ObjectNode wanted = object.putObject("target");
                if (target.level() > 0) {
                    wanted.put("level", target.level());
                }
                ObjectNode profile = NODES.objectNode();
                target.profile().levels().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .forEach(each -> profile.put(each.getKey().value(), each.getValue()));
                if (!profile.isEmpty()) {
                    wanted.set("profile", profile);
                }
                if (target.total() > 0) {
                    wanted.put("total", target.total());
                }
            }
        }
        ArrayNode budgets = object.putArray("budgets");
        for (Budget budget : request.periods()) {
            if (budget.most() == null) {
                budgets.addNull();
            } else {
                budgets.add(budget.most());
            }
        }
        wishes(object.putArray("pinned"), request.pinned());
        wishes(object.putArray("forbidden"), request.forbidden());
        object.put(
                "ladders",
                switch (request.ladders()) {
                    case KEPT -> "kept";
                    case FREE -> "free";
                });
        object.put("margin", request.margin());
        return object;
    }

    private static void wishes(ArrayNode array, List<Wish> wishes) {
        wishes.forEach(wish -> array.add(wish.toString()));
    }

    private static ObjectNode standing(Result result) {
        ObjectNode object = NODES.objectNode();
        if (result.overall() != null) {
            object.put("level", RoadmapWords.level(result.overall()));
        }
        if (result.tree().total() != null) {
            object.put("total", result.tree().total().lowest());
        }
        ObjectNode domains = object.putObject("domains");
        for (DomainResult domain : result.domains()) {
            if (!domain.score().isExcluded()) {
                ObjectNode each = domains.putObject(domain.domain().id().value());
                if (domain.grade() != null) {
                    each.put("level", RoadmapWords.level(domain.grade()));
                }
                each.put("score", domain.score().earned());
            }
        }
        return object;
    }

    private void planned(Planned plan, ObjectNode root) {
        root.put("feasible", true);
        root.put("cost", plan.cost());
        root.set("proof", proof(plan.proof()));
        root.set("schedule", proof(plan.schedule()));
        ArrayNode periods = root.putArray("periods");
        for (Period period : plan.periods()) {
            ObjectNode object = periods.addObject();
            object.put("number", period.number());
            object.put("halfYear", report.start().plus(period.number() - 1).toString());
            object.put("cost", period.cost());
            ArrayNode actions = object.putArray("actions");
            period.actions().forEach(action -> actions.add(action(action)));
            object.set("after", standing(period.after()));
            ArrayNode settled = object.putArray("settled");
            period.opened().settled().stream().map(NodeId::value).forEach(settled::add);
            Chance chance = report.chance();
            if (chance != null) {
                object.set("chance", chance(chance.periods().get(period.number() - 1)));
            }
        }
        Chance chance = report.chance();
        if (chance != null) {
            root.putObject("chance").put("runs", chance.runs()).put("seed", chance.seed());
        }
        ArrayNode alternatives = root.putArray("alternatives");
        for (Roadmap.Alternative other : plan.alternatives()) {
            ObjectNode object = alternatives.addObject();
            object.put("cost", other.cost());
            ArrayNode without = object.putArray("without");
            other.without().forEach(action -> without.add(action(action)));
            ArrayNode instead = object.putArray("instead");
            other.instead().forEach(action -> instead.add(action(action)));
            object.set("reached", standing(other.reached()));
        }
    }

    private static ObjectNode proof(Proof proof) {
        return NODES.objectNode()
                .put("proven", proof.proven())
                .put("found", proof.found())
                .put("bound", proof.bound());
    }

    private static ObjectNode chance(Chance.AfterPeriod after) {
        ObjectNode object = NODES.objectNode();
        if (after.overall() != null) {
            object.set("overall", share(after.overall()));
        }
        ObjectNode domains = object.putObject("domains");
        after.domains().forEach((domain, share) -> domains.set(domain.value(), share(share)));
        return object;
    }

    private static ObjectNode share(Share share) {
        return NODES.objectNode()
                .put("runs", share.runs())
                .put("share", share.value())
                .put("standardError", share.standardError());
    }

    private static ObjectNode action(Action action) {
        ObjectNode object = NODES.objectNode();
        object.put("criterion", action.criterion().value());
        object.put("effort", action.steps().getFirst().effort().name());
        object.put("cost", action.cost());
        object.put("pinned", action.pinned());
        ArrayNode steps = object.putArray("steps");
        for (Step step : action.steps()) {
            ObjectNode each = steps.addObject();
            each.put("cost", step.cost());
            switch (step.change()) {
                case Step.Rated rated -> {
                    each.put("from", rated.from() == null ? null : rated.from().id());
                    each.put("to", rated.to().id());
                }
                case Step.Measured measured -> {
                    each.put("measure", measured.measure().value());
                    each.put("from", measured.from());
                    each.put("limit", measured.to().value());
                    ArrayNode criteria = each.putArray("criteria");
                    measured.criteria().forEach(id -> criteria.add(id.value()));
                }
            }
        }
        ArrayNode opens = object.putArray("opens");
        action.opens().forEach(gate -> opens.add(gate.criterion().id().value()));
        return object;
    }

    private static ObjectNode obstacle(Obstacle obstacle) {
        ObjectNode object = NODES.objectNode();
        switch (obstacle) {
            case Obstacle.Level level -> {
                object.put("kind", "level");
                object.put("domain", id(level.domain()));
                object.put("level", level.level());
                object.put("have", level.shortfall().have());
                object.put("need", level.shortfall().need());
                ArrayNode failing = object.putArray("failing");
                level.failing().forEach(each -> failing.add(each.value()));
            }
            case Obstacle.Gate gate ->
                    object.put("kind", "gate")
                            .put("criterion", gate.gate().criterion().id().value())
                            .put("cap", gate.gate().cap());
            case Obstacle.Between between ->
                    object.put("kind", "between")
                            .put("level", between.level())
                            .put("cap", between.limit().cap());
            case Obstacle.Score score ->
                    object.put("kind", "score")
                            .put("domain", id(score.domain()))
                            .put("wanted", score.wanted())
                            .put("most", score.most());
            case Obstacle.Pin pin ->
                    object.put("kind", "pin")
                            .put("wish", pin.wish().toString())
                            .put(
                                    "reason",
                                    switch (pin.reason()) {
                                        case NO_STEP -> "no-step";
                                        case FORBIDDEN -> "forbidden";
                                        case PREREQUISITE -> "prerequisite";
                                    });
            case Obstacle.TooDear dear ->
                    object.put("kind", "budget")
                            .put("budget", dear.budget())
                            .put("least", dear.least())
                            .put("proven", dear.proven());
            case Obstacle.NoOrder order ->
                    object.put("kind", "order")
                            .put("least", order.least())
                            .put("dearest", order.dearest());
            case Obstacle.NoMargin none ->
                    object.put("kind", "margin").put("margin", none.margin());
            case Obstacle.OutOfTime _ -> object.put("kind", "time");
        }
        return object;
    }

    private static @Nullable String id(@Nullable NodeId id) {
        return id == null ? null : id.value();
    }
}
