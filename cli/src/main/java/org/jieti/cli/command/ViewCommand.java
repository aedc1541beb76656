package org.jieti.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jieti.catalog.finding.Parsed;
import org.jieti.cli.ExitCode;
import org.jieti.cli.Session;
import org.jieti.cli.text.AssessmentTemplate;
import org.jieti.cli.text.ViewText;
import org.jieti.core.crosswalk.Crosswalk;
import org.jieti.core.crosswalk.View;
import org.jieti.core.model.ModelId;
import org.jieti.core.result.Result;
import org.jieti.core.result.Scoring;
import org.jieti.core.result.ScoringInput;
import org.jieti.core.result.Yardstick;
import org.jieti.report.html.ThroughHtml;
import org.jieti.report.json.ViewJson;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Shows an assessment through another model.
final class ViewCommand implements Command {
    private final Session session;

    private final PositionalParamSpec file = Arguments.positional(0, "FILE", Path.class);

    private final OptionSpec as = Arguments.required("--as", "MODEL");

    private final OptionSpec format = Arguments.option("--format", "text|json|html", Format.class);

    private final ScoringOptions scoring = new ScoringOptions();
    private final OutputOptions output = new OutputOptions();

    private final OptionSpec answers = Arguments.option("--answers", "FILE", Path.class);

    /// The forms in which a view comes out, named as on the command line.
    enum Format {
        text,
        json,
        html
    }

    ViewCommand(Session session) {
        this.session = session;
    }

    @Override
    public List<ArgSpec> arguments() {
        return List.of(
                file,
                as,
                format,
                scoring.weights(),
                scoring.preset(),
                answers,
                output.out(),
                output.force());
    }

    /// Weights and preset are those of the other model: what carries over depends on neither.
    @Override
    public Integer call() {
        Parsed<ScoringInput> input =
                session.catalog().scoringInput(Arguments.path(file), null, null);
        return session.use(
                input,
                sound ->
                        session.use(
                                session.catalog()
                                        .yardstick(
                                                Arguments.text(as),
                                                Arguments.optional(scoring.weights(), String.class),
                                                Arguments.optional(scoring.preset(), String.class)),
                                yardstick ->
                                        session.use(
                                                session.catalog()
                                                        .crosswalk(
                                                                List.of(
                                                                        sound.model(),
                                                                        yardstick.model())),
                                                crosswalk -> view(sound, yardstick, crosswalk))));
    }

    private int view(ScoringInput input, Yardstick yardstick, Crosswalk crosswalk) {
        ModelId from = input.model().id();
        ModelId to = yardstick.model().id();
        if (from.equals(to)) {
            return session.refuse("refused.same-model", to);
        }
        if (!crosswalk.compares(from, to)) {
            String compared =
                    crosswalk.models().stream()
                            .map(ModelId::toString)
                            .collect(Collectors.joining(", "));
            return session.refuse("refused.not-compared", from, to, compared);
        }
        Result source = Scoring.score(input);
        View view =
                View.of(
                        crosswalk,
                        source,
                        yardstick.model(),
                        yardstick.weights(),
                        yardstick.preset());
        int code = session.deliver(rendered(crosswalk, view), output.file(), output.overwriting());
        Path onward = Arguments.optional(answers, Path.class);
        return code != ExitCode.DONE || onward == null ? code : write(view, onward);
    }

    private String rendered(Crosswalk crosswalk, View view) {
        Format asked = Arguments.optional(format, Format.class);
        return switch (asked == null ? Format.text : asked) {
            case text -> ViewText.render(session, crosswalk, view);
            case json -> ViewJson.render(view, crosswalk);
            case html ->
                    new ThroughHtml()
                            .render(
                                    view,
                                    crosswalk,
                                    session.catalog().guidance(view.result().model().id()),
                                    session.language());
        };
    }

    private int write(View view, Path onward) {
        String yaml =
                AssessmentTemplate.continued(
                        session,
                        view.result().model(),
                        session.catalog().guidance(view.result().model().id()),
                        session.say(
                                "view.out", view.source().model().id(), view.result().model().id()),
                        ViewText.annotated(session, view));
        return session.deliver(yaml, onward, output.overwriting());
    }
}
