package org.jieti.cli.command;

import java.util.List;
import java.util.Map;
import org.jieti.cli.Session;
import picocli.CommandLine.Model.ArgSpec;

/// Groups what concerns one model.
final class ModelCommand implements Command {
    private final Session session;

    ModelCommand(Session session) {
        this.session = session;
    }

    @Override
    public List<ArgSpec> arguments() {
        return List.of();
    }

    @Override
    public Map<String, Command> commands() {
        return Map.of("show", new ModelShowCommand(session));
    }

    @Override
    public Integer call() {
        return session.badInput("usage.subcommand", "jieti model show MODEL");
    }
}
