package org.jieti.cli.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jieti.cli.Session;
import org.jieti.cli.text.AssessmentTemplate;
import org.jieti.core.model.MaturityModel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Writes an empty assessment to fill in.
@Command(name = "new")
final class NewCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", paramLabel = "MODEL")
    private String model = "";

    @Mixin private final OutputOptions output = new OutputOptions();

    NewCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.use(session.catalog().modelNamed(model), this::write);
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
