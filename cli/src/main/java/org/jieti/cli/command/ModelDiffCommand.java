package org.jieti.cli.command;

import java.util.List;
import org.jieti.catalog.Catalog;
import org.jieti.cli.Session;
import org.jieti.cli.text.ModelDiffText;
import org.jieti.core.model.ModelDiff;
import org.jieti.core.model.ModelEdition;
import org.jieti.report.json.ModelDiffJson;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Shows what one model says differently from another.
final class ModelDiffCommand implements Command {
    private final Session session;

    private final PositionalParamSpec before = Arguments.positional(0, "MODEL", String.class);
    private final PositionalParamSpec after = Arguments.positional(1, "OTHER", String.class);

    private final OptionSpec format = Arguments.option("--format", "text|json", Format.class);

    private final OutputOptions output = new OutputOptions();

    /// The forms in which a difference comes out, named as on the command line.
    enum Format {
        text,
        json
    }

    ModelDiffCommand(Session session) {
        this.session = session;
    }

    @Override
    public List<ArgSpec> arguments() {
        return List.of(before, after, format, output.out(), output.force());
    }

    @Override
    public Integer call() {
        Catalog catalog = session.catalog();
        return session.use(
                catalog.editionNamed(Arguments.text(before)),
                old ->
                        session.use(
                                catalog.editionNamed(Arguments.text(after)),
                                fresh -> deliver(old, fresh)));
    }

    private int deliver(ModelEdition old, ModelEdition fresh) {
        ModelDiff diff = ModelDiff.of(old, fresh);
        Format asked = Arguments.optional(format, Format.class);
        String text =
                switch (asked == null ? Format.text : asked) {
                    case text -> ModelDiffText.render(session, diff);
                    case json -> ModelDiffJson.render(diff);
                };
        return session.deliver(text, output.file(), output.overwriting());
    }
}
