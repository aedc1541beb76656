package org.jieti.cli.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jieti.catalog.batch.Batch;
import org.jieti.catalog.batch.BatchRequest;
import org.jieti.catalog.batch.Progress;
import org.jieti.cli.ExitCode;
import org.jieti.cli.Session;
import org.jieti.cli.TerminalProgress;
import org.jieti.cli.TerminalWatcher;
import org.jieti.cli.text.SensitivityText;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Preset;
import org.jieti.core.model.WeightSet;
import org.jieti.core.population.IndexModel;
import org.jieti.core.population.Population;
import org.jieti.core.result.ScoringInput;
import org.jieti.core.uncertainty.Factor;
import org.jieti.core.uncertainty.Uncertainty;
import org.jieti.report.sensitivity.Basis;
import org.jieti.report.sensitivity.FactorIds;
import org.jieti.report.sensitivity.SensitivityJson;
import org.jieti.report.sensitivity.SensitivityPage;
import org.jieti.report.sensitivity.SensitivityResult;
import org.jieti.robustness.experiment.AssessmentExperiment;
import org.jieti.robustness.experiment.Experiment;
import org.jieti.robustness.experiment.IndexExperiment;
import org.jieti.robustness.sensitivity.ExperimentStudy;
import org.jieti.robustness.sensitivity.LeaveOneOut;
import org.jieti.robustness.sensitivity.Sobol;
import org.jieti.robustness.sensitivity.SobolIndices;
import org.jieti.robustness.sensitivity.SobolPlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Says which source of uncertainty moves a result: of one unit, a round, or an index.
final class SensitivityCommand implements Command {
    private static final int SAMPLES = 1024;
    private static final int RESAMPLES = 100;
    private static final int MOST_UNITS = 20_000;
    private static final Pattern COMMA = Pattern.compile(",");

    private final Session session;

    private final PositionalParamSpec input = Arguments.positional(0, "INPUT", Path.class);

    private final OptionSpec model = Arguments.option("--model", "MODEL", String.class);
    private final OptionSpec factors = Arguments.option("--factors", "NAME,NAME", String.class);
    private final OptionSpec samples = Arguments.option("--samples", "N", Integer.class);
    private final OptionSpec bootstrap = Arguments.option("--bootstrap", "N", Integer.class);
    private final OptionSpec seed = Arguments.option("--seed", "N", Long.class);
    private final OptionSpec format = Arguments.option("--format", "text|json|html", Format.class);

    private final UncertaintyOptions uncertain = new UncertaintyOptions();
    private final ScoringOptions scoring = new ScoringOptions();
    private final ManyUnitsOptions many = new ManyUnitsOptions();

    /// The forms in which it comes out, named as on the command line.
    enum Format {
        text,
        json,
        html
    }

    SensitivityCommand(Session session) {
        this.session = session;
    }

    @Override
    public List<ArgSpec> arguments() {
        List<ArgSpec> arguments = new ArrayList<>(List.of(input, model));
        arguments.addAll(List.of(factors, samples, bootstrap, seed));
        arguments.addAll(uncertain.arguments());
        arguments.addAll(List.of(scoring.weights(), scoring.preset(), many.encoding()));
        arguments.addAll(List.of(format, many.output().out(), many.output().force()));
        return arguments;
    }

    @Override
    public Integer call() {
        int refused = many.refusal(session, Arguments.path(input));
        if (refused != ExitCode.DONE) {
            return refused;
        }
        SobolPlan plan = plan();
        if (plan == null) {
            return ExitCode.BAD_INPUT;
        }
        String named = Arguments.optional(model, String.class);
        if (named == null) {
            return session.use(
                    session.catalog()
                            .scoringInput(
                                    Arguments.path(input),
                                    Arguments.optional(scoring.weights(), String.class),
                                    Arguments.optional(scoring.preset(), String.class)),
                    sound -> unit(sound, plan));
        }
        return session.catalog().isIndexModel(named) ? index(named, plan) : round(named, plan);
    }

    private @Nullable SobolPlan plan() {
        Integer rows = Arguments.optional(samples, Integer.class);
        Integer resamples = Arguments.optional(bootstrap, Integer.class);
        Long from = Arguments.optional(seed, Long.class);
        try {
            return new SobolPlan(
                    rows == null ? SAMPLES : rows,
                    resamples == null ? RESAMPLES : resamples,
                    from == null ? 1 : from);
        } catch (IllegalArgumentException _) {
            session.badInput(
                    "sensitivity.plan",
                    SobolPlan.LEAST_ROWS,
                    SobolPlan.MOST_ROWS,
                    SobolPlan.LEAST_RESAMPLES);
            return null;
        }
    }

    private int unit(ScoringInput sound, SobolPlan plan) {
        return assessed(
                sound.model(), sound.weights(), sound.preset(), List.of(sound.assessment()), plan);
    }

