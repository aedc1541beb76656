package org.jieti.cli.command;

import java.nio.file.Path;
import java.util.List;
import org.jieti.cli.ExitCode;
import org.jieti.cli.Session;
import org.jieti.cli.Session.Overwriting;
import org.jieti.cli.text.ResultText;
import org.jieti.core.result.Result;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Scores the sample of an invented unit, and writes its report.
final class DemoCommand implements Command {
    private static final Path SAMPLE = Path.of("samples", "dgimm", "growing-city.yaml");

    private final Session session;

    private final OptionSpec out = Arguments.option("--out", "FILE", Path.class);

    private final ScoringOptions scoring = new ScoringOptions();

    DemoCommand(Session session) {
        this.session = session;
    }

    @Override
    public List<ArgSpec> arguments() {
        return List.of(out, scoring.weights(), scoring.preset());
    }

    @Override
    public Integer call() {
        Path sample = session.home().resolve(SAMPLE);
        session.out().println(session.say("demo.scoring", SAMPLE));
        session.out().println();
        return scoring.score(session, sample, this::show);
    }

    private int show(Result result) {
        session.out().println(ResultText.render(session, result));
        Path asked = Arguments.optional(out, Path.class);
        Path file = asked == null ? Path.of("jieti-demo.html") : asked;
        int code = session.deliver(Faces.html(session, result), file, Overwriting.ALLOWED);
        if (code == ExitCode.DONE) {
            session.out().println(session.say("demo.report", file.toAbsolutePath().normalize()));
        }
        return code;
    }
}
