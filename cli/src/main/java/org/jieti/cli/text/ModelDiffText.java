package org.jieti.cli.text;

import org.jieti.cli.Session;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.Guidance;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.ModelDiff;
import org.jieti.core.model.ModelEdition;
import org.jieti.core.model.Node;
import org.jieti.report.words.DiffWords;
import org.jieti.report.words.Words;

/// What one model says differently from another, to read: domain by domain, the old value above
/// the new.
public final class ModelDiffText {
    /// Values that together are longer than this stand on lines of their own, in cells of a
    /// terminal.
    private static final int ONE_LINE = 60;

    private final Session session;
    private final ModelDiff diff;
    private final DiffWords said;
    private final StringBuilder text = new StringBuilder();

    private ModelDiffText(Session session, ModelDiff diff) {
        this.session = session;
        this.diff = diff;
        this.said = new DiffWords(session.language(), diff);
    }

    public static String render(Session session, ModelDiff diff) {
        ModelDiffText page = new ModelDiffText(session, diff);
        page.page();
        return page.text.toString();
    }

    private void line(String line) {
        text.append(session.styled(line)).append('\n');
    }

    private void page() {
        line(session.say("compare.before", described(diff.before())));
        line(session.say("compare.after", described(diff.after())));
        if (diff.isEmpty()) {
            line(session.say("diff.same"));
            return;
        }
        line(session.say("diff.counts", diff.added(), diff.removed(), diff.changed()));
        for (ModelDiff.Section section : diff.sections()) {
            line("");
            line("@|bold " + title(section.part()) + "|@");
            section.changes().forEach(this::change);
        }
    }

    private String described(ModelEdition edition) {
        MaturityModel model = edition.model();
        String variant = words(edition).variant();
        return model.id()
                + "  "
                + model.name().in(session.language())
                + (variant == null ? "" : "  " + variant);
    }

    private Words words(ModelEdition edition) {
        return said.of(edition);
    }

    private String title(ModelDiff.Part part) {
        String title = Session.plain(said.title(part));
        return part instanceof ModelDiff.Part.OfDomain(var domain)
                ? title + "|@  @|faint " + domain.id()
                : title;
    }

    private void change(ModelDiff.Change change) {
        switch (change) {
            case ModelDiff.Change.Added(var item) -> whole("green", "+", item, diff.after());
            case ModelDiff.Change.Removed(var item) -> whole("red", "-", item, diff.before());
            case ModelDiff.Change.Changed(_, var item, var fields) -> {
                heading("yellow", "~", "  ", item);
                fields.forEach(this::field);
            }
        }
    }

    private void heading(String colour, String sign, String indent, ModelDiff.Item item) {
        line(
                "%s@|%s %s|@ %s %s  @|faint %s|@"
                        .formatted(
                                indent,
                                colour,
                                sign,
                                said.kind(item),
                                item.name().in(session.language()),
                                item.id()));
    }

    /// What came or went, with all that is beneath it; of criteria also what they ask.
    private void whole(String colour, String sign, ModelDiff.Item item, ModelEdition edition) {
        heading(colour, sign, "  ", item);
        if (item instanceof ModelDiff.Item.OfNode(var node)) {
            beneath(colour, sign, node, edition, "  ");
        }
    }

    private void beneath(
            String colour, String sign, Node node, ModelEdition edition, String indent) {
        if (node instanceof Criterion criterion) {
            text.append(CriterionText.facts(session, words(edition), criterion, indent + "    "));
            Guidance guidance = edition.guidance().get(criterion.id());
            if (guidance != null) {
                line(indent + "    " + guidance.question().in(session.language()));
            }
        }
        for (Node child : node.children()) {
            heading(colour, sign, indent + "  ", new ModelDiff.Item.OfNode(child));
            beneath(colour, sign, child, edition, indent + "  ");
        }
    }

    private void field(ModelDiff.FieldChange change) {
        DiffWords.Field field = said.field(change);
        String name = Session.plain(field.name());
        String before = Session.plain(field.before());
        String after = Session.plain(field.after());
        if (!field.other().isEmpty()) {
            line("      " + session.say("diff.other", name, field.other()));
        } else if (Table.width(name) + Table.width(before) + Table.width(after) <= ONE_LINE) {
            line("      " + session.say("diff.value", name, before, after));
        } else {
            line("      " + name);
            line("        @|red -|@ " + before);
            line("        @|green +|@ " + after);
        }
    }
}
