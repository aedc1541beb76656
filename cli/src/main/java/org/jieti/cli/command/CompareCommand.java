package org.jieti.cli.command;

import java.nio.file.Path;
import java.util.List;
import org.jieti.cli.ExitCode;
import org.jieti.cli.Session;
import org.jieti.cli.text.CompareText;
import org.jieti.core.result.Comparison;
import org.jieti.core.result.Result;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Shows what moved between two assessments, and why.
final class CompareCommand implements Command {
    private final Session session;

    private final PositionalParamSpec before = Arguments.positional(0, "A", Path.class);
    private final PositionalParamSpec after = Arguments.positional(1, "B", Path.class);

    private final ScoringOptions scoring = new ScoringOptions();

    CompareCommand(Session session) {
        this.session = session;
    }

    @Override
    public List<ArgSpec> arguments() {
        return List.of(before, after, scoring.weights(), scoring.preset());
    }

    @Override
    public Integer call() {
        return scoring.score(
                session,
                Arguments.path(before),
                old -> scoring.score(session, Arguments.path(after), fresh -> compare(old, fresh)));
    }

    private int compare(Result old, Result fresh) {
        if (!old.model().id().equals(fresh.model().id())) {
            return session.refuse("refused.models", old.model().id(), fresh.model().id());
        }
        session.out().print(CompareText.render(session, Comparison.of(old, fresh)));
        return ExitCode.DONE;
    }
}
