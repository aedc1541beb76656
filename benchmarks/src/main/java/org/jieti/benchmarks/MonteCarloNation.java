package org.jieti.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jieti.core.uncertainty.UncertainWeights;
import org.jieti.core.uncertainty.Uncertainty;
import org.jieti.core.uncertainty.WeightDistribution;
import org.jieti.robustness.experiment.IndexExperiment;
import org.jieti.robustness.linear.Kernel;
import org.jieti.robustness.linear.PlainKernel;
import org.jieti.robustness.montecarlo.MonteCarlo;
import org.jieti.robustness.montecarlo.Robustness;
import org.jieti.robustness.montecarlo.RunLimit;
import org.jieti.robustness.montecarlo.Simulation;
import org.jieti.robustness.montecarlo.Watcher;
import org.jieti.robustness.ranking.RankShares;
import org.jieti.robustness.ranking.Share;

/// The national Monte Carlo: any weights at every node of [NationalIndex]; means of seven parts and
/// the total, five levels, and all ranks, of every unit. What `peers/robustness.cpp` and
/// `peers/robustness_numpy.py` do.
///
/// Prints the best of some rounds and the first of them in milliseconds, and the most memory that
/// the process held, in MB. Writes what came out, for the peers to be compared.
public final class MonteCarloNation {
    private static final int BANDS = 5;

    private MonteCarloNation() {}

    /// Runs so many rounds.
    ///
    /// @param arguments units, runs, threads, rounds, `best` or `plain` kernel, and the file to
    ///     write
    public static void main(String[] arguments) throws IOException {
        int units = Integer.parseInt(arguments[0]);
        int runs = Integer.parseInt(arguments[1]);
        int threads = Integer.parseInt(arguments[2]);
        int rounds = Integer.parseInt(arguments[3]);
        Kernel kernel =
                switch (arguments[4]) {
                    case "best" -> Kernel.best();
                    case "plain" -> new PlainKernel();
                    default -> throw new IllegalArgumentException(arguments[4]);
                };
        IndexExperiment experiment =
                IndexExperiment.ofColumns(
                        NationalIndex.model(),
                        NationalIndex.scores(units),
                        Uncertainty.NONE.with(
                                UncertainWeights.everywhere(new WeightDistribution.Any())));
        MonteCarlo of =
                MonteCarlo.of(experiment, 1, runs).detail(MonteCarlo.Detail.BRIEF).kernel(kernel);
        double first = 0;
        double best = Double.POSITIVE_INFINITY;
        List<String> lines = List.of();
        for (int round = 0; round < rounds; round++) {
            long begin = System.nanoTime();
            Robustness result = Simulation.run(of, new RunLimit.Runs(runs), threads, Watcher.NONE);
            double[] ranks = ranks(result, units);
            double millis = (System.nanoTime() - begin) / 1e6;
            first = round == 0 ? millis : first;
            best = Math.min(best, millis);
            if (round == rounds - 1) {
                lines = lines(result, units, ranks);
            }
        }
        Files.write(Path.of(arguments[5]), lines);
        System.out.printf(Locale.ROOT, "%.1f %.1f %.0f%n", best, first, peakMegabytes());
    }

    /// `[3 * unit …]`: mean, 5 % and 95 % of the rank, as the peers work them out in their time.
    private static double[] ranks(Robustness result, int units) {
        double[] ranks = new double[3 * units];
        for (int unit = 0; unit < units; unit++) {
            RankShares of = Objects.requireNonNull(result.rankShares(unit));
            ranks[3 * unit] = of.mean();
            ranks[3 * unit + 1] = of.low();
            ranks[3 * unit + 2] = of.high();
        }
        return ranks;
    }

    private static List<String> lines(Robustness result, int units, double[] ranks) {
        List<String> lines = new ArrayList<>();
        for (int unit = 0; unit < units; unit++) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < 3; i++) {
                line.append(ranks[3 * unit + i]).append(' ');
            }
            Robustness.Levels levels = Objects.requireNonNull(result.levels(unit));
            for (int band = 0; band < BANDS; band++) {
                Share share = levels.shares().get(band);
                line.append(share.value()).append(' ');
            }
            for (int part = 0; part < result.partCount(); part++) {
                line.append(Objects.requireNonNull(result.part(unit, part)).mean()).append(' ');
            }
            lines.add(line.toString().strip());
        }
        return lines;
    }

    /// The most memory that the process has held at once.
    static double peakMegabytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
            }
        }
        return Double.NaN;
    }
}
