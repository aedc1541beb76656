package org.jieti.cli.command;

import java.nio.file.Path;
import java.util.List;
import org.jieti.cli.ExitCode;
import org.jieti.cli.Session;
import org.jieti.cli.text.GapText;
import org.jieti.core.model.Level;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.result.Gap;
import org.jieti.core.result.Result;
import org.jieti.core.result.TargetProfile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Shows what is missing to a target level or profile.
final class GapCommand implements Command {
    private final Session session;

    private final PositionalParamSpec file = Arguments.positional(0, "FILE", Path.class);

    private final OptionSpec target = Arguments.required("--target", "LEVEL|PROFILE");

    private final ScoringOptions scoring = new ScoringOptions();

    GapCommand(Session session) {
        this.session = session;
    }

    @Override
    public List<ArgSpec> arguments() {
        return List.of(file, target, scoring.weights(), scoring.preset());
    }

    @Override
    public Integer call() {
        return scoring.score(session, Arguments.path(file), this::gap);
    }

    private int gap(Result result) {
        if (result.model().grading() == null) {
            return session.refuse("refused.no-levels", result.model().id());
        }
        String asked = Arguments.text(target);
        TargetProfile profile = profile(asked, result.model());
        if (profile == null) {
            return session.badInput("gap.target", asked);
        }
        session.out().print(GapText.render(session, Gap.analyse(result, profile)));
        return ExitCode.DONE;
    }

    /// A level for all domains, or `domain=level` separated by commas.
    private static @Nullable TargetProfile profile(String target, MaturityModel model) {
        Level everywhere = model.findLevel(target);
        if (everywhere != null) {
            return TargetProfile.uniform(model, everywhere.number());
        }
        return Profiles.parse(target, model);
    }
}
