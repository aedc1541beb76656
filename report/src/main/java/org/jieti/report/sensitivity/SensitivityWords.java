package org.jieti.report.sensitivity;

import org.jieti.core.model.Language;
import org.jieti.core.uncertainty.Factor;
import org.jieti.report.html.PageTemplate;
import org.jieti.report.words.Numbers;
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
    private final BasisWords basis;

    public SensitivityWords(SensitivityResult result, Language language) {
        this.result = result;
        this.language = language;
        this.basis = new BasisWords(result.basis(), language);
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
        return basis.facts();
    }

    /// What was drawn, and how.
    public String varied() {
        return basis.varied(result.uncertainty());
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
            case Factor.WeightsWithin(var domain) -> say("factor.weights", basis.part(domain));
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
                    say(ofBasis("quantity.at-least"), basis.level(level));
            case Quantity.PartLevel(int part) -> say("quantity.part-level", basis.part(part));
            case Quantity.PartScore(int part) -> say("quantity.part-score", basis.part(part));
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
                    say("always", basis.level((int) Math.round(value)));
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
        return removal.element().name().in(language);
    }

    /// How far ranks move, or a dash.
    public String shift(LeaveOneOut.Removal removal) {
        return removal.shift() == null ? NONE : Numbers.decimals(removal.shift(), 2);
    }
}
