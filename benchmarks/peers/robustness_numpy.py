#!/usr/bin/python3
"""The national Monte Carlo in numpy, in threads: what robustness.cpp does, with BLAS for the products and argsort.

robustness_numpy.py SCORES UNITS RUNS THREADS ROUNDS OUT: prints the best of the rounds in milliseconds and the most
memory held in MB, and writes what robustness.cpp writes. OPENBLAS_NUM_THREADS=1, since each thread has its own product.
"""
import resource
import sys
import threading
import time

import numpy as np

TIERS = [1, 7, 30, 70, 160]
CHUNK = 100
LEVELS = np.array([20.0, 40.0, 60.0, 80.0])

units, runs, threads, rounds = map(int, sys.argv[2:6])
scores = np.ascontiguousarray(np.fromfile(sys.argv[1]).reshape(units, TIERS[-1]).T)
children = [
    np.array([(i + 1) * below // here - i * below // here for i in range(here)]) for here, below in zip(TIERS, TIERS[1:])
]
starts = [np.concatenate(([0], np.cumsum(c)[:-1])) for c in children]
part_of = np.arange(7).repeat(children[1]).repeat(children[2]).repeat(children[3])
ends = np.searchsorted(part_of, np.arange(8))
every = np.arange(units)


def draw(random, count):
    """Uniform weights of each tier, for some runs."""
    tiers = []
    for group, start in zip(children, starts):
        drawn = random.standard_exponential((count, group.sum()))
        tiers.append(drawn / np.add.reduceat(drawn, start, axis=1).repeat(group, axis=1))
    return tiers


class Counts:
    def __init__(self):
        self.ranks = np.zeros((units, units), np.uint16)  # [rank][unit]
        self.reached = np.zeros((len(LEVELS), units), np.int64)
        self.parts = np.zeros((7, units))

    def add(self, chunk):
        count = min(CHUNK, runs - chunk * CHUNK)
        parts, second, third, last = draw(np.random.default_rng([1, chunk]), count)
        within = last * (third * second.repeat(children[2], axis=1)).repeat(children[3], axis=1)
        scored = np.empty((7, count, units))
        for part in range(7):
            leaves = slice(ends[part], ends[part + 1])
            np.dot(within[:, leaves], scores[leaves], out=scored[part])
        total = np.matmul(within * parts[:, part_of], scores)
        order = np.argsort(-total, axis=1)
        flat = self.ranks.reshape(-1)
        order += every * units  # of the unit at each rank: rank-major, unique within a run
        for run in order:
            flat[run] += 1
        for level, least in enumerate(LEVELS):
            self.reached[level] += np.count_nonzero(total >= least, axis=0)
        self.parts += scored.sum(axis=1)


def run():
    counts = [Counts() for _ in range(threads)]
    chunks = range((runs + CHUNK - 1) // CHUNK)

    def work(thread):
        for chunk in chunks[thread::threads]:
            counts[thread].add(chunk)

    pool = [threading.Thread(target=work, args=(thread,)) for thread in range(threads)]
    for thread in pool:
        thread.start()
    for thread in pool:
        thread.join()
    ranks = counts[0].ranks
    for other in counts[1:]:
        ranks += other.ranks
    mean = np.arange(1, units + 1, dtype=float) @ ranks / runs
    below = np.cumsum(ranks, axis=0, dtype=np.int32)
    low, high = ((below < share * runs).sum(axis=0) + 1 for share in (0.05, 0.95))
    reached = sum(each.reached for each in counts)
    levels = -np.diff(np.vstack([np.full(units, runs), reached, np.zeros(units, int)]), axis=0) / runs
    return mean, low, high, levels, sum(each.parts for each in counts) / runs


best = float("inf")
for _ in range(rounds):
    begin = time.perf_counter()
    mean, low, high, levels, parts = run()
    best = min(best, time.perf_counter() - begin)
np.savetxt(sys.argv[6], np.column_stack([mean, low, high, levels.T, parts.T]), fmt="%.6f")
print("%.1f %.0f" % (best * 1e3, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))
