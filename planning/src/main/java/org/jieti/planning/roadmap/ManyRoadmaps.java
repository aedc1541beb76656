package org.jieti.planning.roadmap;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jieti.robustness.montecarlo.Watcher;

/// Roadmaps of many units, such as all of a nation, planned side by side. Each is the same as if it
/// were planned alone.
public final class ManyRoadmaps {
    private ManyRoadmaps() {}

    /// What was planned.
    ///
    /// @param roadmaps in the order of the requests, as far as they were done
    /// @param complete whether none was left out
    public record Planned(List<Roadmap> roadmaps, boolean complete) {
        public Planned {
            roadmaps = List.copyOf(roadmaps);
        }
    }

    /// Plans all, or as many as are done when the watcher stops.
    ///
    /// @param requests small values: each is planned by one thread
    public static Planned plan(List<RoadmapRequest> requests, int threads, Watcher watcher) {
        AtomicReferenceArray<Roadmap> done = new AtomicReferenceArray<>(requests.size());
        AtomicInteger next = new AtomicInteger();
        AtomicInteger count = new AtomicInteger();
        List<Future<?>> workers = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (int thread = 0; thread < threads; thread++) {
                workers.add(
                        pool.submit(
                                () -> {
                                    int at = next.getAndIncrement();
                                    while (at < requests.size() && !watcher.stops()) {
                                        done.set(at, Planner.plan(requests.get(at)));
                                        count.incrementAndGet();
                                        at = next.getAndIncrement();
                                    }
                                }));
            }
            watch(workers, count, requests.size(), watcher);
        }
        List<Roadmap> roadmaps = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            Roadmap roadmap = done.get(i);
            if (roadmap != null) {
                roadmaps.add(roadmap);
            }
        }
        return new Planned(roadmaps, roadmaps.size() == requests.size());
    }

    private static void watch(
            List<Future<?>> workers, AtomicInteger count, int of, Watcher watcher) {
        for (Future<?> worker : workers) {
            boolean ended = false;
            while (!ended) {
                watcher.at(count.get(), of);
                ended = ends(worker);
            }
        }
        watcher.at(count.get(), of);
    }

    /// Waits a moment for a worker.
    private static boolean ends(Future<?> worker) {
        try {
            worker.get(100, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Planning was interrupted.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A roadmap could not be planned.", e.getCause());
        }
    }
}
