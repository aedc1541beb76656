package org.jieti.cli.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jieti.catalog.Costs;
import org.jieti.catalog.finding.Parsed;
import org.jieti.cli.ExitCode;
import org.jieti.cli.Session;
import org.jieti.cli.TerminalWatcher;
import org.jieti.cli.text.RoadmapText;
import org.jieti.core.effort.StepCosts;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.Level;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Overall;
import org.jieti.core.result.ScoringInput;
import org.jieti.core.result.TargetProfile;
import org.jieti.core.uncertainty.Uncertainty;
import org.jieti.planning.roadmap.Chance;
import org.jieti.planning.roadmap.Goal;
import org.jieti.planning.roadmap.Planner;
import org.jieti.planning.roadmap.Roadmap;
import org.jieti.planning.roadmap.RoadmapRequest;
import org.jieti.planning.roadmap.RoadmapRequest.Budget;
import org.jieti.planning.roadmap.RoadmapRequest.LadderOrder;
import org.jieti.planning.roadmap.Target;
import org.jieti.planning.roadmap.Wish;
import org.jieti.report.roadmap.HalfYear;
import org.jieti.report.roadmap.RoadmapJson;
import org.jieti.report.roadmap.RoadmapPage;
import org.jieti.report.roadmap.RoadmapReport;
import org.jieti.robustness.montecarlo.MonteCarlo;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Plans the cheapest way to a target, or the best for a budget.
final class PlanCommand implements Command {
    private static final Pattern COMMA = Pattern.compile(",");
    private static final int MOST_SECONDS = 3600;
    private static final int SECONDS = 20;
    private static final double TOLERANCE = 0.05;
    private static final long RUNS = 2000;

    private final Session session;
    private final PositionalParamSpec file = Arguments.positional(0, "FILE", Path.class);
    private final OptionSpec level = Arguments.option("--target-level", "LEVEL", String.class);
    private final OptionSpec profile =
            Arguments.option("--profile", "DOMAIN=LEVEL,…", String.class);
    private final OptionSpec total = Arguments.option("--target-total", "SCORE", Double.class);
    private final OptionSpec budget = Arguments.option("--budget", "N|N,N,…", String.class);
    private final OptionSpec periods = Arguments.option("--periods", "N", Integer.class);
    private final OptionSpec start = Arguments.option("--start", "YEARH1|YEARH2", String.class);
    private final OptionSpec costs = Arguments.option("--costs", "FILE", Path.class);
    private final OptionSpec pin = Arguments.option("--pin", "STEP,STEP", String.class);
    private final OptionSpec forbid = Arguments.option("--forbid", "STEP,STEP", String.class);
    private final OptionSpec margin = Arguments.option("--margin", "SHARE", String.class);
    private final OptionSpec anyOrder = Arguments.flag("--any-order");
    private final OptionSpec alternatives = Arguments.option("--alternatives", "N", Integer.class);
    private final OptionSpec seconds = Arguments.option("--seconds", "N", Integer.class);
    private final UncertaintyOptions uncertain = new UncertaintyOptions();
    private final OptionSpec runs = Arguments.option("--runs", "N", Long.class);
    private final OptionSpec seed = Arguments.option("--seed", "N", Long.class);
    private final ScoringOptions scoring = new ScoringOptions();
    private final OptionSpec format = Arguments.option("--format", "text|json|html", Format.class);
    private final OutputOptions output = new OutputOptions();

    /// The forms in which it comes out, named as on the command line.
    enum Format {
        text,
        json,
        html
    }

    PlanCommand(Session session) {
        this.session = session;
    }

    @Override
    public List<ArgSpec> arguments() {
        return List.of(
                file,
                level,
                profile,
                total,
                budget,
                periods,
                start,
                costs,
                pin,
                forbid,
                margin,
                anyOrder,
                alternatives,
                seconds,
                runs,
                seed,
                uncertain.spread(),
                uncertain.doubt(),
                scoring.weights(),
                scoring.preset(),
                format,
                output.out(),
                output.force());
    }

