package org.jieti.server.launch;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.UUID;
import org.jieti.server.Jieti;
import org.jieti.server.shared.CannotStart;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;

/// Starts the server from a command line. It ends with the exit codes of the command line: 2 for
/// wrong arguments or a database that cannot be used, 3 where something else is in the way, 70
/// for a defect.
public final class Main {
    static final String BUNDLE = "messages.launch";
    private static final int BAD_INPUT = 2;
    private static final int REFUSED = 3;
    private static final int BUG = 70;

    private final PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    private final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    private final Locale locale;

    private Main(Locale locale) {
        this.locale = locale;
    }

    public static void main(String[] arguments) {
        int code = new Main(language(arguments, System.getenv())).run(arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    private int run(String[] arguments) {
        List<String> words = List.of(arguments);
        int audit = words.indexOf("audit");
        if (audit >= 0 && !words.contains("serve")) {
            return audit(words);
        }
        ServeOptions options = new ServeOptions();
        CommandLine command = new CommandLine(options);
        command.setResourceBundle(ResourceBundle.getBundle(BUNDLE, locale));
        command.setCaseInsensitiveEnumValuesAllowed(true);
        command.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        command.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        try {
            CommandLine.ParseResult parsed = command.parseArgs(withoutCommand(arguments));
            if (parsed.isUsageHelpRequested()) {
                command.usage(out);
                out.flush();
                return 0;
            }
        } catch (CommandLine.ParameterException e) {
            err.println(e.getMessage());
            err.println(say("launch.usage.see", "jieti serve --help"));
            return BAD_INPUT;
        }
        return start(options);
    }

    private int audit(List<String> words) {
        List<String> rest = new ArrayList<>(words);
        rest.remove("audit");
        CommandLine command = new CommandLine(new AuditCommand(this::say, out));
        command.setResourceBundle(ResourceBundle.getBundle(BUNDLE, locale));
        command.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        command.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        command.setParameterExceptionHandler(
                (e, _) -> {
                    err.println(e.getMessage());
                    err.println(say("launch.usage.see", "jieti audit --help"));
                    return BAD_INPUT;
                });
        command.setExecutionExceptionHandler(
                (e, _, _) -> {
                    if (e instanceof CannotStart reason) {
                        err.println(say(reason.key(), reason.values().toArray()));
                        return BAD_INPUT;
                    }
                    if (e instanceof SQLException || e instanceof DataAccessException) {
                        err.println(say("launch.audit.failed", String.valueOf(e.getMessage())));
                        return BAD_INPUT;
                    }
                    throw e;
                });
        int code = command.execute(rest.toArray(String[]::new));
        out.flush();
        return code;
    }

    /// What follows the word `serve`, wherever it stands.
    private static String[] withoutCommand(String[] arguments) {
        List<String> rest = new ArrayList<>(List.of(arguments));
        rest.remove("serve");
        return rest.toArray(String[]::new);
    }

    private int start(ServeOptions options) {
        SpringApplication application = new SpringApplication(Jieti.class);
        application.setDefaultProperties(options.properties());
        application.setLogStartupInfo(false);
        if (options.demo == null) {
            application.addListeners(new Announcement(this::say, out));
        }
        try {
            ConfigurableApplicationContext running = application.run();
            if (options.demo != null) {
                new DemoAnnouncement(this::say, out, options.demo).of(running);
            }
            if (options.train) {
                Rehearsal.of(running);
            }
            return 0;
        } catch (RuntimeException e) {
            return report(e, options);
        }
    }

    private int report(RuntimeException failure, ServeOptions options) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStart reason) {
                err.println(say(reason.key(), reason.values().toArray()));
                return reason.key().startsWith("launch.database.") ? BAD_INPUT : REFUSED;
            }
            if (cause instanceof PortInUseException port) {
                err.println(say("launch.port.used", String.valueOf(port.getPort())));
                return REFUSED;
            }
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LoggerFactory.getLogger(Main.class).error("Reference {}: no start", reference, failure);
        err.println(say("launch.bug", reference, options.log()));
        return BUG;
    }

    String say(String key, Object... values) {
        return new MessageFormat(ResourceBundle.getBundle(BUNDLE, locale).getString(key), locale)
                .format(values);
    }

    private static Locale language(String[] arguments, Map<String, String> environment) {
        String asked = null;
        for (int i = 0; i + 1 < arguments.length; i++) {
            if (arguments[i].equals("--lang")) {
                asked = arguments[i + 1];
            }
        }
        for (String argument : arguments) {
            if (argument.startsWith("--lang=")) {
                asked = argument.substring("--lang=".length());
            }
        }
        String spoken = asked != null ? asked : first(environment, "LC_ALL", "LC_MESSAGES", "LANG");
        return spoken != null && spoken.startsWith("en") ? Locale.ROOT : Locale.SIMPLIFIED_CHINESE;
    }

    private static @Nullable String first(Map<String, String> environment, String... names) {
        Map<String, String> set = new HashMap<>(environment);
        set.values().removeIf(String::isBlank);
        for (String name : names) {
            if (set.containsKey(name)) {
                return set.get(name);
            }
        }
        return null;
    }
}
