package org.jieti.cli.command;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jieti.cli.ExitCode;
import org.jieti.cli.Session;
import org.jieti.cli.text.ExplainText;
import org.jieti.cli.text.IndexExplainText;
import org.jieti.core.model.Guidance;
import org.jieti.core.model.NodeId;
import org.jieti.core.population.IndexModel;
import org.jieti.core.population.IndexScore;
import org.jieti.core.population.Member;
import org.jieti.core.population.MemberResult;
import org.jieti.core.population.Population;
import org.jieti.core.population.PopulationResult;
import org.jieti.core.population.PopulationScoring;
import org.jieti.core.result.Result;
import org.jieti.core.scoring.BranchScore;
import org.jieti.core.scoring.CriterionScore;
import org.jieti.core.scoring.ScoreNode;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Explains one number down to its parts.
final class ExplainCommand implements Command {
    private static final int MOST_UNITS = 5;

    private final Session session;

    private final PositionalParamSpec file = Arguments.positional(0, "FILE", Path.class);

    private final PositionalParamSpec node = Arguments.positional(1, "NODE", String.class);

    private final OptionSpec model = Arguments.option("--model", "INDEX", String.class);

    private final ScoringOptions scoring = new ScoringOptions();

    ExplainCommand(Session session) {
        this.session = session;
    }

    @Override
    public List<ArgSpec> arguments() {
        return List.of(file, node, model, scoring.weights(), scoring.preset());
    }

    @Override
    public Integer call() {
        Path input = Arguments.path(file);
        String index = Arguments.optional(model, String.class);
        if (index != null) {
            return session.use(
                    session.catalog().indexModelNamed(index),
                    by ->
                            session.use(
                                    session.catalog().population(input, by),
                                    population -> explain(input, by, population)));
        }
        return input.toString().endsWith(".csv") || input.toString().endsWith(".ndjson")
                ? session.badInput("explain.table")
                : scoring.score(session, input, this::explain);
    }

    /// Explains `UNIT/NODE`, or `UNIT` for its index. A unit's id may hold slashes, a node's none.
    private int explain(Path input, IndexModel by, Population population) {
        PopulationResult result = PopulationScoring.score(by, population);
        String asked = Arguments.text(node);
        MemberResult whole = result.find(asked);
        int slash = asked.lastIndexOf('/');
        String unit = whole != null || slash < 0 ? asked : asked.substring(0, slash);
        String id =
                whole != null || slash < 0 ? by.root().id().value() : asked.substring(slash + 1);
        MemberResult member = result.find(unit);
        if (member == null) {
            return session.badInput("unit.unknown", unit, input, alike(unit, result));
        }
        if (!NodeId.isValid(id) || by.root().find(new NodeId(id)) == null) {
            return session.badInput("node.unknown", id, by.id());
        }
        List<IndexScore> path =
                member.derivation() == null ? List.of() : member.derivation().path(new NodeId(id));
        session.out().print(IndexExplainText.render(session, result, member, path));
        return ExitCode.DONE;
    }

    /// A few units of the population, those whose id or name holds the same letters first.
    private static String alike(String asked, PopulationResult result) {
        String wanted = asked.toLowerCase(Locale.ROOT);
        return result.members().stream()
                .map(MemberResult::member)
                .sorted(
                        Comparator.comparing(
                                member ->
                                        !(member.id() + " " + member.name())
                                                .toLowerCase(Locale.ROOT)
                                                .contains(wanted)))
                .limit(MOST_UNITS)
                .map(Member::id)
                .collect(Collectors.joining(", "));
    }

    private int explain(Result result) {
        String asked = Arguments.text(node);
        ScoreNode found = NodeId.isValid(asked) ? result.tree().find(new NodeId(asked)) : null;
        if (found == null) {
            return session.badInput("node.unknown", asked, result.model().id());
        }
        Guidance guidance =
                switch (found) {
                    case BranchScore _ -> null;
                    case CriterionScore criterion ->
                            session.catalog().guidance(result.model().id()).get(criterion.id());
                };
        session.out().print(ExplainText.render(session, result, found, guidance));
        return ExitCode.DONE;
    }
}
