package org.jieti.robustness.experiment;

import java.util.ArrayList;
import java.util.List;
import org.jieti.core.model.NodeId;
import org.jieti.core.population.Aggregation;
import org.jieti.core.population.IndexLanes;
import org.jieti.core.population.IndexModel;
import org.jieti.core.population.IndexNode;
import org.jieti.core.population.IndexScore;
import org.jieti.core.population.MemberResult;
import org.jieti.core.population.Normalisation;
import org.jieti.core.population.Population;
import org.jieti.core.population.PopulationScoring;
import org.jieti.core.uncertainty.Choices;
import org.jieti.core.uncertainty.Factor;
import org.jieti.core.uncertainty.Uncertainty;
import org.jieti.robustness.sampling.RunStream;
import org.jieti.robustness.sampling.WeightSampler;
import org.jspecify.annotations.Nullable;

/// A population scored by an index. A run gives to the last bit what [PopulationScoring] gives for
/// the weights, the aggregation and the normalisation that the run draws: the columns of every
/// normalisation on offer are made beforehand, since nothing else that is drawn touches them.
public final class IndexExperiment implements Experiment {
    private final IndexModel model;
    private final WeightSampler weights;
    private final Options<Aggregation> aggregations;
    private final Options<Normalisation> normalisations;

    /// `cells[normalisation][unit][leaf]`.
    private final double[][][] cells;

    /// `present[unit][leaf]`.
    private final boolean[][] present;

    private final List<Factor> factors = new ArrayList<>();
    private final List<NodeId> parts;

    /// `weightFactors[part]`, and last that of the weights between parts; −1 where they stand.
    private final int[] weightFactors;

    private final int aggregationFactor;
    private final int normalisationFactor;
    private final double span;

    private IndexExperiment(IndexModel model, Population population, Uncertainty uncertainty) {
        this.model = model;
        this.weights = WeightSampler.of(model, uncertainty.weights());
        Choices choices = uncertainty.choices();
        this.aggregations = Options.of("aggregation", null, choices.aggregations());
        this.normalisations = Options.of("normalisation", null, choices.normalisations());
        int units = population.members().size();
        int leaves = model.root().leaves().size();
        this.cells = new double[normalisations.size()][units][leaves];
        this.present = new boolean[units][leaves];
        for (int i = 0; i < cells.length; i++) {
            fill(cells[i], normalisations.value(i), population);
        }
        this.span = widest();
        this.parts = model.root().parts().stream().map(IndexNode::id).toList();
        this.weightFactors = new int[parts.size() + 1];
        weightFactors[parts.size()] = weights.draws(null) ? add(new Factor.DomainWeights()) : -1;
        for (int part = 0; part < parts.size(); part++) {
            NodeId id = parts.get(part);
            weightFactors[part] = weights.draws(id) ? add(new Factor.WeightsWithin(id)) : -1;
        }
        this.aggregationFactor = aggregations.areOpen() ? add(new Factor.AggregationChoice()) : -1;
        this.normalisationFactor =
                normalisations.areOpen() ? add(new Factor.NormalisationChoice()) : -1;
    }

    private int add(Factor factor) {
        factors.add(factor);
        return factors.size() - 1;
    }

    private void fill(
            double[][] into, @Nullable Normalisation normalisation, Population population) {
        IndexModel with = normalisation == null ? model : model.with(normalisation);
        List<MemberResult> results = PopulationScoring.score(with, population).members();
        for (int unit = 0; unit < results.size(); unit++) {
            IndexScore.Tier derivation = results.get(unit).derivation();
            if (derivation != null) {
                read(derivation, into[unit], present[unit], 0);
            }
        }
    }

    /// Reads leaves in the order of the model.
    ///
    /// @return how many are read so far
    private static int read(IndexScore.Tier tier, double[] into, boolean[] there, int next) {
        int leaf = next;
        for (IndexScore part : tier.parts()) {
            switch (part) {
                case IndexScore.Tier inner -> leaf = read(inner, into, there, leaf);
                case IndexScore.Reading reading -> {
                    Double value = reading.value();
                    there[leaf] = value != null;
                    into[leaf] = value == null ? 0 : value;
                    leaf++;
                }
            }
        }
        return leaf;
    }

