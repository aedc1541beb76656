package org.jieti.cli;

import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/// Says in the reader's language what is wrong with a command line.
final class UsageErrors {
    private UsageErrors() {}

    static int report(Session session, CommandLine.ParameterException exception) {
        CommandLine command = exception.getCommandLine();
        session.err().println(message(session, exception));
        session.err()
                .println(
                        session.say(
                                "usage.see", command.getCommandSpec().qualifiedName() + " --help"));
        session.err().flush();
        return ExitCode.BAD_INPUT;
    }

    private static String message(Session session, CommandLine.ParameterException exception) {
        return switch (exception) {
            case CommandLine.MissingParameterException missing ->
                    session.say(
                            "usage.missing",
                            missing.getMissing().stream()
                                    .map(UsageErrors::label)
                                    .collect(Collectors.joining(", ")));
            case CommandLine.OverwrittenOptionException twice ->
                    session.say("usage.twice", label(twice.getOverwritten()));
            case CommandLine.UnmatchedArgumentException unmatched ->
                    session.say("usage.unknown", String.join(" ", unmatched.getUnmatched()));
            default ->
                    exception.getArgSpec() == null
                            ? session.say("usage.wrong", String.valueOf(exception.getMessage()))
                            : session.say(
                                    "usage.value",
                                    label(exception.getArgSpec()),
                                    String.valueOf(exception.getValue()));
        };
    }

    private static String label(ArgSpec argument) {
        return switch (argument) {
            case CommandLine.Model.OptionSpec option -> option.longestName();
            case CommandLine.Model.PositionalParamSpec positional -> positional.paramLabel();
            default -> argument.paramLabel();
        };
    }
}
