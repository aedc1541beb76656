package org.jieti.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jieti.catalog.format.FileKind;
import org.jieti.cli.ExitCode;
import org.jieti.cli.Session;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Checks models, weight sets and assessments, and prints every finding at once.
final class ValidateCommand implements Command {
    private final Session session;

    private final PositionalParamSpec files = Arguments.files("FILE");

    ValidateCommand(Session session) {
        this.session = session;
    }

    @Override
    public List<ArgSpec> arguments() {
        return List.of(files);
    }

    @Override
    public Integer call() {
        int worst = ExitCode.DONE;
        List<Path> asked = Arguments.paths(files);
        for (Path file : asked) {
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
