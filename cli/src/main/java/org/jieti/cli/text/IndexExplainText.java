package org.jieti.cli.text;

import static org.jieti.cli.text.Table.Align.LEFT;
import static org.jieti.cli.text.Table.Align.RIGHT;

import java.util.List;
import java.util.stream.Collectors;
import org.jieti.cli.Session;
import org.jieti.core.population.Cell;
import org.jieti.core.population.ColumnFacts;
import org.jieti.core.population.Effect;
import org.jieti.core.population.IndexScore;
import org.jieti.core.population.MemberResult;
import org.jieti.core.population.Outcome;
import org.jieti.core.population.PopulationResult;
import org.jieti.report.words.Numbers;
import org.jieti.report.words.PopulationWords;
import org.jspecify.annotations.Nullable;

/// One number of one unit of a population: from the cell of the table, step by step, to what it
/// does to the index; or from its parts.
public final class IndexExplainText {
    private final Session session;
    private final PopulationResult result;
    private final MemberResult member;
    private final PopulationWords words;
    private final StringBuilder text = new StringBuilder();

    private IndexExplainText(Session session, PopulationResult result, MemberResult member) {
        this.session = session;
        this.result = result;
        this.member = member;
        this.words = new PopulationWords(session.language(), result.model());
    }

    /// Renders the derivation.
    ///
    /// @param path from the index down to the node; empty for a unit that has no derivation
    public static String render(
            Session session, PopulationResult result, MemberResult member, List<IndexScore> path) {
        IndexExplainText page = new IndexExplainText(session, result, member);
        page.heading();
        if (!path.isEmpty()) {
            page.node(path);
        }
        return page.text.toString();
    }

    private void line(String line) {
        text.append(session.ansi().string(line)).append('\n');
    }

    private void heading() {
        String id = Session.plain(member.member().id());
        String name = Session.plain(member.member().name());
        line(
                "@|bold "
                        + name
                        + "|@"
                        + (name.equals(id) ? "" : "  @|faint " + id + "|@")
                        + "  "
                        + words.text(result.model().name())
                        + " "
                        + result.model().id());
        line(
                "  "
                        + switch (member.outcome()) {
                            case Outcome.Scored scored ->
                                    session.say(
                                            "index.explain.scored",
                                            words.index(scored.index()),
                                            scored.rank(),
                                            scored.band() == null
                                                    ? ""
                                                    : session.say(
                                                            "index.explain.band",
                                                            scored.band().code()
                                                                    + " "
                                                                    + words.text(
                                                                            scored.band().name())));
                            case Outcome.NotSurveyed _,
                                    Outcome.TooFewData _,
                                    Outcome.MissingData _,
                                    Outcome.Undefined _ ->
                                    words.outcome(member.outcome());
                        });
    }

    private void node(List<IndexScore> path) {
        IndexScore node = path.getLast();
        line("");
        line("@|bold " + words.text(node.node().name()) + "|@  @|faint " + node.node().id() + "|@");
        switch (node) {
            case IndexScore.Tier tier -> tier(tier);
            case IndexScore.Reading reading -> reading(reading);
        }
        if (path.size() > 1) {
            way(path);
        }
    }

    private void tier(IndexScore.Tier tier) {
        if (tier.value() != null && tier.rank() != null) {
            line(
                    "  "
                            + session.say(
                                    "index.explain.value",
                                    Numbers.significant(tier.value()),
                                    tier.rank()));
        }
        line(
                "  "
                        + session.say(
                                "index.explain.made",
                                words.aggregation(tier.node().aggregation())));
        boolean sum = tier.node().aggregation().isLinear();
        Table table =
                sum
                        ? new Table(session.ansi(), LEFT, RIGHT, LEFT, RIGHT, LEFT, RIGHT, LEFT)
                        : new Table(session.ansi(), LEFT, RIGHT, RIGHT, LEFT);
        for (IndexScore part : tier.parts()) {
            String name = words.text(part.node().name());
            String share = part.share() == null ? "–" : Numbers.weight(part.share());
            String id = "@|faint " + part.node().id() + "|@";
            if (sum) {
                table.row(name, share, "×", value(part.value()), "=", value(tier.added(part)), id);
            } else {
                table.row(name, share, value(part.value()), id);
            }
        }
        if (sum) {
            table.row(session.say("explain.sum"), "", "", "", "", value(tier.unrounded()), "");
        } else {
            table.row(
                    words.aggregation(tier.node().aggregation()), "", value(tier.unrounded()), "");
        }
        text.append(table.render("    "));
        if (tier.node().decimals() != null && tier.value() != null) {
            line(
                    "  "
                            + session.say(
                                    "index.explain.rounded",
                                    tier.node().decimals(),
                                    Numbers.decimals(tier.value(), tier.node().decimals())));
        }
    }

    private static String value(@Nullable Double value) {
        return value == null ? "–" : Numbers.significant(value);
    }

    private void reading(IndexScore.Reading reading) {
        Cell cell = reading.cell();
        Table table = new Table(session.ansi(), LEFT, RIGHT, LEFT);
        table.row(session.say("index.reads", reading.node().column()), value(cell.raw()), "");
        if (cell.denominated() != null) {
            table.row(
                    session.say("index.divided", String.valueOf(reading.node().denominator())),
                    value(cell.denominated()),
                    session.say("index.explain.by", value(cell.denominator())));
        }
        if (cell.imputed() != null) {
            Cell.Imputed imputed = cell.imputed();
            table.row(
                    words.imputation(imputed.by()),
                    value(imputed.value()),
                    imputed.group() == null
                            ? session.say("index.explain.from", imputed.from())
                            : session.say(
                                    "index.explain.from-group", imputed.group(), imputed.from()));
        }
        ColumnFacts column = result.column(reading.node());
        if (cell.treated() != null && column != null && !words.treatment(column).isEmpty()) {
            table.row(
                    session.say("index.explain.treated"),
                    value(cell.treated()),
                    session.say("index.explain.column", words.treatment(column)));
        }
        if (cell.normalised() != null) {
            table.row(
                    words.normalisation(result.model()),
                    value(cell.normalised()),
                    column == null
                            ? ""
                            : session.say(
                                    "index.explain.range",
                                    value(column.least()),
                                    value(column.greatest()),
                                    words.direction(reading.node().direction())));
        }
        table.row("@|bold " + session.say("index.explain.enters") + "|@", value(cell.value()), "");
        text.append(table.render("  "));
    }

    /// From the node up to the index: what share it has on the way, and what it does there.
    private void way(List<IndexScore> path) {
        line("");
        line(
                "  "
                        + session.say(
                                "index.explain.way",
                                path.reversed().stream()
                                        .limit(path.size() - 1L)
                                        .map(this::step)
                                        .collect(Collectors.joining(" → ")),
                                words.text(path.getFirst().node().name())));
        Effect effect = path.getLast().effect();
        line(
                "  "
                        + switch (effect) {
                            case null -> session.say("index.explain.no-effect");
                            case Effect.Contribution(double points) ->
                                    session.say(
                                            "index.explain.contribution",
                                            Numbers.significant(points));
                            case Effect.MarginalEffect(double perPoint) ->
                                    session.say(
                                            "index.explain.marginal",
                                            Numbers.significant(perPoint));
                        });
    }

    private String step(IndexScore node) {
        return session.say(
                "index.explain.share",
                words.text(node.node().name()),
                node.share() == null ? "–" : Numbers.weight(node.share()));
    }
}
