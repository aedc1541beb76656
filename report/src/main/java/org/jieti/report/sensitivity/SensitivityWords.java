package org.jieti.report.sensitivity;

import java.util.ArrayList;
import java.util.List;
import org.jieti.core.model.Language;
import org.jieti.core.model.Level;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Preset;
import org.jieti.core.model.Text;
import org.jieti.core.uncertainty.Choices;
import org.jieti.core.uncertainty.EvidenceStrengths.Strength;
import org.jieti.core.uncertainty.Factor;
import org.jieti.core.uncertainty.Uncertainty;
import org.jieti.core.uncertainty.WeightDistribution;
import org.jieti.report.html.PageTemplate;
import org.jieti.report.words.Numbers;
import org.jieti.report.words.Words;
import org.jieti.robustness.sensitivity.Estimate;
import org.jieti.robustness.sensitivity.ExperimentStudy.Quantity;
import org.jieti.robustness.sensitivity.Indices;
import org.jieti.robustness.sensitivity.LeaveOneOut;

/// What a sensitivity analysis says, in one language.
public final class SensitivityWords {
    static final String PAGE = "sensitivity";

    private static final String NONE = "–";

    private final SensitivityResult result;
    private final Language language;

    public SensitivityWords(SensitivityResult result, Language language) {
        this.result = result;
        this.language = language;
    }

    /// A phrase of the bundle, with its values put in.
    public String say(String key, Object... values) {
        return PageTemplate.say(PAGE, language, key, values);
    }

    public String title() {
        return result.units().size() == 1
                ? say("title.one", unit(0))
                : say("title.many", result.units().size());
    }

    /// The name of a unit; its id where it has none.
    public String unit(int unit) {
        String name = result.units().get(unit).name();
        return name.isBlank() ? result.units().get(unit).id() : name;
    }

    public String facts() {
        List<String> facts = new ArrayList<>();
        switch (result.basis()) {
            case Basis.Assessed(var model, var weights, var preset) -> {
                facts.add(text(model.name()) + " " + model.id());
                facts.add(say("fact.weights", text(weights.name())));
                if (preset != null) {
                    facts.add(say("fact.preset", text(preset.name())));
                }
            }
            case Basis.Indexed(var model, _) -> facts.add(text(model.name()) + " " + model.id());
        }
        return String.join(" · ", facts);
    }

    private String text(Text text) {
        return text.in(language);
    }

    private String join(String key, List<String> parts) {
        return String.join(Words.say(language, key), parts);
    }

    private Text part(int part) {
        return switch (result.basis()) {
            case Basis.Assessed(var model, _, _) -> model.domains().get(part).name();
            case Basis.Indexed(var model, _) -> model.root().parts().get(part).name();
        };
    }

    private String domain(NodeId id) {
        return switch (result.basis()) {
            case Basis.Assessed(var model, _, _) ->
                    model.domains().stream()
                            .filter(domain -> domain.id().equals(id))
                            .map(domain -> text(domain.name()))
                            .findFirst()
                            .orElse(id.value());
            case Basis.Indexed(var model, _) ->
                    model.root().parts().stream()
                            .filter(node -> node.id().equals(id))
                            .map(node -> text(node.name()))
                            .findFirst()
                            .orElse(id.value());
        };
    }

    /// A level or band in full; bands are counted from the lowest.
    private String level(int number) {
        return switch (result.basis()) {
            case Basis.Assessed(var model, _, _) -> {
                Level level = model.level(number);
                yield level.code() + " " + text(level.name());
            }
            case Basis.Indexed(var model, _) ->
                    model.bands().get(model.bands().size() - number).code();
        };
    }

    /// What was drawn, and how.
    public String varied() {
        Uncertainty uncertainty = result.uncertainty();
        List<String> parts = new ArrayList<>();
        if (uncertainty.weights() != null && uncertainty.weights().elsewhere() != null) {
            parts.add(distribution(uncertainty.weights().elsewhere()));
        }
        if (uncertainty.evidence() != null) {
            for (Strength strength : uncertainty.evidence().strengths()) {
                if (!strength.isCertain()) {
                    parts.add(
                            say(
                                    "varied.ratings",
                                    Numbers.percent(strength.up()),
                                    Numbers.percent(strength.down()),
                                    Numbers.percent(strength.measure())));
                }
            }
        }
        if (uncertainty.missing() == Uncertainty.MissingAnswers.ANY_RATING) {
            parts.add(say("varied.missing"));
        }
        if (!uncertainty.choices().presets().isEmpty()) {
            parts.add(say("varied.presets", join("list.names", presets(uncertainty.choices()))));
        }
        if (!uncertainty.choices().aggregations().isEmpty()) {
            parts.add(say("varied.aggregations", uncertainty.choices().aggregations().size()));
        }
        if (!uncertainty.choices().normalisations().isEmpty()) {
            parts.add(say("varied.normalisations", uncertainty.choices().normalisations().size()));
        }
        return say("varied", join("list.separator", parts));
    }

    private List<String> presets(Choices choices) {
        return choices.presets().stream().map(this::preset).toList();
    }

    private String preset(Choices.Option<String> option) {
        if (result.basis() instanceof Basis.Assessed(var model, _, _) && model.grading() != null) {
            Preset preset = model.grading().find(option.value());
            return preset == null ? option.value() : text(preset.name());
        }
        return option.value();
    }

