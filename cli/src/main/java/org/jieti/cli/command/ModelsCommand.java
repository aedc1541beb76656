package org.jieti.cli.command;

import java.util.List;
import org.jieti.catalog.Catalog;
import org.jieti.catalog.finding.Location;
import org.jieti.cli.ExitCode;
import org.jieti.cli.Session;
import org.jieti.cli.text.Table;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.ModelId;
import org.jieti.core.population.IndexModel;
import picocli.CommandLine.Model.ArgSpec;

/// Lists the models at hand.
final class ModelsCommand implements Command {
    private final Session session;

    ModelsCommand(Session session) {
        this.session = session;
    }

    @Override
    public List<ArgSpec> arguments() {
        return List.of();
    }

    @Override
    public Integer call() {
        Catalog catalog = session.catalog();
        List<ModelId> models = catalog.models();
        List<ModelId> indexModels = catalog.indexModels();
        if (models.isEmpty() && indexModels.isEmpty()) {
            return session.badInput("models.none", session.home().resolve("models"));
        }
        Table table =
                new Table(
                        session.ansi(),
                        Table.Align.LEFT,
                        Table.Align.LEFT,
                        Table.Align.RIGHT,
                        Table.Align.RIGHT);
        table.row(
                session.say("column.model"),
                session.say("column.name"),
                session.say("column.levels"),
                session.say("column.criteria"));
        int code = ExitCode.DONE;
        for (ModelId id : models) {
            int read =
                    session.use(
                            catalog.model(id, Location.whole(id.toString())),
                            model -> row(table, model));
            code = Math.max(code, read);
        }
        session.out().print(table.render(""));
        Table indexes =
                new Table(session.ansi(), Table.Align.LEFT, Table.Align.LEFT, Table.Align.RIGHT);
        indexes.row(
                session.say("column.index-model"),
                session.say("column.name"),
                session.say("column.parts"));
        for (ModelId id : indexModels) {
            int read =
                    session.use(
                            catalog.indexModelNamed(id.toString()), model -> row(indexes, model));
            code = Math.max(code, read);
        }
        session.out().println();
        session.out().print(indexes.render(""));
        return code;
    }

    private int row(Table table, MaturityModel model) {
        table.row(
                model.id().toString(),
                model.name().in(session.language()),
                model.levels().isEmpty() ? "–" : Integer.toString(model.levels().size()),
                Integer.toString(model.criteria().size()));
        return ExitCode.DONE;
    }

    private int row(Table table, IndexModel model) {
        table.row(
                model.id().toString(),
                model.name().in(session.language()),
                Integer.toString(model.root().leaves().size()));
        return ExitCode.DONE;
    }
}
