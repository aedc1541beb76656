package org.jieti.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jieti.catalog.batch.Batch;
import org.jieti.catalog.batch.BatchRequest;
import org.jieti.catalog.batch.Progress;
import org.jieti.catalog.batch.TextEncoding;
import org.jieti.catalog.finding.Parsed;
import org.jieti.cli.ExitCode;
import org.jieti.cli.Session;
import org.jieti.cli.Session.Overwriting;
import org.jieti.cli.TerminalProgress;
import org.jieti.cli.WholeFile;
import org.jieti.cli.text.BatchText;
import org.jieti.report.batch.BatchCsv;
import org.jieti.report.batch.BatchHtml;
import org.jieti.report.batch.BatchNdjson;
import org.jieti.report.batch.BatchResult;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Scores many units and ranks them.
final class ScoreBatchCommand implements Command {
    private final Session session;

    private final PositionalParamSpec input = Arguments.positional(0, "INPUT", Path.class);

    private final OptionSpec model = Arguments.required("--model", "MODEL");
    private final OptionSpec encoding =
            Arguments.option("--encoding", "utf-8|gb18030", String.class);
    private final OptionSpec format =
            Arguments.option("--format", "csv|ndjson|html|text", Format.class);

    private final ScoringOptions scoring = new ScoringOptions();
    private final OutputOptions output = new OutputOptions();

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
                encoding,
                format,
                output.out(),
                output.force());
    }

    @Override
    public Integer call() {
        String named = Arguments.optional(encoding, String.class);
        TextEncoding written = TextEncodings.named(named == null ? "utf-8" : named);
        if (written == null) {
            return session.badInput("usage.value", "--encoding", String.valueOf(named));
        }
        Path file = output.file();
        if (file != null && Files.exists(file)) {
            if (output.overwriting() == Overwriting.REFUSED) {
                return session.refuse("refused.exists", file);
            }
            if (isSame(file, Arguments.path(input))) {
                return session.refuse("refused.same", file);
            }
        }
        BatchRequest request =
                new BatchRequest(
                        Arguments.path(input),
                        Arguments.text(model),
                        Arguments.optional(scoring.weights(), String.class),
                        Arguments.optional(scoring.preset(), String.class),
                        written,
                        LocalDate.now(ZoneId.systemDefault()));
        return score(
                request, TerminalProgress.isSeen() ? new TerminalProgress(session) : Progress.NONE);
    }

    private int score(BatchRequest request, Progress progress) {
        Parsed<Batch> batch = session.catalog().batch(request, progress);
        progress.end();
        return session.use(
                batch,
                sound -> {
                    BatchResult result = BatchResult.of(sound, progress);
                    progress.end();
                    return deliver(result);
                });
    }

    private static boolean isSame(Path a, Path b) {
        try {
            return Files.exists(b) && Files.isSameFile(a, b);
        } catch (IOException _) {
            return false;
        }
    }

    /// The form asked for; else that which the file's name ends in; else text.
    private Format form() {
        Format asked = Arguments.optional(format, Format.class);
        if (asked != null) {
            return asked;
        }
        String name = output.file() == null ? "" : output.file().toString();
        return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "csv" -> Format.csv;
            case "ndjson", "jsonl" -> Format.ndjson;
            case "html", "htm" -> Format.html;
            default -> Format.text;
        };
    }

    private int deliver(BatchResult result) {
        Path file = output.file();
        if (file == null) {
            write(result, session.out());
            session.out().flush();
            return ExitCode.DONE;
        }
        try (WholeFile whole = new WholeFile(file, output.overwriting())) {
            write(result, whole.writer());
            whole.keep();
        } catch (FileAlreadyExistsException _) {
            return session.refuse("refused.exists", file);
        } catch (IOException | UncheckedIOException _) {
            return session.badInput("unwritable", file);
        }
        session.out().println(session.say("written", file));
        session.out().flush();
        return ExitCode.DONE;
    }

    private void write(BatchResult result, Writer out) {
        switch (form()) {
            case csv -> BatchCsv.write(result, session.language(), out);
            case ndjson -> BatchNdjson.write(result, session.language(), out);
            case html -> new BatchHtml().write(result, session.language(), out);
            case text -> BatchText.write(session, result, out);
        }
    }
}
