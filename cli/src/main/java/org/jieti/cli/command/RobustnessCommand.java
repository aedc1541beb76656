package org.jieti.cli.command;

import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jieti.cli.ExitCode;
import org.jieti.cli.Session;
import org.jieti.cli.TerminalWatcher;
import org.jieti.cli.text.RobustnessText;
import org.jieti.report.robustness.RobustnessCsv;
import org.jieti.report.robustness.RobustnessJson;
import org.jieti.report.robustness.RobustnessPage;
import org.jieti.report.robustness.RobustnessReport;
import org.jieti.robustness.montecarlo.MonteCarlo;
import org.jieti.robustness.montecarlo.Robustness;
import org.jieti.robustness.montecarlo.RunLimit;
import org.jieti.robustness.montecarlo.Simulation;
import org.jieti.robustness.montecarlo.Tally;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Says how sure levels, scores and ranks are: of one unit, a round, or an index.
final class RobustnessCommand implements Command {
    private static final long RUNS = 10_000;

    /// Where runs go on until a standard error is reached, they end here all the same.
    private static final long MOST = 100_000;

    private static final int MOST_THREADS = 256;

    private final Session session;
    private final UncertainInput input = new UncertainInput();
    private final OptionSpec runs = Arguments.option("--runs", "N", Long.class);
    private final OptionSpec error = Arguments.option("--stderr", "SHARE", Double.class);
    private final OptionSpec seed = Arguments.option("--seed", "N", Long.class);
    private final OptionSpec threads = Arguments.option("--threads", "N", Integer.class);
    private final OptionSpec format =
            Arguments.option("--format", "text|json|html|csv", Format.class);

    /// The forms in which it comes out, named as on the command line.
    enum Format {
        text,
        json,
        html,
        csv
    }

    RobustnessCommand(Session session) {
        this.session = session;
    }

    @Override
    public List<ArgSpec> arguments() {
        List<ArgSpec> arguments = new ArrayList<>(input.first());
        arguments.addAll(List.of(runs, error, seed, threads));
        arguments.addAll(input.others());
        OutputOptions output = input.many().output();
        arguments.addAll(List.of(format, output.out(), output.force()));
        return arguments;
    }

    @Override
    public Integer call() {
        int refused = input.many().refusal(session, Arguments.path(input.input()));
        if (refused != ExitCode.DONE) {
            return refused;
        }
        RunLimit limit = limit();
        Integer asked = Arguments.optional(threads, Integer.class);
        if (asked != null && (asked < 1 || asked > MOST_THREADS)) {
            return session.badInput("usage.value", threads.longestName(), asked);
        }
        int workers = asked == null ? Runtime.getRuntime().availableProcessors() : asked;
        return limit == null
                ? ExitCode.BAD_INPUT
                : input.use(session, ready -> run(ready, limit, workers));
    }

    /// When to stop; null, with a message, where what is asked for is no use.
    private @Nullable RunLimit limit() {
        Long most = Arguments.optional(runs, Long.class);
        if (most != null && (most < MonteCarlo.LEAST_RUNS || most > Tally.MOST_RUNS)) {
            session.badInput("robustness.runs", MonteCarlo.LEAST_RUNS, Tally.MOST_RUNS);
            return null;
        }
        Double wanted = Arguments.optional(error, Double.class);
        if (wanted == null) {
            return new RunLimit.Runs(most == null ? RUNS : most);
        }
        if (!(wanted > 0 && wanted < 1)) {
            session.badInput("usage.value", error.longestName(), wanted);
            return null;
        }
        return new RunLimit.StandardError(wanted, most == null ? MOST : most);
    }

    private int run(UncertainInput.Ready ready, RunLimit limit, int workers) {
        if (ready.experiment().factors().isEmpty()) {
            return session.refuse("robustness.certain");
        }
        Long from = Arguments.optional(seed, Long.class);
        try (TerminalWatcher watcher = new TerminalWatcher(session.say("robustness.progress"))) {
            MonteCarlo of =
                    MonteCarlo.of(ready.experiment(), from == null ? 1 : from, limit.most());
            Robustness robustness = Simulation.run(of, limit, workers, watcher);
            watcher.end();
            return watcher.exitCode(deliver(ready, robustness));
        }
    }

    private int deliver(UncertainInput.Ready ready, Robustness robustness) {
        if (!robustness.isEnough()) {
            return session.refuse("robustness.stopped", robustness.runs(), MonteCarlo.LEAST_RUNS);
        }
        RobustnessReport report =
                new RobustnessReport(ready.basis(), ready.units(), ready.uncertainty(), robustness);
        return Outlet.deliver(session, input.many().output(), out -> write(report, out));
    }

    private void write(RobustnessReport report, Writer out) {
        Format asked = Arguments.optional(format, Format.class);
        switch (asked == null ? form() : asked) {
            case text -> Outlet.print(out, RobustnessText.render(session, report));
            case json -> Outlet.print(out, RobustnessJson.render(report));
            case html -> Outlet.print(out, RobustnessPage.html(report, session.language()));
            case csv -> RobustnessCsv.write(report, session.language(), out);
        }
    }

    private Format form() {
        return switch (input.many().ending()) {
            case "html" -> Format.html;
            case "json" -> Format.json;
            case "csv" -> Format.csv;
            default -> Format.text;
        };
    }
}
