package org.jieti.cli.command;

import java.nio.file.Path;
import java.util.List;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.workbook.ModelFolder;
import org.jieti.catalog.workbook.WorkbookWriter;
import org.jieti.cli.ExitCode;
import org.jieti.cli.Session;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Writes a model as a workbook.
final class ModelExportCommand implements Command {
    private final Session session;

    private final PositionalParamSpec model = Arguments.positional(0, "MODEL", String.class);
    private final OptionSpec xlsx = Arguments.flag("--xlsx");

    private final OutputOptions output = new OutputOptions();

    ModelExportCommand(Session session) {
        this.session = session;
    }

    @Override
    public List<ArgSpec> arguments() {
        return List.of(model, xlsx, output.out(), output.force());
    }

    @Override
    public Integer call() {
        Path file = output.file();
        if (!Arguments.isSet(xlsx) || file == null) {
            return session.badInput("usage.missing", "--xlsx --out FILE");
        }
        return session.use(
                session.catalog().folderNamed(Arguments.text(model)),
                folder -> write(folder, file));
    }

    private int write(ModelFolder folder, Path file) {
        Findings findings = new Findings();
        byte[] workbook = WorkbookWriter.write(folder, session.language(), findings);
        session.print(findings.sorted());
        if (workbook == null) {
            return ExitCode.BAD_INPUT;
        }
        return session.deliver(workbook, file, output.overwriting());
    }
}
