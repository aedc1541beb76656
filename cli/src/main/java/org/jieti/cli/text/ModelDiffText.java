package org.jieti.cli.text;

import java.util.Locale;
import java.util.stream.Collectors;
import org.jieti.cli.Session;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.CriterionKind;
import org.jieti.core.model.Domain;
import org.jieti.core.model.Effort;
import org.jieti.core.model.Fact;
import org.jieti.core.model.Guidance;
import org.jieti.core.model.Indicator;
import org.jieti.core.model.Limit;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.ModelDiff;
import org.jieti.core.model.ModelEdition;
import org.jieti.core.model.Node;
import org.jieti.core.model.Rating;
import org.jieti.core.model.Scope;
import org.jieti.core.model.Standing;
import org.jieti.report.words.Numbers;
import org.jieti.report.words.Words;
import org.jspecify.annotations.Nullable;

/// What one model says differently from another, to read: domain by domain, the old value above
/// the new.
public final class ModelDiffText {
    /// Values that together are longer than this stand on lines of their own, in cells of a
    /// terminal.
    private static final int ONE_LINE = 60;

    private final Session session;
    private final ModelDiff diff;
    private final StringBuilder text = new StringBuilder();

    private ModelDiffText(Session session, ModelDiff diff) {
        this.session = session;
        this.diff = diff;
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
        return new Words(session.language(), edition.model());
    }

    private String title(ModelDiff.Part part) {
        return switch (part) {
            case ModelDiff.Part.Whole _ -> session.say("diff.whole");
            case ModelDiff.Part.Measures _ -> session.say("diff.measures");
            case ModelDiff.Part.OfDomain(var domain) ->
                    domain.name().in(session.language()) + "|@  @|faint " + domain.id();
        };
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
                                kind(item),
                                item.name().in(session.language()),
                                item.id()));
    }

    private String kind(ModelDiff.Item item) {
        return session.say(
                switch (item) {
                    case ModelDiff.Item.OfModel _ -> "diff.item.model";
                    case ModelDiff.Item.OfLevel _ -> "diff.item.level";
                    case ModelDiff.Item.OfRating _ -> "diff.item.rating";
                    case ModelDiff.Item.OfPreset _ -> "diff.item.preset";
                    case ModelDiff.Item.OfMeasure _ -> "diff.item.measure";
                    case ModelDiff.Item.OfNode(Domain _) -> "diff.item.domain";
                    case ModelDiff.Item.OfNode(Indicator indicator) ->
                            indicator.bearsCriteria() ? "diff.item.ladder" : "diff.item.indicator";
                    case ModelDiff.Item.OfNode(Criterion _) -> "diff.item.criterion";
                });
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
        String name = session.say("diff.field." + change.field().name(), of(change.field()));
        String before = shown(change.before(), diff.before());
        String after = shown(change.after(), diff.after());
        if (before.equals(after)) {
            line("      " + session.say("diff.other", name, other(change)));
        } else if (Table.width(name) + Table.width(before) + Table.width(after) <= ONE_LINE) {
            line("      " + session.say("diff.value", name, before, after));
        } else {
            line("      " + name);
            line("        @|red -|@ " + before);
            line("        @|green +|@ " + after);
        }
    }

    /// Which one of several: a rating by its name, anything else by its code.
    private String of(Fact.Field field) {
        Rating rating =
                field.name().equals("anchor")
                        ? diff.after().model().ratings().find(field.of())
                        : null;
        return rating == null ? field.of() : rating.name().in(session.language());
    }

    /// The other language, where a text changed in that one only.
    private String other(ModelDiff.FieldChange change) {
        return switch (session.language()) {
            case ZH -> inEnglish(change.before()) + " → " + inEnglish(change.after());
            case EN -> inChinese(change.before()) + " → " + inChinese(change.after());
        };
    }

    private static String inEnglish(@Nullable Fact fact) {
        return fact instanceof Fact.Words(var text) ? text.en() : "–";
    }

    private static String inChinese(@Nullable Fact fact) {
        return fact instanceof Fact.Words(var text) ? text.zh() : "–";
    }

    private String shown(@Nullable Fact fact, ModelEdition edition) {
        return switch (fact) {
            case null -> "–";
            case Fact.Words(var words) -> words.in(session.language());
            case Fact.Figure(var value) -> Numbers.measured(value);
            case Fact.Code(var code) -> code;
            case Fact.Codes(var codes) -> String.join(", ", codes);
            case Fact.Term(var term) -> term(term, words(edition));
            case Fact.So() -> session.say("diff.so");
            case Fact.Bound(var limit) -> side(limit);
            case Fact.Slope(var credit) ->
                    credit.stream()
                            .map(
                                    point ->
                                            Numbers.measured(point.at())
                                                    + " → "
                                                    + Numbers.measured(point.fulfilment()))
                            .collect(Collectors.joining(", "));
            case Fact.Cap(var level, var scope) ->
                    session.say("diff.cap", words(edition).scope(scope), level);
        };
    }

    private static String side(Limit limit) {
        String sign =
                switch (limit.side()) {
                    case BELOW -> "<";
                    case ABOVE -> ">";
                    case AT_MOST -> "≤";
                    case AT_LEAST -> "≥";
                };
        return sign + " " + Numbers.measured(limit.value());
    }

    private String term(Enum<?> term, Words words) {
        return switch (term) {
            case CriterionKind kind -> words.kind(kind);
            case Standing standing -> words.standing(standing);
            case Effort effort -> words.effort(effort);
            case Scope scope -> words.scope(scope);
            default ->
                    session.say(
                            "diff.term."
                                    + term.getDeclaringClass()
                                            .getSimpleName()
                                            .toLowerCase(Locale.ROOT)
                                    + "."
                                    + term.name().toLowerCase(Locale.ROOT));
        };
    }
}
