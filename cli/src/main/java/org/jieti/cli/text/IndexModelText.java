package org.jieti.cli.text;

import static org.jieti.cli.text.Table.Align.LEFT;
import static org.jieti.cli.text.Table.Align.RIGHT;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jieti.cli.Session;
import org.jieti.core.population.IndexBand;
import org.jieti.core.population.IndexModel;
import org.jieti.core.population.IndexNode;
import org.jieti.report.words.Numbers;
import org.jieti.report.words.PopulationWords;

/// An index model to read: its steps and rules, and its tree with weights and aggregation; or one
/// node of it.
public final class IndexModelText {
    private final Session session;
    private final IndexModel model;
    private final PopulationWords words;
    private final StringBuilder text = new StringBuilder();

    private IndexModelText(Session session, IndexModel model) {
        this.session = session;
        this.model = model;
        this.words = new PopulationWords(session.language(), model);
    }

    /// The whole model.
    public static String render(Session session, IndexModel model) {
        IndexModelText page = new IndexModelText(session, model);
        page.heading();
        page.rules();
        page.tree(model.root());
        page.line("@|faint " + page.words.text(model.disclaimer()) + "|@");
        return page.text.toString();
    }

    /// One node, with what lies beneath it.
    public static String render(Session session, IndexModel model, IndexNode node) {
        IndexModelText page = new IndexModelText(session, model);
        page.line("@|bold " + page.words.text(node.name()) + "|@  @|faint " + node.id() + "|@");
        page.line("  " + page.made(node));
        switch (node) {
            case IndexNode.Branch branch -> {
                page.line("");
                page.tree(branch);
            }
            case IndexNode.Leaf _ -> {}
        }
        return page.text.toString();
    }

    private void line(String line) {
        text.append(session.ansi().string(line)).append('\n');
    }

    private void heading() {
        line(
                "@|bold "
                        + words.text(model.name())
                        + "|@ "
                        + model.id()
                        + "  @|faint "
                        + session.say("index.kind")
                        + "|@");
        line(words.text(model.summary()));
        line("");
    }

    private void rules() {
        Table table = new Table(session.ansi(), LEFT, LEFT);
        List<String> steps = new ArrayList<>(model.steps().stream().map(words::step).toList());
        steps.add(words.aggregation(model.root().aggregation()));
        table.row(session.say("index.steps"), String.join(" → ", steps));
        table.row(session.say("index.missing"), words.missing(model.missing()));
        table.row(session.say("index.ranks"), words.rankBasis(model.rankBasis()));
        if (!model.bands().isEmpty()) {
            table.row(
                    session.say("index.bands"),
                    model.bands().stream()
                            .map(this::band)
                            .collect(Collectors.joining(words.separator())));
        }
        if (!model.groupings().isEmpty()) {
            table.row(
                    session.say("index.groupings"),
                    model.groupings().stream()
                            .map(
                                    grouping ->
                                            session.say(
                                                    "index.grouping",
                                                    words.text(grouping.name()),
                                                    grouping.column()))
                            .collect(Collectors.joining(words.separator())));
        }
        if (model.published() != null) {
            table.row(
                    session.say("index.published"),
                    session.say("index.published.column", model.published().column()));
        }
        text.append(table.render("")).append('\n');
    }

    private String band(IndexBand band) {
        String name = band.code() + " " + words.text(band.name());
        return band.from() == null
                ? name
                : session.say("index.band", name, Numbers.measured(band.from()));
    }

    private void tree(IndexNode.Branch root) {
        Table table = new Table(session.ansi(), LEFT, RIGHT, LEFT, LEFT);
        table.row(
                faint(session.say("index.column.node")),
                faint(session.say("index.column.share")),
                faint(session.say("index.column.made")),
                "");
        table.row(words.text(root.name()), "", made(root), faint(root.id().value()));
        parts(root, "  ", table);
        text.append(table.render("")).append('\n');
    }

    private void parts(IndexNode.Branch branch, String indent, Table table) {
        for (IndexNode part : branch.parts()) {
            table.row(
                    indent + words.text(part.name()),
                    Numbers.weight(branch.share(part)),
                    made(part),
                    faint(part.id().value()));
            switch (part) {
                case IndexNode.Branch beneath -> parts(beneath, indent + "  ", table);
                case IndexNode.Leaf _ -> {}
            }
        }
    }

    private static String faint(String text) {
        return "@|faint " + text + "|@";
    }

    /// How the value of a node comes about.
    private String made(IndexNode node) {
        List<String> facts = new ArrayList<>();
        switch (node) {
            case IndexNode.Branch branch -> {
                facts.add(words.aggregation(branch.aggregation()));
                if (branch.decimals() != null) {
                    facts.add(session.say("index.rounded", branch.decimals()));
                }
            }
            case IndexNode.Leaf leaf -> {
                facts.add(session.say("index.reads", leaf.column()));
                facts.add(words.direction(leaf.direction()));
                if (leaf.denominator() != null) {
                    facts.add(session.say("index.divided", leaf.denominator()));
                }
                if (leaf.target() != null) {
                    facts.add(session.say("index.target", Numbers.measured(leaf.target())));
                }
            }
        }
        return String.join(words.separator(), facts);
    }
}
