#!/usr/bin/python3
"""The peer of `benchmarks/roadmap/run`: the cheapest steps of the cases of `planning`, solved by HiGHS by way of SciPy
(python3-scipy of Debian). Only the solver is timed, not the building of the matrix. Prints the milliseconds of each case
and its cost."""
import csv
import pathlib
import sys
import time

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import lil_matrix

cases = pathlib.Path(__file__).resolve().parents[2] / "planning/src/test/resources/org/jieti/planning/roadmap"
criteria = list(csv.DictReader((cases / "criteria.csv").open()))
domain = np.array([int(row["domain"]) - 1 for row in criteria])
weight = np.array([float(row["weight in domain"]) for row in criteria])
cost = np.array([[int(row[f"step {step}"]) for step in range(1, 5)] for row in criteria])
domains = domain.max() + 1


def solve(levels, total, each):
    steps = [(k, l) for k in range(len(criteria)) for l in range(levels[k], 4)]
    rows = lil_matrix((1 + domains + len(steps), len(steps)))
    least = np.zeros(rows.shape[0])
    now = np.array([25 * levels[domain == d] @ weight[domain == d] for d in range(domains)])
    least[0] = total - now.mean()
    least[1 : 1 + domains] = each - now
    last = 1 + domains
    for at, (k, _) in enumerate(steps):
        rows[0, at] = 25 * weight[k] / domains
        rows[1 + domain[k], at] = 25 * weight[k]
        if at and steps[at - 1][0] == k:
            rows[last, at - 1], rows[last, at] = 1, -1
            last += 1
    constraint = LinearConstraint(rows.tocsr()[:last], least[:last], np.inf)
    begin = time.perf_counter()
    found = milp(
        np.array([cost[step] for step in steps], float),
        constraints=constraint,
        integrality=np.ones(len(steps)),
        bounds=Bounds(0, 1),
        options={"mip_rel_gap": 0.0},
    )
    return 1e3 * (time.perf_counter() - begin), round(found.fun)


for case in csv.DictReader((cases / "instances.csv").open()):
    levels = np.array([int(c) for c in case["level of each criterion"]])
    args = (levels, float(case["total"]), float(case["each domain"]))
    took = sorted(solve(*args)[0] for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 5))
    print(case["instance"], "tight" if args[2] > 50 else "loose", f"{took[len(took) // 2]:.2f}", solve(*args)[1])
