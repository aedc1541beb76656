package org.jieti.cli.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jieti.cli.Session;
import org.jieti.cli.text.ResultText;
import org.jieti.core.result.Result;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Scores an assessment.
@Command(name = "score")
final class ScoreCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(names = "--format", paramLabel = "text|json|html")
    private Format format = Format.text;

    @Mixin private final ScoringOptions scoring = new ScoringOptions();
    @Mixin private final OutputOptions output = new OutputOptions();

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
    public Integer call() {
        return scoring.score(
                session,
                file,
                result -> session.deliver(rendered(result), output.file(), output.overwriting()));
    }

    private String rendered(Result result) {
        return switch (format) {
            case text -> ResultText.render(session, result);
            case json -> Faces.json(session, result);
            case html -> Faces.html(session, result);
        };
    }
}
