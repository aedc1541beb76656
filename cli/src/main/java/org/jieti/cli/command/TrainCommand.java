package org.jieti.cli.command;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import org.jieti.cli.Main;
import org.jieti.cli.Session;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Runs through the commands once, silently, while the distribution's class cache is recorded.
final class TrainCommand implements Command {
    private final Session session;

    private final PositionalParamSpec file = Arguments.positional(0, "FILE", Path.class);

    TrainCommand(Session session) {
        this.session = session;
    }

    @Override
    public List<ArgSpec> arguments() {
        return List.of(file);
    }

    @Override
    public Integer call() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Session silent =
                new Session(
                        session.home(),
                        session.models(),
                        session.language(),
                        nowhere,
                        nowhere,
                        Ansi.OFF);
        String sample = Arguments.path(file).toString();
        int worst = 0;
        for (String[] arguments :
                new String[][] {
                    {"--help"},
                    {"models"},
                    {"score", sample},
                    {"score", sample, "--format", "json"},
                    {"score", sample, "--format", "html"},
                    {"explain", sample, "data"},
                    {"validate", sample}
                }) {
            worst = Math.max(worst, Main.run(silent, arguments));
        }
        return worst;
    }
}
