package org.jieti.cli.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jieti.cli.ExitCode;
import org.jieti.cli.Session;
import org.jieti.cli.text.ExplainText;
import org.jieti.core.model.Guidance;
import org.jieti.core.model.NodeId;
import org.jieti.core.result.Result;
import org.jieti.core.scoring.BranchScore;
import org.jieti.core.scoring.CriterionScore;
import org.jieti.core.scoring.ScoreNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Explains one number down to its parts.
@Command(name = "explain")
final class ExplainCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", paramLabel = "FILE")
    private Path file = Path.of("");

    @Parameters(index = "1", paramLabel = "NODE")
    private String node = "";

    @Mixin private final ScoringOptions scoring = new ScoringOptions();

    ExplainCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return scoring.score(session, file, this::explain);
    }

    private int explain(Result result) {
        ScoreNode found = NodeId.isValid(node) ? result.tree().find(new NodeId(node)) : null;
        if (found == null) {
            return session.badInput("node.unknown", node, result.model().id());
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
