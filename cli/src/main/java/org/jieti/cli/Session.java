package org.jieti.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;
import org.jieti.catalog.Catalog;
import org.jieti.catalog.finding.Finding;
import org.jieti.catalog.finding.Parsed;
import org.jieti.catalog.finding.Printable;
import org.jieti.core.model.Language;
import org.jieti.report.words.MessageBundle;
import org.jieti.report.words.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/// What every command works with: the models at hand, the reader's language, and where to write.
///
/// @param home the folder that holds `models` and `samples`
/// @param models further folders of models, which a body keeps for itself
public record Session(
        Path home,
        List<Path> models,
        Language language,
        PrintWriter out,
        PrintWriter err,
        Ansi ansi) {
    private static final MessageBundle BUNDLE =
            new MessageBundle(Session.class, "/org/jieti/cli/messages");

    public Session {
        models = List.copyOf(models);
    }

    /// A session with the shipped models only.
    public Session(Path home, Language language, PrintWriter out, PrintWriter err, Ansi ansi) {
        this(home, List.of(), language, out, err, ansi);
    }

    /// What a command does with a sound input.
    public interface Use<T> {
        int with(T value);
    }

    public Catalog catalog() {
        List<Path> folders = new ArrayList<>(List.of(home.resolve("models")));
        folders.addAll(models);
        return new Catalog(folders);
    }

    public static ResourceBundle bundle(Language language) {
        return BUNDLE.in(language);
    }

    /// A text whose picocli markup is carried out or, where nothing is coloured, taken out.
    public String styled(String markup) {
        return Styles.text(ansi, markup).toString();
    }

    /// A message of the command line, with its values put in as plain text.
    public String say(String key, Object... values) {
        return new MessageFormat(bundle(language).getString(key), Words.locale(language))
                .format(Arrays.stream(values).map(String::valueOf).map(Session::plain).toArray());
    }

    /// Text from outside, fit to be printed: without what moves the cursor of a terminal, and
    /// without what picocli takes for markup.
    public static String plain(String text) {
        return Printable.of(text).replace("@|", "@ |").replace("|@", "| @");
    }

    /// Uses what was read, or prints everything that is wrong with it.
    public <T> int use(Parsed<T> parsed, Use<T> use) {
        print(parsed.findings());
        return switch (parsed) {
            case Parsed.Ok<T> ok -> use.with(ok.value());
            case Parsed.Invalid<T> invalid ->
                    invalid.findings().stream()
                                    .filter(Finding::isError)
                                    .allMatch(f -> f.rule().equals(Catalog.POPULATION_ONLY))
                            ? ExitCode.REFUSED
                            : ExitCode.BAD_INPUT;
        };
    }

    /// Prints findings, one a line, errors before a count.
    public void print(List<Finding> findings) {
        findings.forEach(finding -> err.println(finding.line(language)));
        long errors = findings.stream().filter(Finding::isError).count();
        if (errors > 0) {
            err.println(say("findings.errors", errors));
        }
        err.flush();
    }

    /// Says why something sound is not done.
    public int refuse(String key, Object... values) {
        err.println(say(key, values));
        err.flush();
        return ExitCode.REFUSED;
    }

    /// Says what is wrong with an argument.
    public int badInput(String key, Object... values) {
        err.println(say(key, values));
        err.flush();
        return ExitCode.BAD_INPUT;
    }

    /// Prints text, or writes it to a file, which it never overwrites unasked.
    ///
    /// @param file null for the terminal
    public int deliver(String text, @Nullable Path file, Overwriting overwriting) {
        if (file == null) {
            out.print(text);
            out.flush();
            return ExitCode.DONE;
        }
        return deliver(text.getBytes(StandardCharsets.UTF_8), file, overwriting);
    }

    /// Writes bytes to a file, which it never overwrites unasked.
    public int deliver(byte[] bytes, Path file, Overwriting overwriting) {
        if (Files.exists(file) && overwriting == Overwriting.REFUSED) {
            return refuse("refused.exists", file);
        }
        try {
            Files.write(file, bytes);
            out.println(say("written", file));
            out.flush();
            return ExitCode.DONE;
        } catch (IOException _) {
            return badInput("unwritable", file);
        }
    }

    /// Whether an existing file may be replaced.
    public enum Overwriting {
        ALLOWED,
        REFUSED
    }
}
