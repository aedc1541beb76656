package org.jieti.robustness.montecarlo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Runs a Monte Carlo on the threads of this machine. Chunks are begun in their order, and one that
/// is begun is finished: what is counted when it is stopped are the first runs, as if no more had
/// been asked for.
public final class Simulation {
    private final MonteCarlo of;
    private final RunLimit limit;
    private final int threads;
    private final Watcher watcher;
    private Tally tally;
    private final AtomicInteger nextChunk = new AtomicInteger();
    private final AtomicLong done = new AtomicLong();

    private Simulation(MonteCarlo of, RunLimit limit, int threads, Watcher watcher) {
        this.of = of;
        this.limit = limit;
        this.threads = threads;
        this.watcher = watcher;
        this.tally = of.tally();
    }

    /// Runs until the limit is reached or the watcher stops.
    ///
    /// @param threads at least 1; more change nothing but the time that it takes
    public static Robustness run(MonteCarlo of, RunLimit limit, int threads, Watcher watcher) {
        if (limit.most() > of.mostRuns()) {
            throw new IllegalArgumentException(
                    "%d runs are prepared for, but the limit is %d."
                            .formatted(of.mostRuns(), limit.most()));
        }
        return new Simulation(of, limit, threads, watcher).run();
    }

    private Robustness run() {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            boolean reached = false;
            while (!reached && !watcher.stops()) {
                long target = limit.next(tally.runs());
                work(executor, target);
                reached = tally.runs() == limit.most() || isSure();
            }
            return new Robustness(of, tally, limit, reached);
        }
    }

    private boolean isSure() {
        return switch (limit) {
            case RunLimit.Runs _ -> false;
            case RunLimit.StandardError error ->
                    tally.runs() >= MonteCarlo.LEAST_RUNS
                            && new Robustness(of, tally, limit, true).largestStandardError()
                                    <= error.standardError();
        };
    }

    private void work(ExecutorService executor, long target) {
        List<Future<Tally>> parts = new ArrayList<>();
        for (int thread = 0; thread < Math.min(threads, MonteCarlo.chunks(target)); thread++) {
            parts.add(executor.submit(() -> part(target)));
        }
        for (Future<Tally> part : parts) {
            take(finished(part));
        }
    }

    /// The first to be finished is taken as it is: a tally of many units is large.
    private void take(Tally part) {
        if (tally.runs() == 0) {
            tally = part;
        } else {
            tally.addAll(part);
        }
    }

    private Tally part(long target) {
        Work work = of.work();
        Tally part = of.tally();
        int chunks = MonteCarlo.chunks(target);
        while (!watcher.stops()) {
            int chunk = nextChunk.getAndUpdate(next -> Math.min(next + 1, chunks));
            if (chunk == chunks) {
                break;
            }
            int runs = (int) Math.min(MonteCarlo.CHUNK, target - (long) chunk * MonteCarlo.CHUNK);
            work.run(chunk, runs, part);
            watcher.at(done.addAndGet(runs), limit.most());
        }
        return part;
    }

    private static Tally finished(Future<Tally> part) {
        try {
            return part.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
