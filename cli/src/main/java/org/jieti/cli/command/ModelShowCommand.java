package org.jieti.cli.command;

import java.util.concurrent.Callable;
import org.jieti.cli.ExitCode;
import org.jieti.cli.Session;
import org.jieti.cli.text.ModelText;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Node;
import org.jieti.core.model.NodeId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Shows a model, or one node of it in full.
@Command(name = "show")
final class ModelShowCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", paramLabel = "MODEL")
    private String model = "";

    @Parameters(index = "1", paramLabel = "NODE", arity = "0..1")
    private @Nullable String node;

    ModelShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.use(session.catalog().modelNamed(model), this::show);
    }

    private int show(MaturityModel shown) {
        if (node == null) {
            session.out()
                    .print(
                            ModelText.render(
                                    session, shown, session.catalog().weightSets(shown.id())));
            return ExitCode.DONE;
        }
        Node found = NodeId.isValid(node) ? shown.find(new NodeId(node)) : null;
        if (found == null) {
            return session.badInput("node.unknown", node, shown.id());
        }
        session.out()
                .print(
                        ModelText.render(
                                session, shown, found, session.catalog().guidance(shown.id())));
        return ExitCode.DONE;
    }
}
