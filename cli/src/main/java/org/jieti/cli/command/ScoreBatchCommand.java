package org.jieti.cli.command;

import java.io.Writer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jieti.catalog.batch.Batch;
import org.jieti.catalog.batch.BatchRequest;
import org.jieti.catalog.batch.Progress;
import org.jieti.catalog.batch.TextEncoding;
import org.jieti.catalog.finding.Parsed;
import org.jieti.cli.ExitCode;
import org.jieti.cli.Session;
import org.jieti.cli.TerminalProgress;
import org.jieti.cli.text.BatchText;
import org.jieti.report.batch.BatchCsv;
import org.jieti.report.batch.BatchNdjson;
import org.jieti.report.batch.BatchResult;
import org.jieti.report.html.OverviewHtml;
import org.jieti.report.overview.BatchOverview;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Scores many units and ranks them: each by itself or, by an index model, all together.
final class ScoreBatchCommand implements Command {
    private final Session session;

    private final PositionalParamSpec input = Arguments.positional(0, "INPUT", Path.class);

    private final OptionSpec model = Arguments.required("--model", "MODEL");
    private final OptionSpec format =
            Arguments.option("--format", "csv|ndjson|html|text", Format.class);

    private final ScoringOptions scoring = new ScoringOptions();
    private final ManyUnitsOptions many = new ManyUnitsOptions();

    /// The forms in which the results come out, named as on the command line.
    enum Format {
        csv,
        ndjson,
        html,
        text
    }

    ScoreBatchCommand(Session session) {
        this.session = session;
    }

    @Override
    public List<ArgSpec> arguments() {
        return List.of(
                input,
                model,
                scoring.weights(),
                scoring.preset(),
                many.encoding(),
                format,
                many.output().out(),
                many.output().force());
    }

    @Override
    public Integer call() {
        Path file = Arguments.path(input);
        int refused = many.refusal(session, file);
        if (refused != ExitCode.DONE) {
            return refused;
        }
        TextEncoding encoding = Objects.requireNonNull(many.asked());
        String named = Arguments.text(model);
        String weights = Arguments.optional(scoring.weights(), String.class);
        String preset = Arguments.optional(scoring.preset(), String.class);
        if (session.catalog().isIndexModel(named)) {
            return weights == null && preset == null
                    ? PopulationFaces.score(
                            session, named, file, encoding, populationForm(), many.output())
                    : session.badInput("usage.index", named);
        }
        return score(
                new BatchRequest(
                        file,
                        named,
                        weights,
                        preset,
                        encoding,
                        LocalDate.now(ZoneId.systemDefault())),
                TerminalProgress.isSeen() ? new TerminalProgress(session) : Progress.NONE);
    }

    private int score(BatchRequest request, Progress progress) {
        Parsed<Batch> batch = session.catalog().batch(request, progress);
        progress.end();
        return session.use(
                batch,
                sound -> {
                    BatchResult result = BatchResult.of(sound, progress);
                    progress.end();
                    return Outlet.deliver(session, many.output(), out -> write(result, out));
                });
    }

    /// The form asked for; else that which the file's name ends in; else text.
    private Format form() {
        Format asked = Arguments.optional(format, Format.class);
        if (asked != null) {
            return asked;
        }
        return switch (many.ending()) {
            case "csv" -> Format.csv;
            case "ndjson" -> Format.ndjson;
            case "html" -> Format.html;
            default -> Format.text;
        };
    }

    private PopulationFaces.Format populationForm() {
        return switch (form()) {
            case csv -> PopulationFaces.Format.csv;
            case ndjson -> PopulationFaces.Format.ndjson;
            case html -> PopulationFaces.Format.html;
            case text -> PopulationFaces.Format.text;
        };
    }

    private void write(BatchResult result, Writer out) {
        switch (form()) {
            case csv -> BatchCsv.write(result, session.language(), out);
            case ndjson -> BatchNdjson.write(result, session.language(), out);
            case html ->
                    new OverviewHtml().write(BatchOverview.of(result, session.language()), out);
            case text -> BatchText.write(session, result, out);
        }
    }
}
