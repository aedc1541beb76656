package org.jieti.report.roadmap;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jieti.core.assessment.Answer;
import org.jieti.core.grading.GateVerdict;
import org.jieti.core.grading.Grade;
import org.jieti.core.grading.LevelLimit;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.Domain;
import org.jieti.core.model.Language;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Measure;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Preset;
import org.jieti.core.model.Text;
import org.jieti.core.result.DomainResult;
import org.jieti.core.result.Result;
import org.jieti.planning.roadmap.Chance;
import org.jieti.planning.roadmap.Goal;
import org.jieti.planning.roadmap.Obstacle;
import org.jieti.planning.roadmap.Roadmap;
import org.jieti.planning.roadmap.Roadmap.Action;
import org.jieti.planning.roadmap.Roadmap.Period;
import org.jieti.planning.roadmap.Roadmap.Planned;
import org.jieti.planning.roadmap.RoadmapRequest.LadderOrder;
import org.jieti.planning.roadmap.Step;
import org.jieti.planning.roadmap.Target;
import org.jieti.report.html.PageTemplate;
import org.jieti.report.words.Numbers;
import org.jieti.report.words.Words;
import org.jieti.robustness.ranking.Share;
import org.jspecify.annotations.Nullable;

/// What a roadmap says, in one language.
public final class RoadmapWords {
    static final String PAGE = "roadmap";

    private static final String NONE = "–";

    private final RoadmapReport report;
    private final Roadmap roadmap;
    private final MaturityModel model;
    private final Language language;
    private final Words words;

    public RoadmapWords(RoadmapReport report, Language language) {
        this.report = report;
        this.roadmap = report.roadmap();
        this.model = roadmap.now().model();
        this.language = language;
        this.words = new Words(language, model);
    }

    /// A phrase of the bundle, with its values put in.
    public String say(String key, Object... values) {
        return PageTemplate.say(PAGE, language, key, values);
    }

    public Words words() {
        return words;
    }

    public String title() {
        return say("title", unit(), goal());
    }

    public String unit() {
        String name = roadmap.now().assessment().unit().name();
        return name.isBlank() ? roadmap.now().assessment().unit().id() : name;
    }

    /// What is aimed at, in a few words.
    public String goal() {
        return switch (roadmap.request().goal()) {
            case Goal.Best _ -> say("goal.best");
            case Goal.Reach(Target target) -> goal(target);
        };
    }

    private String goal(Target target) {
        List<String> parts = new ArrayList<>();
        if (target.level() > 0) {
            parts.add(say("goal.level", words.level(target.level())));
        }
        List<Integer> levels = target.profile().levels().values().stream().distinct().toList();
        if (levels.size() == 1 && target.profile().levels().size() == model.domains().size()) {
            parts.add(say("goal.all", words.level(levels.getFirst())));
        } else {
            for (Domain domain : model.domains()) {
                int level = target.profile().level(domain.id());
                if (level > 0) {
                    parts.add(say("goal.domain", words.name(domain), words.code(level)));
                }
            }
        }
        if (target.total() > 0) {
            parts.add(say("goal.total", Numbers.score(target.total())));
        }
        return String.join(say("list"), parts);
    }

    /// The most to be known of a plan.
    public String headline(Planned plan) {
        if (plan.actions().isEmpty()) {
            return say("headline.there", goal());
        }
        String from = standing(plan.now());
        String to = standing(plan.reached());
        return say(
                plan.periods().size() == 1 ? "headline.one" : "headline",
                from,
                to,
                plan.actions().stream().map(Action::criterion).distinct().count(),
                cost(plan.cost()),
                plan.periods().size(),
                proof(plan));
    }

    /// The overall level or, where there is none, the total.
    public String standing(Result result) {
        int level = level(result.overall());
        if (level > 0) {
            return words.level(level);
        }
        return say("total", total(result));
    }

    public String total(Result result) {
        return result.tree().total() == null ? NONE : Numbers.score(result.tree().total().lowest());
    }

    /// How sure it is that nothing better exists.
    public String proof(Planned plan) {
        boolean best = roadmap.request().goal() instanceof Goal.Best;
        if (plan.proof().proven()) {
            return say(best ? "proof.best" : "proof.cheapest");
        }
        return say(
                best ? "proof.best.gap" : "proof.cheapest.gap",
                Numbers.decimals(100 * plan.proof().gap(), 1));
    }

    /// A cost with its unit.
    public String cost(long cost) {
        Text unit = roadmap.request().costs().unit();
        return unit == null ? say("cost.points", cost) : say("cost.unit", cost, unit.in(language));
    }

