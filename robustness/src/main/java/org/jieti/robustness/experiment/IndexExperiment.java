package org.jieti.robustness.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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
import org.jieti.core.uncertainty.Factor;
import org.jieti.core.uncertainty.Uncertainty;
import org.jieti.robustness.linear.Kernel;
import org.jieti.robustness.linear.Panel;
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

    /// `cells[normalisation][leaf][unit]`.
    private final double[][][] cells;

    private final int units;

    /// `present[unit][leaf]`; null where every unit has every value.
    private final boolean @Nullable [][] present;

    private final List<Factor> factors = new ArrayList<>();
    private final List<NodeId> parts;

    /// `weightFactors[part]`, and last that of the weights between parts; −1 where they stand.
    private final int[] weightFactors;

    private final int aggregationFactor;
    private final int normalisationFactor;
    private final double span;

    private IndexExperiment(
            IndexModel model,
            Uncertainty uncertainty,
            Options<Normalisation> normalisations,
            double[][][] cells,
            int units,
            boolean @Nullable [][] present) {
        this.model = model;
        this.weights = WeightSampler.of(model, uncertainty.weights());
        this.aggregations = Options.of("aggregation", null, uncertainty.choices().aggregations());
        this.normalisations = normalisations;
        this.cells = cells;
        this.units = units;
        this.present = present;
        this.span = widest();
        this.parts = model.root().parts().stream().map(IndexNode::id).toList();
        this.weightFactors = new int[parts.size() + 1];
        weightFactors[parts.size()] =
                weights.draws(WeightSampler.BETWEEN_PARTS) ? add(new Factor.DomainWeights()) : -1;
        for (int part = 0; part < parts.size(); part++) {
            NodeId id = parts.get(part);
            weightFactors[part] = weights.draws(part) ? add(new Factor.WeightsWithin(id)) : -1;
        }
        this.aggregationFactor = aggregations.areOpen() ? add(new Factor.AggregationChoice()) : -1;
        this.normalisationFactor =
                normalisations.areOpen() ? add(new Factor.NormalisationChoice()) : -1;
    }

    private int add(Factor factor) {
        factors.add(factor);
        return factors.size() - 1;
    }

    private static void fill(
            IndexModel model, Population population, double[][] into, boolean[][] there) {
        List<MemberResult> results = PopulationScoring.score(model, population).members();
        for (int unit = 0; unit < results.size(); unit++) {
            IndexScore.Tier derivation = results.get(unit).derivation();
            if (derivation != null) {
                read(derivation, into, there[unit], unit, 0);
            }
        }
    }

    /// Reads leaves in the order of the model.
    ///
    /// @return how many are read so far
    private static int read(
            IndexScore.Tier tier, double[][] into, boolean[] there, int unit, int next) {
        int leaf = next;
        for (IndexScore part : tier.parts()) {
            switch (part) {
                case IndexScore.Tier inner -> leaf = read(inner, into, there, unit, leaf);
                case IndexScore.Reading reading -> {
                    Double value = reading.value();
                    there[leaf] = value != null;
                    into[leaf][unit] = value == null ? 0 : value;
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
            for (int leaf = 0; leaf < each.length; leaf++) {
                for (int unit = 0; unit < units; unit++) {
                    if (present == null || present[unit][leaf]) {
                        least = Math.min(least, each[leaf][unit]);
                        greatest = Math.max(greatest, each[leaf][unit]);
                    }
                }
            }
        }
        return greatest > least ? greatest - least : 1;
    }

    /// Prepares a population for running.
    ///
    /// @param population such as [PopulationScoring#check] finds nothing wrong with
    public static IndexExperiment of(
            IndexModel model, Population population, Uncertainty uncertainty) {
        Options<Normalisation> normalisations =
                Options.of("normalisation", null, uncertainty.choices().normalisations());
        int units = population.members().size();
        int leaves = model.root().leaves().size();
        double[][][] cells = new double[normalisations.size()][leaves][units];
        boolean[][] present = new boolean[units][leaves];
        for (int i = 0; i < cells.length; i++) {
            Normalisation normalisation = normalisations.value(i);
            fill(
                    normalisation == null ? model : model.with(normalisation),
                    population,
                    cells[i],
                    present);
        }
        return new IndexExperiment(model, uncertainty, normalisations, cells, units, present);
    }

    /// Prepares units whose values are all there and normalised already; for many of them.
    ///
    /// @param cells `[leaf][unit]`, not copied
    /// @param uncertainty draws no normalisation
    public static IndexExperiment ofColumns(
            IndexModel model, double[][] cells, Uncertainty uncertainty) {
        if (!uncertainty.choices().normalisations().isEmpty()) {
            throw new IllegalArgumentException("Columns that are normalised stay as they are.");
        }
        return new IndexExperiment(
                model,
                uncertainty,
                Options.of("normalisation", null, List.of()),
                new double[][][] {cells},
                cells[0].length,
                null);
    }

    @Override
    public List<Factor> factors() {
        return List.copyOf(factors);
    }

    @Override
    public int unitCount() {
        return units;
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
    public List<Panel> panels() {
        if (aggregations.areOpen()
                || normalisations.areOpen()
                || levelCount() > Kernel.MOST_LEVELS
                || !IndexPanel.fits(model)) {
            return List.of();
        }
        int[] complete = IntStream.range(0, units).filter(this::isComplete).toArray();
        int without = (int) IntStream.range(0, units).filter(unit -> !isAnyThere(unit)).count();
        return complete.length + without < units
                ? List.of()
                : List.of(new IndexPanel(model, cells[0], complete, weights.set()));
    }

    private boolean isComplete(int unit) {
        return present == null
                || IntStream.range(0, present[unit].length).allMatch(leaf -> present[unit][leaf]);
    }

    private boolean isAnyThere(int unit) {
        return present == null
                || IntStream.range(0, present[unit].length).anyMatch(leaf -> present[unit][leaf]);
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
        private final boolean[] all;
        private int count;

        IndexWorker(int width) {
            this.drawn = new double[weights.rowCount()][width];
            this.aggregation = new int[width];
            this.normalisation = new int[width];
            this.leaves = new double[model.root().leaves().size()][width];
            this.lanes = IndexLanes.of(model, width);
            this.all = new boolean[leaves.length];
            Arrays.fill(all, true);
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

        private int factor(int part) {
            return weightFactors[part == WeightSampler.BETWEEN_PARTS ? parts.size() : part];
        }

        @Override
        public double[][] weights() {
            return drawn;
        }

        @Override
        public void run(int unit, Outcomes into) {
            for (int leaf = 0; leaf < leaves.length; leaf++) {
                for (int lane = 0; lane < count; lane++) {
                    leaves[leaf][lane] = cells[normalisation[lane]][leaf][unit];
                }
            }
            boolean[] there = present == null ? all : present[unit];
            lanes.score(drawn, leaves, there, lane -> aggregations.value(aggregation[lane]), count);
            for (int part = 0; part < parts.size(); part++) {
                into.part(part, lanes.isScored(part, there), false);
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
