package org.jieti.cli.command;

import java.util.List;
import org.jieti.cli.Session;
import picocli.CommandLine.Model.ArgSpec;

/// Names the commands of the server among the others. The launcher starts it, with libraries of its
/// own; this program holds none of them.
final class ServeCommand implements Command {
    private final Session session;

    ServeCommand(Session session) {
        this.session = session;
    }

    @Override
    public List<ArgSpec> arguments() {
        return List.of();
    }

    @Override
    public Integer call() {
        return session.refuse("serve.launcher");
    }
}
