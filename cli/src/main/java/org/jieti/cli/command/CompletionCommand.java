package org.jieti.cli.command;

import java.util.List;
import org.jieti.cli.ExitCode;
import org.jieti.cli.Session;
import picocli.AutoComplete;
import picocli.CommandLine.Model.ArgSpec;

/// Prints a completion script for bash and zsh.
final class CompletionCommand implements Command {
    private final Session session;

    CompletionCommand(Session session) {
        this.session = session;
    }

    @Override
    public List<ArgSpec> arguments() {
        return List.of();
    }

    @Override
    public Integer call() {
        session.out().print(AutoComplete.bash("jieti", JietiCommand.commandLine(session)));
        return ExitCode.DONE;
    }
}
