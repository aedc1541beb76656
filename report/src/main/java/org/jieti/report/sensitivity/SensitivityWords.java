package org.jieti.report.sensitivity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jieti.core.model.Language;
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

/// What a sensitivity analysis says, in one language.
public final class SensitivityWords {
    static final String PAGE = "sensitivity";

    private static final String NONE = "–";

    private final SensitivityResult result;
    private final Words words;

    public SensitivityWords(SensitivityResult result, Language language) {
        this.result = result;
        this.words = new Words(language, result.model());
    }

    /// A phrase of the bundle, with its values put in.
    public String say(String key, Object... values) {
        return PageTemplate.say(PAGE, words.language(), key, values);
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
        facts.add(words.text(result.model().name()) + " " + result.model().id());
        facts.add(say("fact.weights", words.text(result.weights().name())));
        if (result.preset() != null) {
            facts.add(say("fact.preset", words.text(result.preset().name())));
        }
        return String.join(" · ", facts);
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
            parts.add(
                    say(
                            "varied.presets",
                            uncertainty.choices().presets().stream()
                                    .map(Choices.Option::value)
                                    .collect(Collectors.joining(words.say("list.names")))));
        }
        return say("varied", String.join(words.say("list.separator"), parts));
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
                : say(
                        "stopped",
                        result.indices().rows(),
                        result.indices().plan().rows());
    }

    public String factor(int factor) {
        return factor(result.factors().get(factor));
    }

    private String factor(Factor factor) {
        return switch (factor) {
            case Factor.DomainWeights _ -> say("factor.domain-weights");
            case Factor.WeightsWithin(var domain) -> say("factor.weights", words.name(domain));
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
            case Quantity.Total _ -> say("quantity.total");
            case Quantity.Level _ -> say("quantity.level");
            case Quantity.LevelAtLeast(int level) ->
                    say("quantity.at-least", words.level(level));
            case Quantity.PartLevel(int part) ->
                    say("quantity.part-level", words.name(result.model().domains().get(part)));
            case Quantity.PartScore(int part) ->
                    say("quantity.part-score", words.name(result.model().domains().get(part)));
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
                                Quantity.Level _,
                                Quantity.PartLevel _,
                                Quantity.PartScore _ ->
                                say(
                                        "spread",
                                        Numbers.decimals(defined.mean(), 2),
                                        deviation(defined));
                    };
        };
    }

    private String always(Quantity quantity, double value) {
        return switch (quantity) {
            case Quantity.LevelAtLeast _ -> say(value > 0.5 ? "always.reached" : "always.missed");
            case Quantity.Level _, Quantity.PartLevel _ ->
                    say("always", words.level((int) Math.round(value)));
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

    Words words() {
        return words;
    }
}
