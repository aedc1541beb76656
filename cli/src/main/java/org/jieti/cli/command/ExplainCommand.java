package org.jieti.cli.command;

import java.nio.file.Path;
import java.util.List;
import org.jieti.cli.ExitCode;
import org.jieti.cli.Session;
import org.jieti.cli.text.ExplainText;
import org.jieti.core.model.Guidance;
import org.jieti.core.model.NodeId;
import org.jieti.core.result.Result;
import org.jieti.core.scoring.BranchScore;
import org.jieti.core.scoring.CriterionScore;
import org.jieti.core.scoring.ScoreNode;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Explains one number down to its parts.
final class ExplainCommand implements Command {
    private final Session session;

    private final PositionalParamSpec file = Arguments.positional(0, "FILE", Path.class);

    private final PositionalParamSpec node = Arguments.positional(1, "NODE", String.class);

    private final ScoringOptions scoring = new ScoringOptions();

    ExplainCommand(Session session) {
        this.session = session;
    }

    @Override
    public List<ArgSpec> arguments() {
        return List.of(file, node, scoring.weights(), scoring.preset());
    }

    @Override
    public Integer call() {
        return scoring.score(session, Arguments.path(file), this::explain);
    }

    private int explain(Result result) {
        String asked = Arguments.text(node);
        ScoreNode found = NodeId.isValid(asked) ? result.tree().find(new NodeId(asked)) : null;
        if (found == null) {
            return session.badInput("node.unknown", asked, result.model().id());
        }
        Guidance guidance =
                switch (found) {
                    case BranchScore _ -> null;
                    case CriterionScore criterion ->
                            session.catalog().guidance(result.model().id()).get(criterion.id());
                };
        session.out().print(ExplainText.render(session, result, found, guidance));
        return ExitCode.DONE;
    }
}
