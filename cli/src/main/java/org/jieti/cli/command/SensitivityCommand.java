package org.jieti.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jieti.cli.ExitCode;
import org.jieti.cli.Session;
import org.jieti.cli.TerminalWatcher;
import org.jieti.cli.text.SensitivityText;
import org.jieti.core.uncertainty.Factor;
import org.jieti.report.sensitivity.Basis;
import org.jieti.report.sensitivity.FactorIds;
import org.jieti.report.sensitivity.SensitivityJson;
import org.jieti.report.sensitivity.SensitivityPage;
import org.jieti.report.sensitivity.SensitivityResult;
import org.jieti.robustness.sensitivity.ExperimentStudy;
import org.jieti.robustness.sensitivity.LeaveOneOut;
import org.jieti.robustness.sensitivity.Sobol;
import org.jieti.robustness.sensitivity.SobolIndices;
import org.jieti.robustness.sensitivity.SobolPlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Says which source of uncertainty moves a result: of one unit, a round, or an index.
final class SensitivityCommand implements Command {
    private static final int SAMPLES = 1024;
    private static final int RESAMPLES = 100;
    private static final int MOST_UNITS = 20_000;
    private static final Pattern COMMA = Pattern.compile(",");

    private final Session session;

    private final UncertainInput input = new UncertainInput();
    private final ManyUnitsOptions many = input.many();

    private final OptionSpec factors = Arguments.option("--factors", "NAME,NAME", String.class);
    private final OptionSpec samples = Arguments.option("--samples", "N", Integer.class);
    private final OptionSpec bootstrap = Arguments.option("--bootstrap", "N", Integer.class);
    private final OptionSpec seed = Arguments.option("--seed", "N", Long.class);
    private final OptionSpec format = Arguments.option("--format", "text|json|html", Format.class);

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
        List<ArgSpec> arguments = new ArrayList<>(input.first());
        arguments.addAll(List.of(factors, samples, bootstrap, seed));
        arguments.addAll(input.others());
        arguments.addAll(List.of(format, many.output().out(), many.output().force()));
        return arguments;
    }

    @Override
    public Integer call() {
        int refused = many.refusal(session, Arguments.path(input.input()));
        if (refused != ExitCode.DONE) {
            return refused;
        }
        SobolPlan plan = plan();
        return plan == null ? ExitCode.BAD_INPUT : input.use(session, ready -> run(ready, plan));
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

    private int run(UncertainInput.Ready ready, SobolPlan plan) {
        if (ready.units().size() > MOST_UNITS) {
            return session.refuse("sensitivity.units", ready.units().size(), MOST_UNITS);
        }
        List<Factor> varied = varied(ready.experiment().factors());
        if (varied == null) {
            return ExitCode.BAD_INPUT;
        }
        if (varied.isEmpty()) {
            return session.refuse("sensitivity.certain");
        }
        ExperimentStudy study = ExperimentStudy.of(ready.experiment(), plan.seed(), varied);
        try (TerminalWatcher watcher = new TerminalWatcher(session.say("sensitivity.progress"))) {
            SobolIndices indices =
                    Sobol.run(study, plan, Runtime.getRuntime().availableProcessors(), watcher);
            watcher.end();
            if (indices == null) {
                return watcher.exitCode(session.refuse("sensitivity.stopped"));
            }
            SensitivityResult result =
                    new SensitivityResult(
                            basis(ready),
                            ready.units(),
                            ready.uncertainty(),
                            varied,
                            study.quantities(),
                            indices);
            return watcher.exitCode(
                    session.deliver(
                            rendered(result), many.output().file(), many.output().overwriting()));
        }
    }

    /// Of an index, with what leaving out each of its elements does.
    private static Basis basis(UncertainInput.Ready ready) {
        return ready.basis() instanceof Basis.Indexed(var index, _) && ready.population() != null
                ? new Basis.Indexed(index, LeaveOneOut.of(index, ready.population()))
                : ready.basis();
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
