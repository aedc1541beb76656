package org.jieti.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jieti.catalog.Catalog;
import org.jieti.catalog.finding.Parsed;
import org.jieti.core.population.IndexLanes;
import org.jieti.core.population.IndexModel;
import org.jieti.core.population.IndexNode;
import org.jieti.core.population.Population;
import org.jieti.core.population.PopulationScoring;
import org.jieti.core.uncertainty.UncertainWeights;
import org.jieti.core.uncertainty.Uncertainty;
import org.jieti.core.uncertainty.WeightDistribution;
import org.jieti.robustness.experiment.IndexExperiment;
import org.jieti.robustness.montecarlo.MonteCarlo;
import org.jieti.robustness.montecarlo.Robustness;
import org.jieti.robustness.montecarlo.RunLimit;
import org.jieti.robustness.montecarlo.Simulation;
import org.jieti.robustness.montecarlo.Watcher;
import org.jieti.robustness.sampling.RunStream;
import org.jieti.robustness.sampling.WeightSampler;

/// The sample index ASEM, 51 countries × 49 indicators, in 1,000 runs with any weights, in two
/// ways: as `jieti robustness` does it, where what weights do not touch is made once; and with the
/// whole index built again from the raw table in each run, treatment, imputation and normalisation
/// included, on one thread.
///
/// Prints milliseconds: the first round, the best of both ways.
public final class MonteCarloAsem {
    private static final int RUNS = 1000;
    private static final int ROUNDS = 20;
    private static final Uncertainty ANY =
            Uncertainty.NONE.with(UncertainWeights.everywhere(new WeightDistribution.Any()));

    private MonteCarloAsem() {}

    /// Measures both ways.
    ///
    /// @param arguments the project's folder
    public static void main(String[] arguments) {
        Path home = Path.of(arguments[0]);
        Catalog catalog = new Catalog(home.resolve("models"));
        String file = home.resolve("samples/asem/index.yaml").toString();
        IndexModel model = ok(catalog.indexModelNamed(file));
        Population population = ok(catalog.population(home.resolve("samples/asem/raw.csv"), model));
        double first = 0;
        double best = Double.POSITIVE_INFINITY;
        double rebuilt = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            run(model, population);
            double millis = (System.nanoTime() - begin) / 1e6;
            first = round == 0 ? millis : first;
            best = Math.min(best, millis);
        }
        for (int round = 0; round < 3; round++) {
            long begin = System.nanoTime();
            rebuild(model, population);
            rebuilt = Math.min(rebuilt, (System.nanoTime() - begin) / 1e6);
        }
        System.out.printf(Locale.ROOT, "%.1f %.1f %.1f%n", first, best, rebuilt);
    }

    private static <T> T ok(Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Ok<T> ok -> ok.value();
            case Parsed.Invalid<T> invalid ->
                    throw new IllegalStateException(invalid.findings().toString());
        };
    }

    private static void run(IndexModel model, Population population) {
        MonteCarlo of = MonteCarlo.of(IndexExperiment.of(model, population, ANY), 1, RUNS);
        int threads = Runtime.getRuntime().availableProcessors();
        Robustness result = Simulation.run(of, new RunLimit.Runs(RUNS), threads, Watcher.NONE);
        for (int unit = 0; unit < population.members().size(); unit++) {
            if (result.ranks(unit) == null) {
                throw new IllegalStateException("Unit %d has no rank.".formatted(unit));
            }
        }
    }

    private static void rebuild(IndexModel model, Population population) {
        WeightSampler sampler = WeightSampler.of(model, ANY.weights());
        RunStream random = new RunStream();
        double[][] weights = new double[sampler.rowCount()][1];
        List<IndexNode> rows = IndexLanes.weighted(model);
        for (int run = 0; run < RUNS; run++) {
            long number = run;
            sampler.draw(random, 1, _ -> number, weights, 0);
            IndexModel drawn =
                    new IndexModel(
                            model.id(),
                            model.name(),
                            model.summary(),
                            model.disclaimer(),
                            weighing(model.root(), rows, weights),
                            model.steps(),
                            model.missing(),
                            model.decimals(),
                            model.bands(),
                            model.rankBasis(),
                            model.published(),
                            model.groupings());
            PopulationScoring.score(drawn, population);
        }
    }

    private static IndexNode.Branch weighing(
            IndexNode.Branch branch, List<IndexNode> rows, double[][] weights) {
        List<IndexNode> parts = new ArrayList<>();
        for (IndexNode part : branch.parts()) {
            double weight = weights[rows.indexOf(part)][0];
            parts.add(
                    switch (part) {
                        case IndexNode.Branch inner -> {
                            IndexNode.Branch changed = weighing(inner, rows, weights);
                            yield new IndexNode.Branch(
                                    changed.id(),
                                    changed.name(),
                                    weight,
                                    changed.aggregation(),
                                    changed.decimals(),
                                    changed.parts());
                        }
                        case IndexNode.Leaf leaf ->
                                new IndexNode.Leaf(
                                        leaf.id(),
                                        leaf.name(),
                                        weight,
                                        leaf.column(),
                                        leaf.direction(),
                                        leaf.denominator(),
                                        leaf.target());
                    });
        }
        return new IndexNode.Branch(
                branch.id(),
                branch.name(),
                branch.weight(),
                branch.aggregation(),
                branch.decimals(),
                parts);
    }
}
