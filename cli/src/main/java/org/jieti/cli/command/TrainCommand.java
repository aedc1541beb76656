package org.jieti.cli.command;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jieti.cli.Main;
import org.jieti.cli.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Parameters;

/// Runs through the commands once, silently, while the distribution's class cache is recorded.
@Command(name = "train", hidden = true)
final class TrainCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", paramLabel = "FILE")
    private Path sample = Path.of("");

    TrainCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Session silent =
                new Session(session.home(), session.language(), nowhere, nowhere, Ansi.OFF);
        String file = sample.toString();
        int worst = 0;
        for (String[] arguments :
                new String[][] {
                    {"--help"},
                    {"models"},
                    {"score", file},
                    {"score", file, "--format", "json"},
                    {"score", file, "--format", "html"},
                    {"explain", file, "data"},
                    {"validate", file}
                }) {
            worst = Math.max(worst, Main.run(silent, arguments));
        }
        return worst;
    }
}
