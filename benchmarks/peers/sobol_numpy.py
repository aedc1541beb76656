#!/usr/bin/python3
"""Sobol S1 and ST of the total of 2,843 units, in numpy, without intervals.

Seven domain scores each; weights x / sum x with x uniform in (0.75, 1.25); a factor is one x. Estimators of Saltelli
(2010) and Jansen (1999), written twice: as the formulae stand, an array for each step, as SALib does; and with as few
passes over memory as numpy allows. Prints wall and
processor time of the best round of each, in milliseconds.
"""
import time

import numpy as np

UNITS, DOMAINS, ROWS, ROUNDS = 2843, 7, 1024, 5

rng = np.random.default_rng(1)
scores = rng.uniform(0, 100, (DOMAINS, UNITS))


def design():
    a = rng.uniform(0.75, 1.25, (ROWS, DOMAINS))
    b = rng.uniform(0.75, 1.25, (ROWS, DOMAINS))
    return a, b


def total(x):
    return (x / x.sum(1, keepdims=True)) @ scores


def mixed(a, b, i):
    x = a.copy()
    x[:, i] = b[:, i]
    return x


def plain():
    a, b = design()
    of_a, of_b = total(a), total(b)
    of_mixed = np.stack([total(mixed(a, b, i)) for i in range(DOMAINS)])
    every = np.concatenate([of_a[None], of_b[None], of_mixed])
    mean, deviation = every.mean((0, 1)), every.std((0, 1))
    of_a, of_b, of_mixed = (of_a - mean) / deviation, (of_b - mean) / deviation, (of_mixed - mean) / deviation
    variance = np.var(np.concatenate([of_a, of_b]), axis=0)
    first = np.stack([np.mean(of_b * (of_mixed[i] - of_a), axis=0) / variance for i in range(DOMAINS)])
    whole = np.stack([0.5 * np.mean((of_a - of_mixed[i]) ** 2, axis=0) / variance for i in range(DOMAINS)])
    return first, whole


def lean():
    a, b = design()
    of_a, of_b = total(a), total(b)
    mean = (of_a.mean(0) + of_b.mean(0)) / 2
    variance = (((of_a - mean) ** 2).mean(0) + ((of_b - mean) ** 2).mean(0)) / 2
    of_b -= mean
    first, whole = np.empty((DOMAINS, UNITS)), np.empty((DOMAINS, UNITS))
    for i in range(DOMAINS):
        change = total(mixed(a, b, i))
        change -= of_a
        first[i] = np.einsum("ru,ru->u", of_b, change) / ROWS / variance
        whole[i] = np.einsum("ru,ru->u", change, change) / (2 * ROWS) / variance
    return first, whole


def best(work):
    """Wall time and processor time of the round that was quickest, in milliseconds."""
    least = (float("inf"), 0.0)
    for _ in range(ROUNDS):
        begin, busy = time.perf_counter(), time.process_time()
        work()
        least = min(least, (time.perf_counter() - begin, time.process_time() - busy))
    return least[0] * 1e3, least[1] * 1e3


print("%.1f %.1f %.1f %.1f" % (*best(plain), *best(lean)))
