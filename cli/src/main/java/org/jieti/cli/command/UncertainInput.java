package org.jieti.cli.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jieti.catalog.batch.Batch;
import org.jieti.catalog.batch.BatchRequest;
import org.jieti.catalog.batch.Progress;
import org.jieti.catalog.finding.Parsed;
import org.jieti.cli.ExitCode;
import org.jieti.cli.Session;
import org.jieti.cli.TerminalProgress;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Preset;
import org.jieti.core.model.WeightSet;
import org.jieti.core.population.IndexModel;
import org.jieti.core.population.Population;
import org.jieti.core.uncertainty.Uncertainty;
import org.jieti.report.sensitivity.Basis;
import org.jieti.report.sensitivity.SensitivityResult.Named;
import org.jieti.robustness.experiment.AssessmentExperiment;
import org.jieti.robustness.experiment.Experiment;
import org.jieti.robustness.experiment.IndexExperiment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// What is run many times: one unit, a round, or the population of an index, with what is uncertain
/// about it.
record UncertainInput(
        PositionalParamSpec input,
        OptionSpec model,
        UncertaintyOptions uncertain,
        ScoringOptions scoring,
        ManyUnitsOptions many) {

    UncertainInput() {
        this(
                Arguments.positional(0, "INPUT", Path.class),
                Arguments.option("--model", "MODEL", String.class),
                new UncertaintyOptions(),
                new ScoringOptions(),
                new ManyUnitsOptions());
    }

    /// Units that are ready to be run.
    ///
    /// @param units in the order of the experiment
    /// @param population null for assessed units
    record Ready(
            Basis basis,
            List<Named> units,
            Uncertainty uncertainty,
            Experiment experiment,
            @Nullable Population population) {}

    /// What is asked for first.
    List<ArgSpec> first() {
        return List.of(input, model);
    }

    /// What is asked for after the options of the command itself.
    List<ArgSpec> others() {
        List<ArgSpec> arguments = new ArrayList<>(uncertain.arguments());
        arguments.addAll(List.of(scoring.weights(), scoring.preset(), many.encoding()));
        return arguments;
    }

    /// Reads what is asked for and uses it, or prints what is wrong with it.
    int use(Session session, Session.Use<Ready> use) {
        String named = Arguments.optional(model, String.class);
        if (named == null) {
            return session.use(
                    session.catalog()
                            .scoringInput(
                                    Arguments.path(input),
                                    Arguments.optional(scoring.weights(), String.class),
                                    Arguments.optional(scoring.preset(), String.class)),
                    sound ->
                            assessed(
                                    session,
                                    sound.model(),
                                    sound.weights(),
                                    sound.preset(),
                                    List.of(sound.assessment()),
                                    use));
        }
        return session.catalog().isIndexModel(named)
                ? index(session, named, use)
                : round(session, named, use);
    }

    private int round(Session session, String named, Session.Use<Ready> use) {
        Progress progress =
                TerminalProgress.isSeen() ? new TerminalProgress(session) : Progress.NONE;
        Parsed<Batch> batch =
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
        return session.use(
                batch,
                sound ->
                        assessed(
                                session,
                                sound.model(),
                                sound.weights(),
                                sound.preset(),
                                sound.assessments(),
                                use));
    }

    private int assessed(
            Session session,
            MaturityModel by,
            WeightSet weights,
            @Nullable Preset preset,
            List<Assessment> assessments,
            Session.Use<Ready> use) {
        Uncertainty uncertainty = uncertain.of(session, by, weights);
        if (uncertainty == null) {
            return ExitCode.BAD_INPUT;
        }
        List<Named> units =
                assessments.stream()
                        .map(Assessment::unit)
                        .map(unit -> new Named(unit.id(), unit.name()))
                        .toList();
        return use.with(
                new Ready(
                        new Basis.Assessed(by, weights, preset),
                        units,
                        uncertainty,
                        AssessmentExperiment.of(by, weights, preset, assessments, uncertainty),
                        null));
    }

    private int index(Session session, String named, Session.Use<Ready> use) {
        if (scoring.weights().getValue() != null || scoring.preset().getValue() != null) {
            return session.badInput("usage.index", named);
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
                                population -> index(session, index, population, use)));
    }

    private int index(
            Session session, IndexModel by, Population population, Session.Use<Ready> use) {
        Uncertainty uncertainty = uncertain.ofIndex(session, by, population);
        if (uncertainty == null) {
            return ExitCode.BAD_INPUT;
        }
        List<Named> units =
                population.members().stream()
                        .map(each -> new Named(each.id(), each.name()))
                        .toList();
        return use.with(
                new Ready(
                        new Basis.Indexed(by, List.of()),
                        units,
                        uncertainty,
                        IndexExperiment.of(by, population, uncertainty),
                        population));
    }
}
