package org.jieti.cli.command;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jieti.catalog.WeighingFile;
import org.jieti.catalog.WeighingRequest;
import org.jieti.catalog.format.WeightSetText;
import org.jieti.cli.ExitCode;
import org.jieti.cli.Session;
import org.jieti.cli.text.WeighText;
import org.jieti.core.elicitation.Method;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.WeightSet;
import org.jieti.report.weighing.WeighingHtml;
import org.jieti.report.weighing.WeighingView;
import org.jieti.weighting.Outcome;
import org.jieti.weighting.Weighing;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Makes a weight set of what experts state or data say.
final class WeighCommand implements Command {
    private final Session session;

    private final PositionalParamSpec method = Arguments.optionalPositional(0, "METHOD");
    private final PositionalParamSpec file = Arguments.optionalPositional(1, "STATEMENTS");

    private final OptionSpec model = Arguments.option("--model", "MODEL", String.class);
    private final OptionSpec id = Arguments.option("--id", "ID", String.class);
    private final OptionSpec base = Arguments.option("--base", "ID|FILE", String.class);
    private final OptionSpec randomIndex =
            Arguments.option("--random-index", "TABLE", String.class);
    private final OptionSpec pooling =
            Arguments.option("--pooling", "judgements|priorities|mean", Pooling.class);
    private final OptionSpec format = Arguments.option("--format", "text|json|html", Format.class);
    private final OptionSpec report = Arguments.option("--report", "FILE", Path.class);

    private final OutputOptions output = new OutputOptions();

    /// The forms in which the report comes out, named as on the command line.
    enum Format {
        text,
        json,
        html
    }

    /// How several experts become one, named as on the command line.
    enum Pooling {
        judgements,
        priorities,
        mean
    }

    WeighCommand(Session session) {
        this.session = session;
    }

    @Override
    public List<ArgSpec> arguments() {
        return List.of(
                method,
                file,
                model,
                id,
                base,
                randomIndex,
                pooling,
                format,
                report,
                output.out(),
                output.force());
    }

    @Override
    public Map<String, Command> commands() {
        Map<String, Command> commands = new LinkedHashMap<>();
        commands.put("template", new WeighTemplateCommand(session));
        return commands;
    }

    @Override
    public Integer call() {
        String named = Arguments.optional(method, String.class);
        String input = Arguments.optional(file, String.class);
        if (named == null || input == null) {
            return session.badInput("usage.missing", named == null ? "METHOD" : "STATEMENTS");
        }
        Method asked = Method.find(named);
        if (asked == null) {
            return unknown(session, named);
        }
        Pooling pooled = Arguments.optional(pooling, Pooling.class);
        WeighingRequest request =
                new WeighingRequest(
                        asked,
                        Arguments.optional(model, String.class),
                        Arguments.optional(id, String.class),
                        Arguments.optional(base, String.class),
                        Arguments.optional(randomIndex, String.class),
                        pooled == null ? null : pooled.name());
        return session.use(session.catalog().weighing(Path.of(input), request), this::weigh);
    }

    static int unknown(Session session, String method) {
        return session.badInput(
                "weigh.method",
                Session.plain(method),
                Arrays.stream(Method.values()).map(Method::id).collect(Collectors.joining(", ")));
    }

    private int weigh(WeighingFile weighing) {
        return switch (Weighing.of(weighing.elicitation())) {
            case Outcome.Refused refused -> {
                session.print(weighing.findings(refused.violations()));
                yield ExitCode.BAD_INPUT;
            }
            case Outcome.Weighed weighed -> deliver(weighed.set(), weighing.elicitation().model());
        };
    }

    private int deliver(WeightSet set, MaturityModel of) {
        Path out = output.file();
        if (out != null) {
            int code = session.deliver(WeightSetText.of(set, of), out, output.overwriting());
            if (code != ExitCode.DONE) {
                return code;
            }
        }
        return session.deliver(
                rendered(set, of), Arguments.optional(report, Path.class), output.overwriting());
    }

    private String rendered(WeightSet set, MaturityModel of) {
        Format asked = Arguments.optional(format, Format.class);
        return switch (asked == null ? Format.text : asked) {
            case text -> WeighText.render(session, WeighingView.of(set, of, session.language()));
            case json -> WeightSetText.json(set, of);
            case html ->
                    new WeighingHtml()
                            .render(
                                    WeighingView.of(set, of, session.language()),
                                    session.language());
        };
    }
}
