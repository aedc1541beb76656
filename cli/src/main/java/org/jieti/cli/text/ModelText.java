package org.jieti.cli.text;

import static org.jieti.cli.text.Table.Align.LEFT;
import static org.jieti.cli.text.Table.Align.RIGHT;

import java.util.List;
import java.util.Map;
import org.jieti.cli.Session;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.Domain;
import org.jieti.core.model.Effort;
import org.jieti.core.model.Grading;
import org.jieti.core.model.Guidance;
import org.jieti.core.model.Indicator;
import org.jieti.core.model.Level;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Node;
import org.jieti.core.model.NodeId;
import org.jieti.report.words.Numbers;
import org.jieti.report.words.Words;

/// A model to read: levels, domains and ladders; or one node of it in full.
public final class ModelText {
    private final Session session;
    private final MaturityModel model;
    private final Words words;
    private final StringBuilder text = new StringBuilder();

    private ModelText(Session session, MaturityModel model) {
        this.session = session;
        this.model = model;
        this.words = new Words(session.language(), model);
    }

    /// The whole model, down to its ladders.
    public static String render(Session session, MaturityModel model, List<String> weightSets) {
        ModelText page = new ModelText(session, model);
        page.model(weightSets);
        return page.text.toString();
    }

    /// One node, down to questions and anchors.
    public static String render(
            Session session, MaturityModel model, Node node, Map<NodeId, Guidance> guidance) {
        ModelText page = new ModelText(session, model);
        page.node(node, guidance, "");
        return page.text.toString();
    }

    private void line(String line) {
        text.append(session.styled(line)).append('\n');
    }

    private void model(List<String> weightSets) {
        line("@|bold " + words.text(model.name()) + "|@  " + model.id());
        String variant = words.variant();
        if (variant != null) {
            line("  @|bold " + variant + "|@");
            line("  " + Session.plain(String.valueOf(words.variation())));
        }
        line("  " + words.text(model.summary()));
        line("  @|faint " + words.text(model.disclaimer()) + "|@");
        line("");
        for (Level level : model.levels()) {
            line("  @|bold " + words.level(level.number()) + "|@  " + words.text(level.meaning()));
        }
        ratings();
        Grading grading = model.grading();
        if (grading != null) {
            line(
                    "  "
                            + session.say(
                                    "model.presets",
                                    String.join(
                                            words.say("list.separator"),
                                            grading.presets().stream()
                                                    .map(
                                                            preset ->
                                                                    preset.id()
                                                                            + " "
                                                                            + words.text(
                                                                                    preset.name()))
                                                    .toList())));
        }
        line("  " + session.say("model.weights", String.join(", ", weightSets)));
        line("  " + session.say("model.cap", Numbers.percent(model.notApplicableCap())));
        line("  " + session.say("model.efforts", efforts()));
        line("");
        for (Domain domain : model.domains()) {
            domain(domain);
        }
        line(session.say("model.counts", model.domains().size(), model.criteria().size()));
    }

    private void ratings() {
        line("");
        line(
                "  "
                        + session.say(
                                "model.ratings",
                                String.join(
                                        words.say("list.separator"),
                                        model.ratings().ratings().stream()
                                                .map(
                                                        rating ->
                                                                words.text(rating.name())
                                                                        + " "
                                                                        + rating.id()
                                                                        + " "
                                                                        + Numbers.fulfilment(
                                                                                rating
                                                                                        .fulfilment()))
                                                .toList())));
    }

    private String efforts() {
        StringBuilder efforts = new StringBuilder();
        for (Effort effort : Effort.values()) {
            Integer cost = model.effortCost().get(effort);
            if (cost != null) {
                efforts.append(efforts.isEmpty() ? "" : ", ")
                        .append(effort)
                        .append(" = ")
                        .append(cost);
            }
        }
        return efforts.toString();
    }

    private void domain(Domain domain) {
        String also =
                domain.alsoCalled() == null
                        ? ""
                        : session.say("model.also", words.text(domain.alsoCalled()));
        line("@|bold " + words.name(domain) + "|@ " + also + " @|faint " + domain.id() + "|@");
        line("  " + words.text(domain.covers()));
        Table table = new Table(session.ansi(), LEFT, LEFT, LEFT, RIGHT);
        for (Node child : domain.children()) {
            indicator((Indicator) child, "", table);
        }
        text.append(table.render("  ")).append('\n');
    }

    private void indicator(Indicator indicator, String indent, Table table) {
        table.row(
                indent + words.name(indicator),
                "@|faint " + indicator.id() + "|@",
                indicator.bearsCriteria() ? rungs(indicator) : "",
                indicator.bearsCriteria()
                        ? session.say("model.criteria", indicator.criteria().size())
                        : "");
        if (!indicator.bearsCriteria()) {
            for (Node child : indicator.children()) {
                indicator((Indicator) child, indent + "  ", table);
            }
        }
    }

    private String rungs(Indicator ladder) {
        return String.join(
                " ",
                ladder.criteria().stream()
                        .map(Criterion::level)
                        .distinct()
                        .sorted()
                        .map(words::code)
                        .toList());
    }

    private void node(Node node, Map<NodeId, Guidance> guidance, String indent) {
        line(indent + "@|bold " + words.name(node) + "|@  @|faint " + node.id() + "|@");
        switch (node) {
            case Domain domain -> {
                line(indent + "  " + words.text(domain.covers()));
                domain.statements().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .forEach(
                                statement ->
                                        line(
                                                indent
                                                        + "  "
                                                        + words.level(statement.getKey())
                                                        + "  "
                                                        + words.text(statement.getValue())));
            }
            case Indicator indicator -> {
                line(indent + "  " + words.text(indicator.asks()));
                if (indicator.start() != null) {
                    line(
                            indent
                                    + "  "
                                    + session.say(
                                            "explain.start", words.text(indicator.start().text())));
                }
            }
            case Criterion criterion -> criterion(criterion, guidance, indent + "  ");
        }
        for (Node child : node.children()) {
            line("");
            node(child, guidance, indent + "  ");
        }
    }

    private void criterion(Criterion criterion, Map<NodeId, Guidance> guidance, String indent) {
        text.append(CriterionText.facts(session, words, criterion, indent));
        Guidance beside = guidance.get(criterion.id());
        if (beside != null) {
            text.append(CriterionText.guidance(session, words, model.ratings(), beside, indent));
        }
    }
}