    @Override
    public Integer call() {
        return session.use(
                session.catalog()
                        .scoringInput(
                                Arguments.path(file),
                                Arguments.optional(scoring.weights(), String.class),
                                Arguments.optional(scoring.preset(), String.class)),
                this::plan);
    }

    private int plan(ScoringInput input) {
        RoadmapRequest request = request(input);
        String named = Arguments.optional(start, String.class);
        HalfYear first =
                named == null ? HalfYear.after(input.assessment().asOf()) : HalfYear.parse(named);
        if (request == null) {
            return ExitCode.BAD_INPUT;
        }
        if (first == null) {
            return session.badInput("plan.start", String.valueOf(named));
        }
        Uncertainty doubts = uncertain.of(session, input.model(), input.weights());
        if (doubts == null) {
            return ExitCode.BAD_INPUT;
        }
        Roadmap roadmap = Planner.plan(request);
        RoadmapReport report = new RoadmapReport(roadmap, first, chance(roadmap, doubts));
        int written = Outlet.deliver(session, output, out -> Outlet.print(out, render(report)));
        return written == ExitCode.DONE && roadmap instanceof Roadmap.Infeasible
                ? ExitCode.REFUSED
                : written;
    }

    private String render(RoadmapReport report) {
        Format asked = Arguments.optional(format, Format.class);
        return switch (asked == null ? byEnding() : asked) {
            case text -> RoadmapText.render(session, report);
            case json -> RoadmapJson.render(report);
            case html -> RoadmapPage.html(report, session.language());
        };
    }

    private Format byEnding() {
        String name = String.valueOf(output.file());
        return name.endsWith(".html")
                ? Format.html
                : name.endsWith(".json") ? Format.json : Format.text;
    }

    private @Nullable Chance chance(Roadmap roadmap, Uncertainty doubts) {
        Long asked = Arguments.optional(runs, Long.class);
        Long from = Arguments.optional(seed, Long.class);
        boolean none = asked != null && asked == 0;
        if (none
                || !(roadmap instanceof Roadmap.Planned plan)
                || roadmap.now().model().grading() == null) {
            return null;
        }
        try (TerminalWatcher watcher = new TerminalWatcher(session.say("robustness.progress"))) {
            return Chance.of(
                    plan,
                    doubts,
                    asked == null ? RUNS : asked,
                    from == null ? 1 : from,
                    Runtime.getRuntime().availableProcessors(),
                    watcher);
        }
    }

    /// Null, with a message, where an option is no use.
    private @Nullable RoadmapRequest request(ScoringInput input) {
        List<Budget> byPeriod = budgets();
        Goal goal = byPeriod == null ? null : goal(input.model(), byPeriod);
        StepCosts own = costs(input.model());
        List<Wish> pinned = wishes(pin, input.model());
        List<Wish> forbidden = wishes(forbid, input.model());
        Integer others = Arguments.optional(alternatives, Integer.class);
        Double spare = spare();
        Integer time = Arguments.optional(seconds, Integer.class);
        Long asked = Arguments.optional(runs, Long.class);
        if (byPeriod == null
                || goal == null
                || own == null
                || pinned == null
                || forbidden == null
                || spare == null
                || !isWithin(alternatives, others, 0, RoadmapRequest.MOST_ALTERNATIVES)
                || !isWithin(seconds, time, 1, MOST_SECONDS)) {
            return null;
        }
        if (asked != null && asked != 0 && asked < MonteCarlo.LEAST_RUNS) {
            session.badInput("usage.value", runs.longestName(), asked);
            return null;
        }
        return new RoadmapRequest(
                input,
                goal,
                own,
                byPeriod,
                pinned,
                forbidden,
                Arguments.isSet(anyOrder) ? LadderOrder.FREE : LadderOrder.KEPT,
                spare,
                others == null ? 1 : others,
                TOLERANCE,
                Duration.ofSeconds(time == null ? SECONDS : time));
    }

    private @Nullable Double spare() {
        String written = Arguments.optional(margin, String.class);
        Double share = written == null ? Double.valueOf(0) : UncertaintyOptions.share(written);
        if (share == null || share > RoadmapRequest.MOST_MARGIN) {
            session.badInput("usage.value", margin.longestName(), String.valueOf(written));
            return null;
        }
        return share;
    }

