package org.jieti.report.words;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jieti.core.assessment.Answer;
import org.jieti.core.crosswalk.LinkStanding;
import org.jieti.core.crosswalk.Open;
import org.jieti.core.grading.Attained;
import org.jieti.core.grading.GateVerdict;
import org.jieti.core.grading.Grade;
import org.jieti.core.grading.LevelLimit;
import org.jieti.core.grading.NextLevel;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.CriterionKind;
import org.jieti.core.model.Effort;
import org.jieti.core.model.Language;
import org.jieti.core.model.Level;
import org.jieti.core.model.Limit;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Node;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Preset;
import org.jieti.core.model.Scope;
import org.jieti.core.model.Standing;
import org.jieti.core.model.Text;
import org.jieti.core.model.Variation;
import org.jieti.core.model.WeightSet;
import org.jieti.core.scoring.AnswerState;
import org.jieti.core.scoring.Coverage;
import org.jieti.core.scoring.CriterionScore;
import org.jieti.core.scoring.Exclusion;
import org.jspecify.annotations.Nullable;

/// What a result says, in one language. Every face takes its words from here.
public final class Words {
    static final MessageBundle BUNDLE = new MessageBundle(Words.class, "/org/jieti/report/words");

    private final Language language;
    private final MaturityModel model;
    private final ResourceBundle bundle;

    public Words(Language language, MaturityModel model) {
        this.language = language;
        this.model = model;
        this.bundle = BUNDLE.in(language);
    }

    public static Locale locale(Language language) {
        return switch (language) {
            case ZH -> Locale.SIMPLIFIED_CHINESE;
            case EN -> Locale.ROOT;
        };
    }

    public Language language() {
        return language;
    }

    /// A phrase of the bundle, with its values put in.
    public String say(String key, Object... values) {
        return said(bundle, language, key, values);
    }

    /// A phrase that needs no model, with its values put in.
    public static String say(Language language, String key, Object... values) {
        return said(BUNDLE.in(language), language, key, values);
    }

