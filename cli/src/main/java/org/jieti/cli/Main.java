package org.jieti.cli;

import java.io.Console;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jieti.cli.command.JietiCommand;
import org.jieti.core.model.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/// Starts the command line.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        PrintWriter out = writer(FileDescriptor.out);
        PrintWriter err = writer(FileDescriptor.err);
        Session session =
                new Session(
                        home(),
                        models(arguments, System.getenv()),
                        language(arguments, System.getenv()),
                        out,
                        err,
                        ansi());
        int code = run(session, arguments);
        out.flush();
        err.flush();
        Runtime.getRuntime().halt(code);
    }

    /// Runs one command line and returns its exit code.
    public static int run(Session session, String... arguments) {
        for (Path folder : session.models()) {
            if (!Files.isDirectory(folder)) {
                return session.badInput("models.folder", folder);
            }
        }
        CommandLine commandLine = JietiCommand.commandLine(session, arguments);
        commandLine.setExecutionExceptionHandler(
                (exception, _, _) -> reportBug(session, exception));
        commandLine.setParameterExceptionHandler(
                (exception, _) -> UsageErrors.report(session, exception));
        try {
            return commandLine.execute(arguments);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return reportBug(session, e);
        }
    }

    /// A defect: the user gets a reference number, and the details go to a file.
    private static int reportBug(Session session, Throwable bug) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        try {
            Path log = Files.createTempFile("jieti-" + reference + "-", ".log");
            try (PrintWriter details = new PrintWriter(log.toFile(), StandardCharsets.UTF_8)) {
                bug.printStackTrace(details);
            }
            session.err().println(session.say("bug", reference, log));
        } catch (IOException _) {
            session.err().println(session.say("bug", reference, "-"));
        }
        session.err().flush();
        return ExitCode.BUG;
    }

    /// The language asked for, if it is one of ours, or that of the environment; Chinese where the
    /// environment has none.
    static Language language(String[] arguments, Map<String, String> environment) {
        String asked = asked(arguments, "--lang");
        for (Language language : Language.values()) {
            if (language.name().toLowerCase(Locale.ROOT).equals(asked)) {
                return language;
            }
        }
        String spoken =
                firstSet(
                        environment.get("LC_ALL"),
                        environment.get("LC_MESSAGES"),
                        environment.get("LANG"));
        return spoken != null && spoken.startsWith("en") ? Language.EN : Language.ZH;
    }

    /// Further folders of models: the one asked for, or those of the environment, joined as the
    /// system joins paths.
    static List<Path> models(String[] arguments, Map<String, String> environment) {
        String asked = asked(arguments, "--models");
        if (asked != null) {
            return List.of(Path.of(asked));
        }
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(environment.getOrDefault("JIETI_MODELS", ""))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .toList();
    }

    private static @Nullable String asked(String[] arguments, String option) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith(option + "=")) {
                return arguments[i].substring(option.length() + 1);
            }
            if (arguments[i].equals(option) && i + 1 < arguments.length) {
                return arguments[i + 1];
            }
        }
        return null;
    }

    private static @Nullable String firstSet(@Nullable String... candidates) {
        for (String candidate : candidates) {
            if (candidate != null && !candidate.isBlank()) {
                return candidate;
            }
        }
        return null;
    }

    private static Path home() {
        return Path.of(System.getProperty("jieti.home", "."));
    }

    @SuppressWarnings("SystemConsoleNull") // it may be null where a module is left out
    private static Ansi ansi() {
        Console console = System.console();
        boolean terminal = console != null && console.isTerminal();
        return terminal && System.getenv("NO_COLOR") == null ? Ansi.ON : Ansi.OFF;
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
