package org.jieti.cli.command;

import java.nio.file.Path;
import java.util.List;
import org.jieti.cli.Session;
import org.jieti.cli.text.ResultText;
import org.jieti.core.result.Result;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Scores an assessment.
final class ScoreCommand implements Command {
    private final Session session;

    private final PositionalParamSpec file = Arguments.positional(0, "FILE", Path.class);

    private final OptionSpec format = Arguments.option("--format", "text|json|html", Format.class);

    private final ScoringOptions scoring = new ScoringOptions();
    private final OutputOptions output = new OutputOptions();

    /// The forms in which a result comes out, named as on the command line.
    enum Format {
        text,
        json,
        html
    }

    ScoreCommand(Session session) {
        this.session = session;
    }

    @Override
    public List<ArgSpec> arguments() {
        return List.of(
                file, format, scoring.weights(), scoring.preset(), output.out(), output.force());
    }

    @Override
    public Integer call() {
        return scoring.score(
                session,
                Arguments.path(file),
                result -> session.deliver(rendered(result), output.file(), output.overwriting()));
    }

    private String rendered(Result result) {
        Format asked = Arguments.optional(format, Format.class);
        return switch (asked == null ? Format.text : asked) {
            case text -> ResultText.render(session, result);
            case json -> Faces.json(result);
            case html -> Faces.html(session, result);
        };
    }
}