    private String distribution(WeightDistribution distribution) {
        return switch (distribution) {
            case WeightDistribution.Any _ -> say("varied.weights.any");
            case WeightDistribution.Around(double concentration) ->
                    say("varied.weights.around", Numbers.measured(concentration));
            case WeightDistribution.PlusMinus(double share) ->
                    say("varied.weights.share", Numbers.percent(share));
            case WeightDistribution.BetweenExperts _ -> say("varied.weights.experts");
            case WeightDistribution.Within _ -> say("varied.weights.within");
        };
    }

    /// How it was run.
    public String run() {
        return say(
                "run",
                result.indices().rows(),
                result.runs(),
                result.indices().plan().resamples(),
                result.indices().plan().seed());
    }

    /// That it was stopped early; empty where it was not.
    public String stopped() {
        return result.indices().isComplete()
                ? ""
                : say("stopped", result.indices().rows(), result.indices().plan().rows());
    }

    public String factor(int factor) {
        return factor(result.factors().get(factor));
    }

    private String factor(Factor factor) {
        return switch (factor) {
            case Factor.DomainWeights _ ->
                    say(
                            switch (result.basis()) {
                                case Basis.Assessed _ -> "factor.domain-weights";
                                case Basis.Indexed _ -> "factor.part-weights";
                            });
            case Factor.WeightsWithin(var domain) -> say("factor.weights", domain(domain));
            case Factor.Evidence(var strength) ->
                    strength.isEmpty()
                            ? say("factor.ratings")
                            : say("factor.ratings.strength", strength);
            case Factor.Missing _ -> say("factor.missing");
            case Factor.PresetChoice _ -> say("factor.preset");
            case Factor.AggregationChoice _ -> say("factor.aggregation");
            case Factor.NormalisationChoice _ -> say("factor.normalisation");
        };
    }

    public String quantity(Quantity quantity) {
        return switch (quantity) {
            case Quantity.Total _ -> say(ofBasis("quantity.total"));
            case Quantity.Rank _ -> say("quantity.rank");
            case Quantity.Level _ -> say(ofBasis("quantity.level"));
            case Quantity.LevelAtLeast(int level) ->
                    say(ofBasis("quantity.at-least"), level(level));
            case Quantity.PartLevel(int part) -> say("quantity.part-level", text(part(part)));
            case Quantity.PartScore(int part) -> say("quantity.part-score", text(part(part)));
        };
    }

    /// A key, or that of an index.
    private String ofBasis(String key) {
        return switch (result.basis()) {
            case Basis.Assessed _ -> key;
            case Basis.Indexed _ -> key + ".index";
        };
    }

    /// Mean and standard deviation of a quantity, or what it always is.
    public String spread(Quantity quantity, Indices indices) {
        return switch (indices) {
            case Indices.NoVariance(double value) -> always(quantity, value);
            case Indices.Defined defined ->
                    switch (quantity) {
                        case Quantity.LevelAtLeast _ ->
                                say("spread.share", Numbers.percent(defined.mean()));
                        case Quantity.Total _,
                                Quantity.Rank _,
                                Quantity.Level _,
                                Quantity.PartLevel _,
                                Quantity.PartScore _ ->
                                spread(defined);
                    };
        };
    }

    /// Mean and standard deviation.
    public String spread(Indices.Defined defined) {
        return say("spread", Numbers.decimals(defined.mean(), 2), deviation(defined));
    }

    /// Mean and standard deviation, in few characters.
    String shortSpread(Indices.Defined defined) {
        return say("spread.short", Numbers.decimals(defined.mean(), 2), deviation(defined));
    }

    private String always(Quantity quantity, double value) {
        return switch (quantity) {
            case Quantity.LevelAtLeast _ -> say(value > 0.5 ? "always.reached" : "always.missed");
            case Quantity.Level _, Quantity.PartLevel _ ->
                    say("always", level((int) Math.round(value)));
            case Quantity.Rank _ ->
                    value > 0 ? say("always", Numbers.decimals(value, 0)) : say("always.unranked");
            case Quantity.Total _, Quantity.PartScore _ -> say("always", Numbers.score(value));
        };
    }

    public String deviation(Indices.Defined defined) {
        return Numbers.decimals(Math.sqrt(defined.variance()), 2);
    }

    public String index(double value) {
        return Numbers.decimals(value, 2);
    }

    public String interval(Estimate estimate) {
        return estimate.interval() == null
                ? NONE
                : say(
                        "interval",
                        Numbers.decimals(estimate.interval().low(), 2),
                        Numbers.decimals(estimate.interval().high(), 2));
    }

    /// That an effect cannot be told from none; empty where it can.
    public String remark(Indices.Effect effect) {
        if (effect.total().isOverZero()) {
            return say("over-zero");
        }
        return effect.first().isOverZero() ? say("over-zero.first") : "";
    }

    /// What leaving out one element does.
    public String element(LeaveOneOut.Removal removal) {
        return text(removal.element().name());
    }

    /// How far ranks move, or a dash.
    public String shift(LeaveOneOut.Removal removal) {
        return removal.shift() == null ? NONE : Numbers.decimals(removal.shift(), 2);
    }
}
