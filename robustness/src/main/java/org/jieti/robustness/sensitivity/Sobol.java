package org.jieti.robustness.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jieti.robustness.montecarlo.Watcher;
import org.jieti.robustness.sensitivity.Study.Outcome;
import org.jspecify.annotations.Nullable;

/// First-order and total Sobol indices, with joint bootstrap intervals.
///
/// A design of rows A and B of independent draws; `AB_i` is A with factor i taken from B. With V
/// the variance over A and B, and values measured from their mean:
///
///     S1_i = mean( B · (AB_i − A) ) / V          (Saltelli et al. 2010, table 2 (b))
///     ST_i = mean( (A − AB_i)² ) / 2 V           (Jansen 1999; Saltelli et al. 2010, table 2 (f))
///
/// The mean is that of the first block of rows: any constant will do, and one that is near keeps
/// the estimate of S1 steady.
///
/// Sources: A. Saltelli, P. Annoni, I. Azzini, F. Campolongo, M. Ratto and S. Tarantola, *Variance
/// based sensitivity analysis of model output*, Computer Physics Communications 181 (2010);
/// M. J. W. Jansen, *Analysis of variance designs for model output*, Computer Physics
/// Communications 117 (1999).
///
/// Rows are worked in blocks: first the values of all subjects, then the sums of each subject. Each
/// sum runs in the order of the rows, so that threads change nothing; rows that were worked before
/// a stop give what they would have given had no more been asked for.
public final class Sobol {
    /// How many rows a thread evaluates at a time.
    private static final int ROWS = 32;

    /// How many rows are in a block, unless the values would take too much room.
    private static final int BLOCK = 256;

    /// How many values a block may hold.
    private static final long ROOM = 1L << 25;

    private final Study study;
    private final SobolPlan plan;
    private final int threads;
    private final Watcher watcher;
    private final int block;
    private final Resamples resamples;

    /// `sums[subject * outcomes + outcome]`.
    private final Sums[] sums;

    /// `[resample]`: how many rows it holds.
    private final double[] sizes;

    private final AtomicLong done = new AtomicLong();

    private Sobol(Study study, SobolPlan plan, int threads, Watcher watcher) {
        this.study = study;
        this.plan = plan;
        this.threads = threads;
        this.watcher = watcher;
        this.block = block(study, plan);
        this.resamples = new Resamples(plan.seed(), plan.resamples(), plan.rows());
        this.sums = new Sums[study.subjectCount() * study.outcomes().size()];
        Arrays.setAll(sums, _ -> new Sums(study.factorCount(), resamples.stride()));
        this.sizes = new double[resamples.size()];
    }

    /// As many rows as have room, in whole pieces of what a thread evaluates.
    private static int block(Study study, SobolPlan plan) {
        long ofRow = (long) study.subjectCount() * study.valueCount() * Values.columns(study);
        long rows = Math.min(ROOM / Math.max(1, ofRow) / ROWS * ROWS, BLOCK);
        return (int) Math.min(Math.max(ROWS, rows), plan.rows());
    }

    /// Runs until the rows that were asked for are worked, or the watcher stops.
    ///
    /// @param threads at least 1; more change nothing but the time that it takes
    /// @param watcher told of rows
    /// @return null if it was stopped before [SobolPlan#LEAST_ROWS] rows were worked
    public static @Nullable SobolIndices run(
            Study study, SobolPlan plan, int threads, Watcher watcher) {
        return new Sobol(study, plan, threads, watcher).run();
    }

    private @Nullable SobolIndices run() {
        Values values = new Values(study, block);
        double[][] counts = new double[Sums.padded(resamples.groups(block))][resamples.stride()];
        int rows = 0;
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            while (rows < plan.rows() && !watcher.stops()) {
                int next = Math.min(block, plan.rows() - rows);
                if (!evaluate(executor, rows, next, values)) {
                    break;
                }
                resamples.fill(rows, next, counts);
                add(executor, rows, next, values, counts);
                resamples.addSizes(next, counts, sizes);
                rows += next;
            }
            return rows < SobolPlan.LEAST_ROWS ? null : indices(executor, rows);
        }
    }

    /// Evaluates a block.
    ///
    /// @return whether all of it is: false if the watcher stopped
    private boolean evaluate(ExecutorService executor, int first, int rows, Values values) {
        AtomicInteger next = new AtomicInteger();
        int pieces = (rows + ROWS - 1) / ROWS;
        return together(
                executor,
                pieces,
                () -> {
                    Study.Evaluator evaluator = study.evaluator(ROWS);
                    for (int piece = next.getAndIncrement();
                            piece < pieces;
                            piece = next.getAndIncrement()) {
                        if (watcher.stops()) {
                            return false;
                        }
                        int from = piece * ROWS;
                        int size = Math.min(ROWS, rows - from);
                        evaluator.evaluate(first + from, size, values, from);
                        watcher.at(done.addAndGet(size), plan.rows());
                    }
                    return true;
                });
    }

    private void add(
            ExecutorService executor, int before, int rows, Values values, double[][] counts) {
        AtomicInteger next = new AtomicInteger();
        together(
                executor,
                study.subjectCount(),
                () -> {
                    double[][] terms = Sums.terms(study.factorCount(), block);
                    double[][] columns = new double[Values.columns(study)][block];
                    for (int subject = next.getAndIncrement();
                            subject < study.subjectCount();
                            subject = next.getAndIncrement()) {
                        int outcomes = study.outcomes().size();
                        for (int outcome = 0; outcome < outcomes; outcome++) {
                            read(values, subject, study.outcomes().get(outcome), rows, columns);
                            sums[subject * outcomes + outcome].add(
                                    columns, rows, before, resamples.groupRows(), counts, terms);
                        }
                    }
                    return true;
                });
    }

    private static void read(
            Values values, int subject, Outcome outcome, int rows, double[][] columns) {
        Double atLeast = outcome.atLeast();
        for (int column = 0; column < columns.length; column++) {
            int at = values.at(subject, outcome.value(), column);
            double[] into = columns[column];
            if (atLeast == null) {
                System.arraycopy(values.array(), at, into, 0, rows);
            } else {
                double limit = atLeast;
                for (int row = 0; row < rows; row++) {
                    into[row] = values.array()[at + row] >= limit ? 1 : 0;
                }
            }
        }
    }

    /// Whether all threads came to their end.
    private boolean together(ExecutorService executor, int pieces, Callable<Boolean> work) {
        List<Future<Boolean>> parts = new ArrayList<>();
        for (int thread = 0; thread < Math.min(threads, pieces); thread++) {
            parts.add(executor.submit(work));
        }
        boolean all = true;
        for (Future<Boolean> part : parts) {
            all &= finished(part);
        }
        return all;
    }

    private static boolean finished(Future<Boolean> part) {
        try {
            return part.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private SobolIndices indices(ExecutorService executor, int rows) {
        int outcomes = study.outcomes().size();
        AtomicInteger next = new AtomicInteger();
        Indices[][] all = new Indices[study.subjectCount()][outcomes];
        together(
                executor,
                study.subjectCount(),
                () -> {
                    Estimates estimates = new Estimates(study.factorCount(), sizes);
                    for (int subject = next.getAndIncrement();
                            subject < all.length;
                            subject = next.getAndIncrement()) {
                        for (int outcome = 0; outcome < outcomes; outcome++) {
                            all[subject][outcome] =
                                    estimates.of(sums[subject * outcomes + outcome]);
                        }
                    }
                    return true;
                });
        return new SobolIndices(plan, rows, Arrays.stream(all).map(List::of).toList());
    }
}
