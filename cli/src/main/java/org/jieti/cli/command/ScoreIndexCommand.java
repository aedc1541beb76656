package org.jieti.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jieti.cli.ExitCode;
import org.jieti.cli.Session;
import org.jieti.cli.command.PopulationFaces.Format;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Scores a whole population by an index model.
final class ScoreIndexCommand implements Command {
    private final Session session;

    private final PositionalParamSpec file = Arguments.positional(0, "TABLE", Path.class);

    private final OptionSpec model = Arguments.required("--model", "INDEX");

    private final OptionSpec format =
            Arguments.option("--format", "text|json|ndjson|csv|html", Format.class);

    private final ManyUnitsOptions many = new ManyUnitsOptions();

    ScoreIndexCommand(Session session) {
        this.session = session;
    }

    @Override
    public List<ArgSpec> arguments() {
        return List.of(
                file, model, many.encoding(), format, many.output().out(), many.output().force());
    }

    @Override
    public Integer call() {
        Path input = Arguments.path(file);
        int refused = many.refusal(session, input);
        return refused != ExitCode.DONE
                ? refused
                : PopulationFaces.score(
                        session,
                        Arguments.text(model),
                        input,
                        Objects.requireNonNull(many.asked()),
                        form(),
                        many.output());
    }

    /// The form asked for; else that which the file's name ends in; else text.
    private Format form() {
        Format asked = Arguments.optional(format, Format.class);
        if (asked != null) {
            return asked;
        }
        return switch (many.ending()) {
            case "json" -> Format.json;
            case "ndjson" -> Format.ndjson;
            case "csv" -> Format.csv;
            case "html" -> Format.html;
            default -> Format.text;
        };
    }
}