    /// What costs are counted in.
    public String unitOfCost() {
        Text unit = roadmap.request().costs().unit();
        return unit == null ? say("cost.head") : unit.in(language);
    }

    /// By what it is scored, and how it was planned.
    public String facts() {
        Preset preset = roadmap.now().preset();
        return say(
                "facts",
                words.text(model.name()),
                model.id().version(),
                words.text(roadmap.now().weights().name()),
                preset == null ? NONE : words.text(preset.name()),
                roadmap.now().assessment().asOf().toString());
    }

    /// What the plan rests on.
    public String rules() {
        return say(roadmap.request().ladders() == LadderOrder.KEPT ? "rules.kept" : "rules.free");
    }

    /// The half-year of a period.
    public String period(int number) {
        HalfYear half = report.start().plus(number - 1);
        return say("period." + half.half(), Integer.toString(half.year()));
    }

    public String budget(Period period) {
        return period.budget() == null ? "" : say("budget", period.budget());
    }

    /// The code of a level; a dash for none.
    public String code(int level) {
        return level == 0 ? NONE : words.code(level);
    }

    public static int level(@Nullable Grade grade) {
        return grade == null ? 0 : grade.possible().lowest();
    }

    public Criterion criterion(NodeId id) {
        if (model.find(id) instanceof Criterion criterion) {
            return criterion;
        }
        throw new IllegalArgumentException("The model has no criterion " + id);
    }

    public String domain(NodeId criterion) {
        for (Domain domain : model.domains()) {
            if (domain.id().contains(criterion)) {
                return words.name(domain);
            }
        }
        return NONE;
    }

    /// What is raised.
    public String name(Action action) {
        return words.name(criterion(action.criterion()));
    }

    /// From where to where.
    public String change(Action action) {
        return say("change", from(action), to(action));
    }

    private String from(Action action) {
        return switch (action.steps().getFirst().change()) {
            case Step.Rated rated ->
                    rated.from() == null
                            ? missing(action.criterion())
                            : words.text(rated.from().name());
            case Step.Measured measured -> {
                Measure measure = model.findMeasure(measured.measure());
                yield measured.from() == null || measure == null
                        ? missing(action.criterion())
                        : words.measured(measured.from(), measure.unit());
            }
        };
    }

    private String missing(NodeId criterion) {
        return roadmap.now().assessment().answer(criterion) instanceof Answer.InsufficientEvidence
                ? say("from.insufficient")
                : say("from.unanswered");
    }

    private String to(Action action) {
        return switch (action.steps().getLast().change()) {
            case Step.Rated rated -> words.text(rated.to().name());
            case Step.Measured measured -> {
                Measure measure = model.findMeasure(measured.measure());
                yield words.limit(measured.to(), measure == null ? "" : measure.unit());
            }
        };
    }

    /// Whether nothing counts yet, so that it must be found out first.
    public boolean isOpen(Action action) {
        return switch (action.steps().getFirst().change()) {
            case Step.Rated rated -> rated.from() == null;
            case Step.Measured measured -> measured.from() == null;
        };
    }

    public String effort(Action action) {
        return words.effortShort(action.steps().getFirst().effort());
    }

    /// The gates that an action passes; empty for none.
    public String opens(Action action) {
        return action.opens().stream()
                .map(GateVerdict::kind)
                .distinct()
                .map(words::gate)
                .collect(Collectors.joining(say("list")));
    }

    /// What a period brings.
    public List<String> opened(Period period) {
        List<String> lines = new ArrayList<>();
        if (period.opened().to() > period.opened().from()) {
            lines.add(
                    say(
                            "opened.overall",
                            code(period.opened().from()),
                            code(period.opened().to())));
        }
        for (Roadmap.Rise rise : period.opened().rises()) {
            lines.add(
                    say(
                            "opened.domain",
                            words.name(rise.domain()),
                            code(rise.from()),
                            code(rise.to())));
        }
        long gates = period.actions().stream().filter(each -> !each.opens().isEmpty()).count();
        if (gates > 0) {
            lines.add(say("opened.gates", gates));
        }
        return lines;
    }

    /// How likely the level aimed at holds after a period by whose end it is reached; empty before,
    /// and where nobody asked.
    public String chance(Period period) {
        Chance chance = report.chance();
        int wanted =
                switch (roadmap.request().goal()) {
                    case Goal.Reach(Target target) -> target.level();
                    case Goal.Best _ -> 0;
                };
        if (chance == null || level(period.after().overall()) < wanted) {
            return "";
        }
        Share share = chance.periods().get(period.number() - 1).overall();
        return share == null ? "" : percent(share);
    }

