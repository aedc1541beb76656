package org.jieti.report.words;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jieti.core.model.Direction;
import org.jieti.core.model.Language;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Text;
import org.jieti.core.population.Aggregation;
import org.jieti.core.population.ColumnFacts;
import org.jieti.core.population.Imputation;
import org.jieti.core.population.IndexModel;
import org.jieti.core.population.IndexNode;
import org.jieti.core.population.Missing;
import org.jieti.core.population.Normalisation;
import org.jieti.core.population.Outcome;
import org.jieti.core.population.RankBasis;
import org.jieti.core.population.Remark;
import org.jieti.core.population.Reproduction;
import org.jieti.core.population.Step;

/// What the result of a population says, in one language.
public final class PopulationWords {
    private static final int MOST_UNITS = 5;

    private final Language language;
    private final IndexModel model;
    private final ResourceBundle bundle;

    public PopulationWords(Language language, IndexModel model) {
        this.language = language;
        this.model = model;
        this.bundle = Words.BUNDLE.in(language);
    }

    private String say(String key, Object... values) {
        return new MessageFormat(bundle.getString("population." + key), Words.locale(language))
                .format(Arrays.stream(values).map(String::valueOf).toArray());
    }

    public String text(Text text) {
        return text.in(language);
    }

    /// The name of a node; its id where the model has none such.
    public String name(NodeId id) {
        for (IndexNode.Branch branch : model.root().branches()) {
            if (branch.id().equals(id)) {
                return text(branch.name());
            }
        }
        for (IndexNode.Leaf leaf : model.root().leaves()) {
            if (leaf.id().equals(id)) {
                return text(leaf.name());
            }
        }
        return id.value();
    }

    /// An index value, with the decimals of the model.
    public String index(double value) {
        return Numbers.decimals(value, model.decimals());
    }

    /// Why a unit has no score.
    public String outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Scored scored -> index(scored.index());
            case Outcome.NotSurveyed _ -> say("not-surveyed");
            case Outcome.TooFewData few ->
                    say(
                            "too-few-data",
                            Numbers.percent(few.filled()),
                            Numbers.percent(few.least()));
            case Outcome.MissingData missing -> say("missing-data", names(missing.leaves()));
            case Outcome.Undefined undefined -> say("undefined", name(undefined.node()));
        };
    }

    private String names(List<NodeId> ids) {
        String listed =
                ids.stream()
                        .limit(MOST_UNITS)
                        .map(this::name)
                        .collect(Collectors.joining(say("names")));
        return ids.size() > MOST_UNITS ? say("and-more", listed, ids.size()) : listed;
    }

    private String units(List<String> units) {
        String listed = units.stream().limit(MOST_UNITS).collect(Collectors.joining(say("names")));
        return units.size() > MOST_UNITS ? say("and-more", listed, units.size()) : listed;
    }

    public String remark(Remark remark) {
        return switch (remark) {
            case Remark.EmptyGroup empty ->
                    empty.group().isEmpty()
                            ? say("no-group", name(empty.leaf()))
                            : say("empty-group", name(empty.leaf()), empty.group());
            case Remark.LogarithmTaken taken ->
                    say(
                            "logarithm-taken",
                            name(taken.leaf()),
                            Numbers.decimals(taken.before().skewness(), 2),
                            Numbers.decimals(taken.before().kurtosis(), 2),
                            Numbers.decimals(taken.after().skewness(), 2),
                            Numbers.decimals(taken.after().kurtosis(), 2));
            case Remark.OutliersRemain remain ->
                    say(
                            "outliers-remain",
                            name(remain.leaf()),
                            Numbers.decimals(remain.shape().skewness(), 2),
                            Numbers.decimals(remain.shape().kurtosis(), 2));
            case Remark.ConstantColumn constant -> say("constant-column", name(constant.leaf()));
            case Remark.ZeroDecides zero ->
                    say("zero-decides", name(zero.node()), units(zero.units()));
            case Remark.RankedOnComputed _ -> say("ranked-on-computed");
            case Remark.OnlyOneUnit _ -> say("only-one-unit");
        };
    }

    /// Whether the published index follows from its parts.
    public String reproduction(Reproduction reproduction) {
        String largest = String.format(Locale.ROOT, "%.1e", reproduction.largest());
        String tolerance = String.format(Locale.ROOT, "%.1e", reproduction.published().tolerance());
        return reproduction.holds()
                ? say("reproduced", reproduction.compared(), largest, tolerance)
                : say(
                        "not-reproduced",
                        reproduction.beyond().size(),
                        reproduction.compared(),
                        tolerance,
                        largest,
                        reproduction.at());
    }

    public String rankBasis(RankBasis basis) {
        return say("ranked." + lower(basis));
    }

    /// What a missing part does to what is above it.
    public String missing(Missing missing) {
        return say("missing." + lower(missing));
    }

    /// Which values of a column are better.
    public String direction(Direction direction) {
        return say("direction." + lower(direction));
    }

    /// What stands between several things.
    public String separator() {
        return say("separator");
    }

    public String aggregation(Aggregation aggregation) {
        return say("aggregation." + lower(aggregation));
    }

    /// What was done to a column's outliers; empty for nothing.
    public String treatment(ColumnFacts facts) {
        return switch (facts.treatment()) {
            case NONE -> "";
            case WINSORISED -> say("treatment.winsorised", facts.moved());
            case LOGARITHM -> say("treatment.logarithm");
        };
    }

    /// One step in a few words.
    public String step(Step step) {
        return switch (step) {
            case Step.Denominate _ -> say("step.denominate");
            case Step.Screen screen -> say("step.screen", Numbers.percent(screen.least()));
            case Step.Impute impute -> imputation(impute.by());
            case Step.Winsorise winsorise ->
                    say(
                            switch (winsorise.then()) {
                                case NOTHING -> "step.winsorise";
                                case LOGARITHM -> "step.winsorise-logarithm";
                            },
                            Numbers.measured(winsorise.skewness()),
                            Numbers.measured(winsorise.kurtosis()),
                            winsorise.mostPoints());
            case Step.Normalise normalise -> normalisation(normalise.by());
        };
    }

    /// What stands in for a missing cell.
    public String imputation(Imputation by) {
        return switch (by) {
            case Imputation.Mean _ -> say("step.mean");
            case Imputation.Median _ -> say("step.median");
            case Imputation.GroupMean in -> say("step.group-mean", in.grouping());
            case Imputation.GroupMedian in -> say("step.group-median", in.grouping());
        };
    }

    /// How the model normalises; empty where it does not.
    public String normalisation(IndexModel of) {
        for (Step step : of.steps()) {
            if (step instanceof Step.Normalise normalise) {
                return normalisation(normalise.by());
            }
        }
        return "";
    }

    private String normalisation(Normalisation by) {
        return switch (by) {
            case Normalisation.MinMax(double low, double high) ->
                    say("step.min-max", Numbers.measured(low), Numbers.measured(high));
            case Normalisation.ZScore(double mean, double deviation) ->
                    say("step.z-score", Numbers.measured(mean), Numbers.measured(deviation));
            case Normalisation.Rank _ -> say("step.rank");
            case Normalisation.Borda _ -> say("step.borda");
            case Normalisation.PercentileRank _ -> say("step.percentile-rank");
            case Normalisation.DistanceToTarget _ -> say("step.distance-to-target");
            case Normalisation.DistanceToMaximum _ -> say("step.distance-to-maximum");
            case Normalisation.FractionOfMaximum _ -> say("step.fraction-of-maximum");
        };
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