    private static String said(
            ResourceBundle bundle, Language language, String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale(language))
                .format(Arrays.stream(values).map(String::valueOf).toArray());
    }

    public String text(Text text) {
        return text.in(language);
    }

    /// The name of any node.
    public String name(Node node) {
        return text(node.name());
    }

    public String name(NodeId id) {
        Node node = model.find(id);
        return node == null ? id.value() : name(node);
    }

    /// A level in full, as in `III 规模` or `III Scaled`.
    public String level(int number) {
        Level level = model.level(number);
        return level.code() + " " + text(level.name());
    }

    /// A level's code, as in `III`; a dash for 0.
    public String code(int number) {
        return number == 0 ? "–" : model.level(number).code();
    }

    /// That the model is a local variant, and of which; null where it is none.
    public @Nullable String variant() {
        return model.extended() == null ? null : say("model.variant", model.extended());
    }

    /// What a local variant changes in the model that it extends; null where it is none.
    public @Nullable String variation() {
        Variation variation = model.variation();
        if (variation == null) {
            return null;
        }
        List<String> parts = new ArrayList<>();
        for (Variation.Kind kind : Variation.Kind.values()) {
            List<String> at = variation.at(kind);
            if (!at.isEmpty()) {
                parts.add(say("variation." + lower(kind), String.join(say("list.names"), at)));
            }
        }
        return say("variation", variation.of(), String.join(say("list.separator"), parts));
    }

    public String state(AnswerState state) {
        return say("state." + lower(state));
    }

    /// What was answered: the rating's name, or the state of an answer that is missing.
    public String answer(CriterionScore criterion) {
        return switch (criterion.state()) {
            case RATED -> rated(criterion);
            case SETTLED, UNANSWERED, INSUFFICIENT, NOT_APPLICABLE -> state(criterion.state());
        };
    }

    /// What a criterion itself was answered, whatever a higher rung has settled.
    public String ownAnswer(CriterionScore criterion) {
        return switch (criterion.ownState()) {
            case RATED -> rated(criterion);
            case SETTLED, UNANSWERED, INSUFFICIENT, NOT_APPLICABLE -> state(criterion.ownState());
        };
    }

    private String rated(CriterionScore criterion) {
        return criterion.answer() instanceof Answer.Rated rated
                ? text(rated.rating().name())
                : say("state.measured");
    }

    public String kind(CriterionKind kind) {
        return say("kind." + lower(kind));
    }

    public String standing(Standing standing) {
        return say("standing." + lower(standing));
    }

    public String linkStanding(LinkStanding standing) {
        return say("link." + lower(standing));
    }

    /// Why nothing carried over to a criterion; empty where nothing is linked to it.
    public String reason(Open open) {
        return switch (open.reason()) {
            case NOT_LINKED -> "";
            case UNANSWERED_THERE, NOT_SHOWN, NOT_APPLICABLE_REFUSED ->
                    say("open." + lower(open.reason()));
            case MEASURE ->
                    open.criterion().reading() == null
                            ? ""
                            : say("open.measure", open.criterion().reading().measure());
        };
    }

    public String effort(Effort effort) {
        return say("effort." + lower(effort));
    }

    public String scope(Scope scope) {
        return say("scope." + lower(scope));
    }

    public String status(WeightSet.Status status) {
        return say("weights.status." + lower(status));
    }

    public String verdict(GateVerdict.Verdict verdict) {
        return say("verdict." + lower(verdict));
    }

    /// The kind of a gate, as in 一票否决.
    public String gate(GateVerdict.Kind kind) {
        return say("gate." + lower(kind));
    }

    /// One sentence for a gate: which criterion, its verdict, and what it caps.
    public String gate(GateVerdict gate) {
        return say(
                gate.isClosed() ? "gate.sentence" : "gate.passed",
                gate(gate.kind()),
                name(gate.criterion().criterion()),
                verdict(gate.verdict()),
                scope(gate.scope()),
                code(gate.cap()));
    }

    /// One phrase for a limit, by name.
    public String limit(LevelLimit limit) {
        String causes =
                limit.causes().stream()
                        .map(this::name)
                        .collect(Collectors.joining(say("list.names")));
        return say("limit." + lower(limit.rule()), causes, code(limit.cap()));
    }

    /// All limits of a level, each once; empty for none.
    public String limits(Attained attained) {
        return joined(attained.limits().stream().map(this::limit).distinct().toList());
    }

    /// How many domains are held below what the preset gives them.
    public String heldDomains(int count) {
        return say("held.domains", count);
    }

    /// One sentence on the level: what it is, and what holds it there.
    public String why(Grade grade) {
        Attained attained = grade.attained();
        if (attained == null) {
            return say("why.unanswered");
        }
        String held = limits(attained);
        if (!held.isEmpty()) {
            return say("why.limited", code(attained.beforeLimits()), held);
        }
        NextLevel next = grade.next();
        return next == null ? say("why.top") : say("why.next", missing(next));
    }

    /// What is missing to the next level, in one phrase.
    public String missing(NextLevel next) {
        return say("next.missing", code(next.level()), joined(obstacles(next)));
    }

    private String gateToOpen(GateVerdict gate) {
        return say(
                "next.gate",
                gate(gate.kind()),
                name(gate.criterion().criterion()),
                verdict(gate.verdict()));
    }

    /// How far one level falls short.
    public String shortfall(NextLevel.Shortfall shortfall) {
        return switch (shortfall.quantity()) {
            case SHARE ->
                    say(
                            "shortfall.share",
                            code(shortfall.level()),
                            Numbers.share(shortfall.have()),
                            Numbers.share(shortfall.need()));
            case SCORE ->
                    say(
                            "shortfall.score",
                            code(shortfall.level()),
                            Numbers.score(shortfall.have()),
                            Numbers.score(shortfall.need()));
            case CRITERIA ->
                    say(
                            "shortfall.criteria",
                            code(shortfall.level()),
                            (int) shortfall.have(),
                            (int) shortfall.need());
        };
    }

    /// The levels that completing the answers can lead to; empty when nothing is open.
    public String possible(Grade grade, Coverage coverage) {
        if (coverage.missing() == 0) {
            return "";
        }
        return grade.possible().lowest() == grade.possible().highest()
                ? say("possible.fixed", code(grade.possible().highest()), coverage.missing())
                : say("possible.up", code(grade.possible().highest()), coverage.missing());
    }

    /// Where a clause id stands in the source, as in `2.3 数据管理 II 第 1 项`.
    public String clause(String id) {
        List<String> parts = List.of(id.split("/", -1));
        String section =
                parts.getFirst().startsWith("F")
                        ? say("clause.figure", parts.getFirst().substring(1))
                        : parts.getFirst();
        int at = 1;
        while (at < parts.size() && !isDomain(parts.get(at))) {
            at++;
        }
        if (at == parts.size()) {
            return section + " " + parts.getLast();
        }
        String domain = name(new NodeId(parts.get(at)));
        List<String> place = parts.subList(at + 1, parts.size());
        return switch (place.size()) {
            case 0 -> section + " " + domain;
            case 1 -> say("clause.place", section, domain, place.getFirst());
            default ->
                    place.getFirst().equals("features")
                            ? say("clause.feature", section, domain, place.getLast())
                            : say(
                                    "clause.item",
                                    section,
                                    domain,
                                    place.getFirst(),
                                    place.getLast());
        };
    }

    private boolean isDomain(String id) {
        return model.domains().stream().anyMatch(domain -> domain.id().value().equals(id));
    }

    /// The level at which a figure of the source puts a criterion, where it differs from the
    /// criterion's own; null where it does not.
    public @Nullable String elsewhere(Criterion criterion) {
        for (String clause : criterion.source()) {
            String[] parts = clause.split("/", -1);
            if (parts.length == 4 && parts[0].startsWith("F")) {
                Level level = model.findLevel(parts[2]);
                if (level != null && level.number() != criterion.level()) {
                    return say("clause.elsewhere", parts[0].substring(1), level.code());
                }
            }
        }
        return null;
    }

    /// What holds a level where it is, in as few words as a table has room for.
    public String held(Grade grade) {
        Attained attained = grade.attained();
        if (attained == null) {
            return state(AnswerState.UNANSWERED);
        }
        if (!attained.limits().isEmpty()) {
            return limits(attained);
        }
        NextLevel next = grade.next();
        return next == null ? say("held.top") : joined(obstacles(next));
    }

    /// What stands between a unit and its next level: levels not reached, gates, limits.
    public List<String> obstacles(NextLevel next) {
        List<String> obstacles = new ArrayList<>();
        next.shortfalls().forEach(shortfall -> obstacles.add(shortfall(shortfall)));
        next.gates().stream().map(this::gateToOpen).distinct().forEach(obstacles::add);
        next.limits().stream().map(this::limit).distinct().forEach(obstacles::add);
        return obstacles;
    }

    /// What a closed gate does, as in 本领域等级至多 I.
    public String caps(GateVerdict gate) {
        return say("gate.caps", scope(gate.scope()), code(gate.cap()));
    }

    public String exclusion(Exclusion exclusion) {
        return say("exclusion." + lower(exclusion));
    }

    /// An effort class in a word, for a column.
    public String effortShort(Effort effort) {
        return say("effort.short." + lower(effort));
    }

    /// What a standing means for the reader.
    public String meaning(Standing standing) {
        return say("standing.meaning." + lower(standing));
    }

    /// The rule of a preset, in words.
    public String rule(Preset preset, double satisfied) {
        return switch (preset) {
            case Preset.Share share -> say("rule.share", Numbers.share(share.threshold()));
            case Preset.Staged _ -> say("rule.staged", Numbers.share(satisfied));
            case Preset.BandOfScore _ -> say("rule.band");
        };
    }

    /// How a weight set was made; the method as it is written where the bundle has no word for it.
    public String method(String method) {
        return sayOr("method." + method, method);
    }

    /// A measured value with its unit, as in `45 days`.
    public String measured(double value, String unit) {
        String shown = Numbers.measured(value);
        return bundle.containsKey("unit." + unit)
                ? say("unit." + unit, shown)
                : say("unit.other", shown, unit);
    }

    /// A unit as it stands behind a number; empty for a number without one.
    public String unit(String unit) {
        return (bundle.containsKey("unit." + unit) ? say("unit." + unit, "") : unit).strip();
    }

    /// A limit with its side, as in `below 1.5`.
    public String limit(Limit limit, String unit) {
        return say("side." + lower(limit.side()), measured(limit.value(), unit));
    }

    private String joined(List<String> parts) {
        return String.join(say("list.separator"), parts);
    }

    private String sayOr(String key, String otherwise) {
        return bundle.containsKey(key) ? say(key) : otherwise;
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
