package org.jieti.cli.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jieti.cli.ExitCode;
import org.jieti.cli.Session;
import org.jieti.cli.Session.Overwriting;
import org.jieti.cli.text.ResultText;
import org.jieti.core.result.Result;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Scores the sample of an invented unit, and writes its report.
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {
    private static final Path SAMPLE = Path.of("samples", "dgimm", "growing-city.yaml");

    private final Session session;

    @Option(names = "--out", paramLabel = "FILE")
    private Path out = Path.of("jieti-demo.html");

    @Mixin private final ScoringOptions scoring = new ScoringOptions();

    DemoCommand(Session session) {
        this.session = session;
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
        int code = session.deliver(Faces.html(session, result), out, Overwriting.ALLOWED);
        if (code == ExitCode.DONE) {
            session.out().println(session.say("demo.report", out.toAbsolutePath().normalize()));
        }
        return code;
    }
}