    private double widest() {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (double[][] each : cells) {
            for (int unit = 0; unit < each.length; unit++) {
                for (int leaf = 0; leaf < each[unit].length; leaf++) {
                    if (present[unit][leaf]) {
                        least = Math.min(least, each[unit][leaf]);
                        greatest = Math.max(greatest, each[unit][leaf]);
                    }
                }
            }
        }
        return greatest > least ? greatest - least : 1;
    }

    /// Prepares a population for running.
    ///
    /// @param population such as [PopulationScoring#check] finds nothing wrong with
    /// @param uncertainty such as [org.jieti.core.uncertainty.IndexUncertaintyRules] finds nothing
    ///     wrong with
    public static IndexExperiment of(
            IndexModel model, Population population, Uncertainty uncertainty) {
        return new IndexExperiment(model, population, uncertainty);
    }

    @Override
    public List<Factor> factors() {
        return List.copyOf(factors);
    }

    @Override
    public int unitCount() {
        return present.length;
    }

    @Override
    public int partCount() {
        return parts.size();
    }

    @Override
    public int levelCount() {
        return model.bands().size();
    }

    @Override
    public double span() {
        return span;
    }

    @Override
    public Worker worker(int width) {
        return new IndexWorker(width);
    }

    /// The arrays of one thread.
    private final class IndexWorker implements Worker {
        private final RunStream random = new RunStream();
        private final WeightSampler sampler = weights.another();
        private final double[][] drawn;
        private final int[] aggregation;
        private final int[] normalisation;
        private final double[][] leaves;
        private final IndexLanes lanes;
        private int count;

        IndexWorker(int width) {
            this.drawn = new double[weights.rowCount()][width];
            this.aggregation = new int[width];
            this.normalisation = new int[width];
            this.leaves = new double[model.root().leaves().size()][width];
            this.lanes = IndexLanes.of(model, width);
        }

        @Override
        public void draw(Draws draws) {
            count = draws.count();
            for (int lane = 0; lane < count; lane++) {
                int at = lane;
                sampler.draw(
                        random, draws.seed(), part -> run(draws, factor(part), at), drawn, lane);
                aggregation[lane] =
                        aggregations.draw(
                                random, draws.seed(), run(draws, aggregationFactor, lane));
                normalisation[lane] =
                        normalisations.draw(
                                random, draws.seed(), run(draws, normalisationFactor, lane));
            }
        }

        private static long run(Draws draws, int factor, int lane) {
            return factor < 0 ? Draws.POINT : draws.run(factor, lane);
        }

        private int factor(@Nullable NodeId part) {
            return weightFactors[part == null ? parts.size() : parts.indexOf(part)];
        }

        @Override
        public void run(int unit, Outcomes into) {
            for (int leaf = 0; leaf < leaves.length; leaf++) {
                for (int lane = 0; lane < count; lane++) {
                    leaves[leaf][lane] = cells[normalisation[lane]][unit][leaf];
                }
            }
            lanes.score(
                    drawn,
                    leaves,
                    present[unit],
                    lane -> aggregations.value(aggregation[lane]),
                    count);
            for (int part = 0; part < parts.size(); part++) {
                into.part(part, lanes.isScored(part, present[unit]), false);
                for (int lane = 0; lane < count && into.isScored(part); lane++) {
                    into.scores(part)[lane] = lanes.part(part, leaves, lane);
                }
            }
            into.whole(lanes.isScored(), lanes.isScored() && !model.bands().isEmpty());
            if (lanes.isScored()) {
                System.arraycopy(lanes.index(), 0, into.total(), 0, count);
                for (int lane = 0; lane < count && into.isGraded(); lane++) {
                    into.level()[lane] = lanes.band(lane);
                }
            }
        }
    }
}