    private int round(String named, SobolPlan plan) {
        Progress progress =
                TerminalProgress.isSeen() ? new TerminalProgress(session) : Progress.NONE;
        var batch =
                session.catalog()
                        .batch(
                                new BatchRequest(
                                        Arguments.path(input),
                                        named,
                                        Arguments.optional(scoring.weights(), String.class),
                                        Arguments.optional(scoring.preset(), String.class),
                                        Objects.requireNonNull(many.asked()),
                                        LocalDate.now(ZoneId.systemDefault())),
                                progress);
        progress.end();
        return session.use(batch, sound -> round(sound, plan));
    }

    private int round(Batch sound, SobolPlan plan) {
        return assessed(sound.model(), sound.weights(), sound.preset(), sound.assessments(), plan);
    }

    private int assessed(
            MaturityModel by,
            WeightSet weights,
            @Nullable Preset preset,
            List<Assessment> assessments,
            SobolPlan plan) {
        Uncertainty uncertainty = uncertain.of(session, by);
        if (uncertainty == null) {
            return ExitCode.BAD_INPUT;
        }
        List<SensitivityResult.Named> units =
                assessments.stream()
                        .map(each -> each.unit())
                        .map(unit -> new SensitivityResult.Named(unit.id(), unit.name()))
                        .toList();
        return run(
                new Basis.Assessed(by, weights, preset),
                units,
                uncertainty,
                AssessmentExperiment.of(by, weights, preset, assessments, uncertainty),
                plan);
    }

    private int index(String named, SobolPlan plan) {
        if (scoring.weights().getValue() != null || scoring.preset().getValue() != null) {
            return session.badInput("usage.index", named);
        }
        Uncertainty uncertainty = uncertain.ofIndex(session);
        if (uncertainty == null) {
            return ExitCode.BAD_INPUT;
        }
        return session.use(
                session.catalog().indexModelNamed(named),
                index ->
                        session.use(
                                session.catalog()
                                        .population(
                                                Arguments.path(input),
                                                Objects.requireNonNull(many.asked()),
                                                index,
                                                Progress.NONE),
                                population -> index(index, population, uncertainty, plan)));
    }

    private int index(
            IndexModel by, Population population, Uncertainty uncertainty, SobolPlan plan) {
        List<SensitivityResult.Named> units =
                population.members().stream()
                        .map(each -> new SensitivityResult.Named(each.id(), each.name()))
                        .toList();
        return run(
                new Basis.Indexed(by, LeaveOneOut.of(by, population)),
                units,
                uncertainty,
                IndexExperiment.of(by, population, uncertainty),
                plan);
    }

    private int run(
            Basis basis,
            List<SensitivityResult.Named> units,
            Uncertainty uncertainty,
            Experiment experiment,
            SobolPlan plan) {
        if (units.size() > MOST_UNITS) {
            return session.refuse("sensitivity.units", units.size(), MOST_UNITS);
        }
        List<Factor> varied = varied(experiment.factors());
        if (varied == null) {
            return ExitCode.BAD_INPUT;
        }
        if (varied.isEmpty()) {
            return session.refuse("sensitivity.certain");
        }
        ExperimentStudy study = ExperimentStudy.of(experiment, plan.seed(), varied);
        try (TerminalWatcher watcher = new TerminalWatcher(session.say("sensitivity.progress"))) {
            SobolIndices indices =
                    Sobol.run(study, plan, Runtime.getRuntime().availableProcessors(), watcher);
            watcher.end();
            if (indices == null) {
                return session.refuse("sensitivity.stopped");
            }
            return session.deliver(
                    rendered(
                            new SensitivityResult(
                                    basis,
                                    units,
                                    uncertainty,
                                    varied,
                                    study.quantities(),
                                    indices)),
                    many.output().file(),
                    many.output().overwriting());
        }
    }

    /// The factors that are asked for, or all; null, with a message, where a name means none.
    private @Nullable List<Factor> varied(List<Factor> all) {
        String asked = Arguments.optional(factors, String.class);
        if (asked == null) {
            return all;
        }
        List<Factor> varied = new ArrayList<>();
        for (String name : COMMA.split(asked, -1)) {
            List<Factor> meant =
                    all.stream().filter(factor -> FactorIds.matches(name, factor)).toList();
            if (meant.isEmpty()) {
                session.badInput(
                        "sensitivity.factor",
                        name,
                        all.stream().map(FactorIds::of).collect(Collectors.joining(", ")));
                return null;
            }
            varied.addAll(meant);
        }
        return all.stream().filter(varied::contains).toList();
    }

    private String rendered(SensitivityResult result) {
        Format asked = Arguments.optional(format, Format.class);
        return switch (asked == null ? form() : asked) {
            case text -> SensitivityText.render(session, result);
            case json -> SensitivityJson.render(result);
            case html -> SensitivityPage.html(result, session.language());
        };
    }

    private Format form() {
        return switch (many.ending()) {
            case "html" -> Format.html;
            case "json" -> Format.json;
            default -> Format.text;
        };
    }
}
