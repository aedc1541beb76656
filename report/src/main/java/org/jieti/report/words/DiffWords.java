package org.jieti.report.words;

import java.util.Locale;
import java.util.stream.Collectors;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.CriterionKind;
import org.jieti.core.model.Domain;
import org.jieti.core.model.Effort;
import org.jieti.core.model.Fact;
import org.jieti.core.model.Indicator;
import org.jieti.core.model.Language;
import org.jieti.core.model.Limit;
import org.jieti.core.model.ModelDiff;
import org.jieti.core.model.ModelEdition;
import org.jieti.core.model.Rating;
import org.jieti.core.model.Scope;
import org.jieti.core.model.Standing;
import org.jspecify.annotations.Nullable;

/// What one model says differently from another, in one language.
public final class DiffWords {
    private static final String ABSENT = "–";

    private final Language language;
    private final ModelDiff diff;
    private final Words before;
    private final Words after;

    public DiffWords(Language language, ModelDiff diff) {
        this.language = language;
        this.diff = diff;
        this.before = new Words(language, diff.before().model());
        this.after = new Words(language, diff.after().model());
    }

    /// A field that differs.
    ///
    /// @param before a dash where it was absent
    /// @param after the same as `before` where a text differs in the other language only
    /// @param other before and after in the other language, where only that differs; else empty
    public record Field(String name, String before, String after, String other) {}

    /// The words of one of the two models.
    public Words of(ModelEdition edition) {
        return edition.model().id().equals(diff.before().model().id()) ? before : after;
    }

    /// What a part of a model is called.
    public String title(ModelDiff.Part part) {
        return switch (part) {
            case ModelDiff.Part.Whole _ -> after.say("diff.whole");
            case ModelDiff.Part.Measures _ -> after.say("diff.measures");
            case ModelDiff.Part.OfDomain(var domain) -> domain.name().in(language);
        };
    }

    /// What an item is, as in 二级指标.
    public String kind(ModelDiff.Item item) {
        return after.say(
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

    /// A field that differs, in words.
    public Field field(ModelDiff.FieldChange change) {
        String name = after.say("diff.field." + change.field().name(), of(change.field()));
        String was = shown(change.before(), before);
        String is = shown(change.after(), after);
        return new Field(name, was, is, was.equals(is) ? other(change) : "");
    }

    /// Which one of several: a rating by its name, anything else by its code.
    private String of(Fact.Field field) {
        Rating rating =
                field.name().equals("anchor")
                        ? diff.after().model().ratings().find(field.of())
                        : null;
        return rating == null ? field.of() : rating.name().in(language);
    }

    private String other(ModelDiff.FieldChange change) {
        Language other =
                switch (language) {
                    case ZH -> Language.EN;
                    case EN -> Language.ZH;
                };
        return text(change.before(), other) + " → " + text(change.after(), other);
    }

    private static String text(@Nullable Fact fact, Language language) {
        return fact instanceof Fact.Words(var text) ? text.in(language) : ABSENT;
    }

    private String shown(@Nullable Fact fact, Words words) {
        return switch (fact) {
            case null -> ABSENT;
            case Fact.Words(var text) -> text.in(language);
            case Fact.Figure(var value) -> Numbers.measured(value);
            case Fact.Code(var code) -> code;
            case Fact.Codes(var codes) -> String.join(", ", codes);
            case Fact.Term(var term) -> term(term, words);
            case Fact.So() -> words.say("diff.so");
            case Fact.Bound(var limit) -> side(limit);
            case Fact.Slope(var credit) ->
                    credit.stream()
                            .map(
                                    point ->
                                            Numbers.measured(point.at())
                                                    + " → "
                                                    + Numbers.measured(point.fulfilment()))
                            .collect(Collectors.joining(", "));
            case Fact.Cap(var level, var scope) -> words.say("diff.cap", words.scope(scope), level);
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

    private static String term(Enum<?> term, Words words) {
        return switch (term) {
            case CriterionKind kind -> words.kind(kind);
            case Standing standing -> words.standing(standing);
            case Effort effort -> words.effort(effort);
            case Scope scope -> words.scope(scope);
            default ->
                    words.say(
                            "diff.term."
                                    + term.getDeclaringClass()
                                            .getSimpleName()
                                            .toLowerCase(Locale.ROOT)
                                    + "."
                                    + term.name().toLowerCase(Locale.ROOT));
        };
    }
}
