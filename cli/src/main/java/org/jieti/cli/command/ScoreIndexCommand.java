package org.jieti.cli.command;

import java.nio.file.Path;
import java.util.List;
import org.jieti.cli.Session;
import org.jieti.cli.text.PopulationText;
import org.jieti.core.population.IndexModel;
import org.jieti.core.population.Population;
import org.jieti.core.population.PopulationResult;
import org.jieti.core.population.PopulationScoring;
import org.jieti.report.json.PopulationJson;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Scores a whole population from a table.
final class ScoreIndexCommand implements Command {
    private final Session session;

    private final PositionalParamSpec file = Arguments.positional(0, "TABLE", Path.class);

    private final OptionSpec model = Arguments.required("--model", "INDEX");

    private final OptionSpec format = Arguments.option("--format", "text|json", Format.class);

    private final OutputOptions output = new OutputOptions();

    /// The forms in which the result comes out, named as on the command line.
    enum Format {
        text,
        json
    }

    ScoreIndexCommand(Session session) {
        this.session = session;
    }

    @Override
    public List<ArgSpec> arguments() {
        return List.of(file, model, format, output.out(), output.force());
    }

    @Override
    public Integer call() {
        return session.use(
                session.catalog().indexModelNamed(Arguments.text(model)),
                index ->
                        session.use(
                                session.catalog().population(Arguments.path(file), index),
                                population -> deliver(index, population)));
    }

    private int deliver(IndexModel index, Population population) {
        PopulationResult result = PopulationScoring.score(index, population);
        return session.deliver(rendered(result), output.file(), output.overwriting());
    }

    private String rendered(PopulationResult result) {
        Format asked = Arguments.optional(format, Format.class);
        return switch (asked == null ? Format.text : asked) {
            case text -> PopulationText.render(session, result);
            case json -> PopulationJson.render(result);
        };
    }
}
