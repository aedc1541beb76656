package org.jieti.cli.command;

import org.jieti.cli.Session;
import org.jieti.core.Engine;
import picocli.AutoComplete;
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

    /// The command line with all its commands.
    public static CommandLine commandLine(Session session) {
        CommandLine line =
                new CommandLine(new JietiCommand())
                        .addSubcommand("demo", new DemoCommand(session))
                        .addSubcommand("models", new ModelsCommand(session))
                        .addSubcommand(
                                "model",
                                new CommandLine(new ModelCommand())
                                        .addSubcommand("show", new ModelShowCommand(session)))
                        .addSubcommand("validate", new ValidateCommand(session))
                        .addSubcommand("new", new NewCommand(session))
                        .addSubcommand("score", new ScoreCommand(session))
                        .addSubcommand("explain", new ExplainCommand(session))
                        .addSubcommand("gap", new GapCommand(session))
                        .addSubcommand("compare", new CompareCommand(session))
                        .addSubcommand("train", new TrainCommand(session))
                        .addSubcommand(
                                "generate-completion", new AutoComplete.GenerateCompletion());
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
