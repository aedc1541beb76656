package org.jieti.cli.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jieti.catalog.Catalog;
import org.jieti.catalog.workbook.ModelFiles;
import org.jieti.catalog.workbook.ModelFolder;
import org.jieti.cli.ExitCode;
import org.jieti.cli.Session;
import org.jieti.cli.Session.Overwriting;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Reads a model back from a workbook into the files of a model's folder.
final class ModelImportCommand implements Command {
    private final Session session;

    private final PositionalParamSpec file = Arguments.positional(0, "WORKBOOK", Path.class);

    private final OutputOptions output = new OutputOptions();

    ModelImportCommand(Session session) {
        this.session = session;
    }

    @Override
    public List<ArgSpec> arguments() {
        return List.of(file, output.out(), output.force());
    }

    @Override
    public Integer call() {
        Path folder = output.file();
        if (folder == null) {
            return session.badInput("usage.missing", "--out DIR");
        }
        return session.use(Catalog.imported(Arguments.path(file)), model -> write(model, folder));
    }

    private int write(ModelFolder model, Path folder) {
        try {
            if (isTaken(folder) && output.overwriting() == Overwriting.REFUSED) {
                return session.refuse("refused.exists", folder);
            }
            for (Map.Entry<Path, String> each : ModelFiles.of(model).entrySet()) {
                Path written = folder.resolve(each.getKey());
                Files.createDirectories(written.toAbsolutePath().getParent());
                Files.writeString(written, each.getValue(), StandardCharsets.UTF_8);
            }
        } catch (IOException _) {
            return session.badInput("unwritable", folder);
        }
        session.out().println(session.say("written", folder));
        session.out().flush();
        return ExitCode.DONE;
    }

    private static boolean isTaken(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Files.exists(folder);
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isPresent();
        }
    }
}
