package org.jieti.cli.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jieti.cli.Session;
import org.jieti.core.Engine;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The root of the command line.
@Command(
        name = "jieti",
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = JietiCommand.Version.class)
public final class JietiCommand {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT)
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true)
    private boolean version;

    /// Read before anything else; declared here so that it is documented and accepted everywhere.
    @Option(names = "--lang", paramLabel = "zh|en", scope = ScopeType.INHERIT)
    private String language = "";

    /// How each command is made, in the order in which help lists them.
    private static Map<String, Function<Session, Object>> commands() {
        Map<String, Function<Session, Object>> commands = new LinkedHashMap<>();
        commands.put("demo", DemoCommand::new);
        commands.put("models", ModelsCommand::new);
        commands.put(
                "model",
                session ->
                        new CommandLine(new ModelCommand())
                                .addSubcommand("show", new ModelShowCommand(session)));
        commands.put("validate", ValidateCommand::new);
        commands.put("new", NewCommand::new);
        commands.put("score", ScoreCommand::new);
        commands.put("explain", ExplainCommand::new);
        commands.put("gap", GapCommand::new);
        commands.put("compare", CompareCommand::new);
        commands.put("completion", CompletionCommand::new);
        commands.put("train", TrainCommand::new);
        return commands;
    }

    /// The command line. It takes time to inspect a command, so where the first argument names
    /// one whose help lists no others, only that one is made.
    public static CommandLine commandLine(Session session, String... arguments) {
        Map<String, Function<Session, Object>> commands = commands();
        String first = arguments.length == 0 ? "" : arguments[0];
        if (commands.containsKey(first) && !first.equals("completion")) {
            commands.keySet().retainAll(Set.of(first));
        }
        CommandLine line = new CommandLine(new JietiCommand());
        commands.forEach((name, command) -> line.addSubcommand(name, command.apply(session)));
        line.setResourceBundle(Session.bundle(session.language()));
        line.setOut(session.out());
        line.setErr(session.err());
        line.setColorScheme(CommandLine.Help.defaultColorScheme(session.ansi()));
        line.setUsageHelpAutoWidth(true);
        line.setAdjustLineBreaksForWideCJKCharacters(true);
        return line;
    }

    /// Whether help, version or a language was asked for; commands read the language elsewhere.
    public boolean asksNothing() {
        return !help && !version && language.isEmpty();
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"jieti " + Engine.VERSION};
        }
    }
}
