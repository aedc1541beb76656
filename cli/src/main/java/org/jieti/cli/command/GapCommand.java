package org.jieti.cli.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jieti.cli.ExitCode;
import org.jieti.cli.Session;
import org.jieti.cli.text.GapText;
import org.jieti.core.model.Domain;
import org.jieti.core.model.Level;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.NodeId;
import org.jieti.core.result.Gap;
import org.jieti.core.result.Result;
import org.jieti.core.result.TargetProfile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows what is missing to a target level or profile.
@Command(name = "gap")
final class GapCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(names = "--target", paramLabel = "LEVEL|PROFILE", required = true)
    private String target = "";

    @Mixin private final ScoringOptions scoring = new ScoringOptions();

    GapCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return scoring.score(session, file, this::gap);
    }

    private int gap(Result result) {
        if (result.model().grading() == null) {
            return session.refuse("refused.no-levels", result.model().id());
        }
        TargetProfile profile = profile(result.model());
        if (profile == null) {
            return session.badInput("gap.target", target);
        }
        session.out().print(GapText.render(session, Gap.analyse(result, profile)));
        return ExitCode.DONE;
    }

    /// A level for all domains, or `domain=level` separated by commas.
    private @Nullable TargetProfile profile(MaturityModel model) {
        Level everywhere = model.findLevel(target);
        if (everywhere != null) {
            return TargetProfile.uniform(model, everywhere.number());
        }
        Map<NodeId, Integer> levels = new LinkedHashMap<>();
        for (String part : target.split(",", -1)) {
            int equals = part.indexOf('=');
            String domain = equals < 0 ? "" : part.substring(0, equals).strip();
            Level level = model.findLevel(part.substring(equals + 1).strip());
            if (level == null
                    || !NodeId.isValid(domain)
                    || !(model.find(new NodeId(domain)) instanceof Domain)) {
                return null;
            }
            levels.put(new NodeId(domain), level.number());
        }
        return new TargetProfile(levels);
    }
}
