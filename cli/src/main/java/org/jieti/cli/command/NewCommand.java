package org.jieti.cli.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jieti.cli.Session;
import org.jieti.cli.text.AssessmentTemplate;
import org.jieti.core.model.MaturityModel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Writes an empty assessment to fill in.
final class NewCommand implements Command {
    private final Session session;

    private final PositionalParamSpec model = Arguments.positional(0, "MODEL", String.class);

    private final OutputOptions output = new OutputOptions();

    NewCommand(Session session) {
        this.session = session;
    }

    @Override
    public List<ArgSpec> arguments() {
        return List.of(model, output.out(), output.force());
    }

    @Override
    public Integer call() {
        return session.use(session.catalog().modelNamed(Arguments.text(model)), this::write);
    }

    private int write(MaturityModel of) {
        String yaml =
                AssessmentTemplate.render(
                        session,
                        of,
                        session.catalog().guidance(of.id()),
                        LocalDate.now(ZoneId.systemDefault()));
        @Nullable Path file = output.file();
        return session.deliver(yaml, file, output.overwriting());
    }
}