    private boolean isWithin(OptionSpec option, @Nullable Integer value, int least, int most) {
        if (value == null || (value >= least && value <= most)) {
            return true;
        }
        session.badInput("plan.range", option.longestName(), least, most, value);
        return false;
    }

    private @Nullable List<Budget> budgets() {
        Integer count = Arguments.optional(periods, Integer.class);
        String written = Arguments.optional(budget, String.class);
        if (!isWithin(periods, count, 1, RoadmapRequest.MOST_PERIODS)) {
            return null;
        }
        if (written == null) {
            return RoadmapRequest.unlimited(count == null ? 1 : count);
        }
        List<Budget> budgets = new ArrayList<>();
        for (String part : COMMA.split(written, -1)) {
            if (!part.strip().matches("[0-9]{1,9}")) {
                session.badInput("plan.budget", written);
                return null;
            }
            budgets.add(new Budget(Integer.parseInt(part.strip())));
        }
        if (budgets.size() == 1 && count != null) {
            return Collections.nCopies(count, budgets.getFirst());
        }
        if (budgets.size() > RoadmapRequest.MOST_PERIODS
                || (count != null && count != budgets.size())) {
            session.badInput("plan.budget.count", budgets.size(), String.valueOf(count));
            return null;
        }
        return budgets;
    }

    private @Nullable Goal goal(MaturityModel model, List<Budget> byPeriod) {
        String wanted = Arguments.optional(level, String.class);
        String domains = Arguments.optional(profile, String.class);
        Double score = Arguments.optional(total, Double.class);
        if (wanted == null && domains == null && score == null) {
            if (byPeriod.stream().anyMatch(each -> each.most() == null)) {
                session.badInput("plan.goal");
                return null;
            }
            return new Goal.Best();
        }
        if (model.grading() == null && (wanted != null || domains != null)) {
            session.refuse("refused.no-levels", model.id());
            return null;
        }
        if (score != null && !(score > 0 && score <= 100)) {
            session.badInput("usage.value", total.longestName(), score);
            return null;
        }
        Target target = Target.scores(score == null ? 0 : score, Map.of());
        TargetProfile levels =
                domains == null ? new TargetProfile(Map.of()) : Profiles.parse(domains, model);
        if (levels == null) {
            session.badInput("gap.target", String.valueOf(domains));
            return null;
        }
        if (wanted != null) {
            Level found = model.findLevel(wanted);
            if (found == null) {
                session.badInput("plan.level", wanted, model.id());
                return null;
            }
            boolean whole = model.grading() != null && model.grading().overall() == Overall.GRADED;
            if (!whole) {
                levels = TargetProfile.uniform(model, found.number());
            }
            target = new Target(whole ? found.number() : 0, levels, target.total(), Map.of());
        }
        return new Goal.Reach(target.with(levels));
    }

    private @Nullable StepCosts costs(MaturityModel model) {
        Path own = Arguments.optional(costs, Path.class);
        if (own == null) {
            return StepCosts.of(model);
        }
        Parsed<StepCosts> read = Costs.of(own, model);
        session.print(read.findings());
        return switch (read) {
            case Parsed.Ok<StepCosts> ok -> ok.value();
            case Parsed.Invalid<StepCosts> _ -> null;
        };
    }

    private @Nullable List<Wish> wishes(OptionSpec option, MaturityModel model) {
        String written = Arguments.optional(option, String.class);
        List<Wish> wishes = new ArrayList<>();
        for (String part : written == null ? new String[0] : COMMA.split(written, -1)) {
            Wish wish = Wish.parse(part.strip());
            if (wish == null
                    || !(model.find(wish.criterion()) instanceof Criterion)
                    || (wish.rating() != null && model.ratings().find(wish.rating()) == null)) {
                session.badInput("plan.wish", option.longestName(), part.strip());
                return null;
            }
            wishes.add(wish);
        }
        return wishes;
    }
}
