package org.jieti.cli.command;

import java.util.LinkedHashMap;
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
        Map<String, Command> commands = new LinkedHashMap<>();
        commands.put("show", new ModelShowCommand(session));
        commands.put("diff", new ModelDiffCommand(session));
        commands.put("export", new ModelExportCommand(session));
        commands.put("import", new ModelImportCommand(session));
        return commands;
    }

    @Override
    public Integer call() {
        return session.badInput("usage.subcommand", "jieti model show MODEL");
    }
}
