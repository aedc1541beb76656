package org.jieti.cli.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jieti.cli.ExitCode;
import org.jieti.cli.Session;
import org.jieti.cli.Styles;
import org.jieti.core.Engine;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The root of the command line.
public final class JietiCommand {
    /// The languages, named as on the command line.
    enum Lang {
        zh,
        en
    }

    /// picocli's own factory, made only when something is asked of it: it begins by looking for
    /// Groovy in every jar.
    private static final CommandLine.IFactory FACTORY = new WhenAsked();

    private static final class WhenAsked implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            return CommandLine.defaultFactory().create(type);
        }
    }

    private JietiCommand() {}

    /// How each command is made, in the order in which help lists them.
    private static Map<String, Function<Session, Command>> commands() {
        Map<String, Function<Session, Command>> commands = new LinkedHashMap<>();
        commands.put("demo", DemoCommand::new);
        commands.put("models", ModelsCommand::new);
        commands.put("model", ModelCommand::new);
        commands.put("validate", ValidateCommand::new);
        commands.put("new", NewCommand::new);
        commands.put("score", ScoreCommand::new);
        commands.put("score-index", ScoreIndexCommand::new);
        commands.put("score-batch", ScoreBatchCommand::new);
        commands.put("explain", ExplainCommand::new);
        commands.put("gap", GapCommand::new);
        commands.put("plan", PlanCommand::new);
        commands.put("benchmark", BenchmarkCommand::new);
        commands.put("compare", CompareCommand::new);
        commands.put("view", ViewCommand::new);
        commands.put("robustness", RobustnessCommand::new);
        commands.put("sensitivity", SensitivityCommand::new);
        commands.put("agreement", AgreementCommand::new);
        commands.put("serve", ServeCommand::new);
        commands.put("audit", ServeCommand::new);
        commands.put("weigh", WeighCommand::new);
        commands.put("completion", CompletionCommand::new);
        commands.put("train", TrainCommand::new);
        return commands;
    }

    /// The command line. Where the first argument names a command, only that one is made.
    public static CommandLine commandLine(Session session, String... arguments) {
        Map<String, Function<Session, Command>> commands = commands();
        String first = arguments.length == 0 ? "" : arguments[0];
        if (commands.containsKey(first)) {
            commands.keySet().retainAll(Set.of(first));
        }
        Callable<Integer> help = () -> help(session);
        CommandSpec root = CommandSpec.wrapWithoutInspection(help, FACTORY).name("jieti");
        root.version("jieti " + Engine.VERSION);
        root.addOption(OptionSpec.builder("-V", "--version").versionHelp(true).build());
        addCommonOptions(root);
        root.usageMessage().synopsisSubcommandLabel("COMMAND");
        CommandLine line = new CommandLine(root, FACTORY);
        commands.forEach((name, command) -> add(line, name, command.apply(session)));
        if (commands.size() > 1 || asksForHelp(arguments)) {
            line.setResourceBundle(Session.bundle(session.language()));
        }
        line.setOut(session.out());
        line.setErr(session.err());
        line.setColorScheme(Styles.scheme(session.ansi()));
        line.setUsageHelpAutoWidth(true);
        line.setAdjustLineBreaksForWideCJKCharacters(true);
        return line;
    }

    /// Whether help may be asked for. Only help reads the messages through picocli.
    private static boolean asksForHelp(String... arguments) {
        for (String argument : arguments) {
            if (argument.startsWith("-h") || argument.startsWith("--help")) {
                return true;
            }
        }
        return false;
    }

    /// Without a command, all of them are listed.
    private static int help(Session session) {
        commandLine(session).usage(session.out());
        session.out().flush();
        return ExitCode.DONE;
    }

    private static void add(CommandLine above, String name, Command command) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(command, FACTORY).name(name);
        for (ArgSpec argument : command.arguments()) {
            spec.add(argument);
        }
        addCommonOptions(spec);
        spec.usageMessage().hidden(command instanceof TrainCommand);
        CommandLine line = new CommandLine(spec, FACTORY);
        command.commands().forEach((inner, each) -> add(line, inner, each));
        if (!command.commands().isEmpty()) {
            spec.usageMessage().synopsisSubcommandLabel("COMMAND");
        }
        above.addSubcommand(name, line);
    }

    /// `--lang` and `--models` are read before anything else; they are declared so that they are
    /// accepted everywhere.
    private static void addCommonOptions(CommandSpec spec) {
        for (ArgSpec option :
                List.of(
                        OptionSpec.builder("--lang").paramLabel("zh|en").type(Lang.class).build(),
                        OptionSpec.builder("--models").paramLabel("DIR").type(Path.class).build(),
                        OptionSpec.builder("-h", "--help").usageHelp(true).build())) {
            spec.add(option);
        }
    }
}
