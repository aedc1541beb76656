package org.jieti.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jieti.catalog.build.BuildModels;
import org.jieti.core.model.Language;
import org.jieti.testkit.Golden;
import picocli.CommandLine.Help.Ansi;

/// What a command line printed, and how it ended.
record Ran(int code, String out, String err) {
    static final Path SAMPLES = Golden.root().resolve("samples/dgimm");
    static final String STARTING = SAMPLES.resolve("starting-county.yaml").toString();
    static final String GROWING = SAMPLES.resolve("growing-city.yaml").toString();
    static final String LEADING = SAMPLES.resolve("leading-city.yaml").toString();

    /// An installation as it is built: reading its models takes a tenth of the time.
    private static final Path HOME = built(Path.of("target", "home"));

    private static Path built(Path home) {
        try {
            BuildModels.main(
                    new String[] {
                        Golden.root().resolve("models").toString(),
                        home.resolve("models").toString()
                    });
            Path samples = home.resolve("samples");
            Files.deleteIfExists(samples);
            Files.createSymbolicLink(samples, Golden.root().resolve("samples"));
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Ran in(Language language, String... arguments) {
        return with(HOME, language, Ansi.OFF, arguments);
    }

    static Ran in(Language language, Ansi ansi, String... arguments) {
        return with(HOME, language, ansi, arguments);
    }

    /// As from a terminal, where the language follows from the arguments and the environment.
    static Ran in(Map<String, String> environment, String... arguments) {
        return in(Main.language(arguments, environment), arguments);
    }

    static Ran with(Path home, Language language, Ansi ansi, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Session session =
                new Session(
                        home,
                        List.of(),
                        language,
                        new PrintWriter(out),
                        new PrintWriter(err),
                        ansi);
        int code = Main.run(session, arguments);
        return new Ran(code, out.toString(), err.toString());
    }
}
