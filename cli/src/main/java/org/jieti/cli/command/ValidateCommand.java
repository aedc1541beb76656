package org.jieti.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jieti.catalog.format.FileKind;
import org.jieti.cli.ExitCode;
import org.jieti.cli.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Checks models, weight sets and assessments, and prints every finding at once.
@Command(name = "validate")
final class ValidateCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "FILE", arity = "1..*")
    private List<Path> files = List.of();

    ValidateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        int worst = ExitCode.DONE;
        for (Path file : files) {
            int code = session.use(session.catalog().validate(file), kind -> sound(file, kind));
            worst = Math.max(worst, code);
        }
        return worst;
    }

    private int sound(Path file, FileKind kind) {
        String name = session.say("kind." + kind.name().toLowerCase(Locale.ROOT));
        session.out().println(session.say("validate.sound", file, name));
        return ExitCode.DONE;
    }
}