    /// The name of the overall level, without its code; else the total.
    public String standingName(Result result) {
        int level = level(result.overall());
        return level > 0 ? words.text(model.level(level).name()) : standing(result);
    }

    /// How far the plan stands above its target; empty where nothing is aimed at.
    public String margin() {
        boolean best = roadmap.request().goal() instanceof Goal.Best;
        return best || model.grading() == null
                ? ""
                : roadmap.request().margin() == 0
                        ? say("margin.none")
                        : say("margin", Numbers.decimals(100 * roadmap.request().margin(), 0));
    }

    private static String percent(Share share) {
        return Numbers.decimals(100 * share.value(), 0) + "%";
    }

    /// What the probability says; empty where nobody asked.
    public String chances() {
        Chance chance = report.chance();
        if (chance == null || !(roadmap instanceof Planned plan)) {
            return "";
        }
        Chance.AfterPeriod last = chance.periods().getLast();
        if (last.overall() != null) {
            return say(
                    "chance.level",
                    standing(plan.reached()),
                    percent(last.overall()),
                    Long.toString(chance.runs()),
                    Long.toString(chance.seed()));
        }
        List<String> domains = new ArrayList<>();
        for (DomainResult domain : plan.reached().domains()) {
            Share share = last.domains().get(domain.domain().id());
            if (share != null) {
                domains.add(say("chance.domain", words.name(domain.domain()), percent(share)));
            }
        }
        return say(
                "chance.profile",
                String.join(say("list"), domains),
                Long.toString(chance.runs()),
                Long.toString(chance.seed()));
    }

    /// How many answers the plan rests on that are missing now; empty for none.
    public String open(Planned plan) {
        long open =
                plan.actions().stream()
                        .filter(this::isOpen)
                        .map(Action::criterion)
                        .distinct()
                        .count();
        return open == 0 ? "" : say("open", open);
    }

    /// How the steps were put into periods; empty where there was nothing to put.
    public String schedule(Planned plan) {
        if (plan.periods().size() == 1 || plan.actions().isEmpty()) {
            return "";
        }
        boolean bounded = plan.periods().stream().anyMatch(each -> each.budget() != null);
        return say(bounded ? "schedule.budget" : "schedule.even");
    }

    /// A demand that cannot be met.
    public String obstacle(Obstacle obstacle) {
        return switch (obstacle) {
            case Obstacle.Level level ->
                    say(
                            "obstacle.level",
                            level.domain() == null ? say("overall") : words.name(level.domain()),
                            words.shortfall(level.shortfall()),
                            level.failing().stream()
                                    .limit(5)
                                    .map(words::name)
                                    .collect(Collectors.joining(say("list"))));
            case Obstacle.Gate(GateVerdict gate) ->
                    say(
                            "obstacle.gate",
                            words.name(gate.criterion().criterion()),
                            words.gate(gate.kind()),
                            code(gate.cap()));
            case Obstacle.Between(LevelLimit limit, int level) ->
                    say("obstacle.between", words.limit(limit), code(level));
            case Obstacle.Score score ->
                    say(
                            "obstacle.score",
                            score.domain() == null ? say("overall") : words.name(score.domain()),
                            Numbers.score(score.wanted()),
                            Numbers.score(score.most()));
            case Obstacle.Pin pin ->
                    say(
                            "obstacle.pin."
                                    + switch (pin.reason()) {
                                        case NO_STEP -> "none";
                                        case FORBIDDEN -> "forbidden";
                                        case PREREQUISITE -> "needs";
                                    },
                            pin.wish().toString());
            case Obstacle.TooDear dear ->
                    say("obstacle.dear", cost(dear.least()), cost(dear.budget()));
            case Obstacle.NoOrder order ->
                    say("obstacle.order", cost(order.least()), cost(order.dearest()));
            case Obstacle.NoMargin none ->
                    say("obstacle.margin", Numbers.decimals(100 * none.margin(), 0));
            case Obstacle.OutOfTime _ -> say("obstacle.time");
        };
    }

    /// Another plan, in one sentence.
    public String alternative(Roadmap.Alternative other, Planned plan) {
        return say(
                "alternative",
                cost(other.cost()),
                Long.toString(other.cost() - plan.cost()),
                names(other.without()),
                names(other.instead()));
    }

    private String names(List<Action> actions) {
        return actions.stream().map(this::name).distinct().collect(Collectors.joining(say("list")));
    }
}
