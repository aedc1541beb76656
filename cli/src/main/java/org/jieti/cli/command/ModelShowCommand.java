package org.jieti.cli.command;

import java.util.List;
import org.jieti.catalog.Catalog;
import org.jieti.cli.ExitCode;
import org.jieti.cli.Session;
import org.jieti.cli.text.IndexModelText;
import org.jieti.cli.text.ModelText;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.ModelEdition;
import org.jieti.core.model.Node;
import org.jieti.core.model.NodeId;
import org.jieti.core.population.IndexModel;
import org.jieti.core.population.IndexNode;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Shows a model, or one node of it in full.
final class ModelShowCommand implements Command {
    private final Session session;

    private final PositionalParamSpec model = Arguments.positional(0, "MODEL", String.class);
    private final PositionalParamSpec node = Arguments.optionalPositional(1, "NODE");

    ModelShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public List<ArgSpec> arguments() {
        return List.of(model, node);
    }

    @Override
    public Integer call() {
        Catalog catalog = session.catalog();
        String named = Arguments.text(model);
        return catalog.isIndexModel(named)
                ? session.use(catalog.indexModelNamed(named), this::show)
                : session.use(catalog.editionNamed(named), this::show);
    }

    private int show(IndexModel shown) {
        String asked = Arguments.optional(node, String.class);
        if (asked == null) {
            session.out().print(IndexModelText.render(session, shown));
            return ExitCode.DONE;
        }
        IndexNode found = NodeId.isValid(asked) ? shown.root().find(new NodeId(asked)) : null;
        if (found == null) {
            return session.badInput("node.unknown", asked, shown.id());
        }
        session.out().print(IndexModelText.render(session, shown, found));
        return ExitCode.DONE;
    }

    private int show(ModelEdition edition) {
        MaturityModel shown = edition.model();
        String asked = Arguments.optional(node, String.class);
        if (asked == null) {
            session.out()
                    .print(
                            ModelText.render(
                                    session, shown, session.catalog().weightSets(shown.id())));
            return ExitCode.DONE;
        }
        Node found = NodeId.isValid(asked) ? shown.find(new NodeId(asked)) : null;
        if (found == null) {
            return session.badInput("node.unknown", asked, shown.id());
        }
        session.out().print(ModelText.render(session, shown, found, edition.guidance()));
        return ExitCode.DONE;
    }
}
