package org.jieti.cli.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jieti.cli.ExitCode;
import org.jieti.cli.Session;
import org.jieti.cli.text.CompareText;
import org.jieti.core.result.Comparison;
import org.jieti.core.result.Result;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Shows what moved between two assessments, and why.
@Command(name = "compare")
final class CompareCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", paramLabel = "A")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "B")
    private Path after = Path.of("");

    @Mixin private final ScoringOptions scoring = new ScoringOptions();

    CompareCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return scoring.score(
                session,
                before,
                old -> scoring.score(session, after, fresh -> compare(old, fresh)));
    }

    private int compare(Result old, Result fresh) {
        if (!old.model().id().equals(fresh.model().id())) {
            return session.refuse("refused.models", old.model().id(), fresh.model().id());
        }
        session.out().print(CompareText.render(session, Comparison.of(old, fresh)));
        return ExitCode.DONE;
    }
}
