"""Scores one unit and 2,843 units, all 108 nodes of the national tree, in numpy.

Prints nanoseconds per unit and per nation, the median of many rounds. Each tier is one np.add.reduceat over rows
that are already multiplied by their weight: the fastest of the ways that were tried (the other: a dense product).
"""

import time

import numpy as np

DOMAINS, INDICATORS, LADDERS, CRITERIA, UNITS = 7, 30, 70, 160, 2843


def counts(parts, children):
    return [(i + 1) * children // parts - i * children // parts for i in range(parts)]


tiers = []
for parts, children in ((LADDERS, CRITERIA), (INDICATORS, LADDERS), (DOMAINS, INDICATORS), (1, DOMAINS)):
    share = counts(parts, children)
    starts = np.cumsum([0] + share[:-1])
    weights = np.repeat(1.0 / np.array(share), share) * (100 if children == CRITERIA else 1)
    dense = np.zeros((parts, children))
    for row, (start, count) in enumerate(zip(starts, share)):
        dense[row, start : start + count] = weights[start : start + count]
    tiers.append((starts, weights, dense))


def by_reduceat(values):
    out = []
    for starts, weights, _ in tiers:
        values = np.add.reduceat(values * (weights[:, None] if values.ndim == 2 else weights), starts, axis=0)
        out.append(values)
    return out


def by_product(values):
    out = []
    for _, _, dense in tiers:
        values = dense @ values
        out.append(values)
    return out


def median_ns(work, rounds, repeats):
    times = []
    for _ in range(rounds):
        begin = time.perf_counter_ns()
        for _ in range(repeats):
            work()
        times.append((time.perf_counter_ns() - begin) / repeats)
    return sorted(times)[len(times) // 2]


random = np.random.default_rng(1)
nation = random.choice([1, 0.8, 0.5, 0], size=(CRITERIA, UNITS))
unit = nation[:, 0].copy()
for work in (by_reduceat, by_product):
    assert np.allclose(work(nation)[-1][0, 0], by_reduceat(unit)[-1])
print(
    "%.1f %.1f"
    % (
        min(median_ns(lambda: work(unit), 21, 2000) for work in (by_reduceat, by_product)),
        min(median_ns(lambda: work(nation), 21, 10) for work in (by_reduceat, by_product)),
    )
)
