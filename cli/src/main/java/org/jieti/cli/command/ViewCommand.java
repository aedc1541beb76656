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
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Shows an assessment through another model.
final class ViewCommand implements Command {
    private final Session session;

    private final PositionalParamSpec file = Arguments.positional(0, "FILE", Path.class);

    private final OptionSpec as = Arguments.required("--as", "MODEL");

    private final ScoringOptions scoring = new ScoringOptions();
    private final OutputOptions output = new OutputOptions();

    ViewCommand(Session session) {
        this.session = session;
    }

    @Override
    public List<ArgSpec> arguments() {
        return List.of(file, as, scoring.weights(), scoring.preset(), output.out(), output.force());
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
                                                session.catalog().crosswalk(),
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
        session.out().print(ViewText.render(session, crosswalk, view));
        return output.file() == null ? ExitCode.DONE : write(view);
    }

    private int write(View view) {
        String yaml =
                AssessmentTemplate.continued(
                        session,
                        view.result().model(),
                        session.catalog().guidance(view.result().model().id()),
                        session.say(
                                "view.out", view.source().model().id(), view.result().model().id()),
                        ViewText.annotated(session, view));
        return session.deliver(yaml, output.file(), output.overwriting());
    }
}
