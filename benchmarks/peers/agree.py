#!/usr/bin/python3
"""Whether Monte Carlos of the same units say the same, each but for chance.

agree.py RUNS FILE…: lines of mean, 5 % and 95 % rank, five shares of levels and seven means of parts, of each unit.
"""
import sys

import numpy as np

runs = int(sys.argv[1])
first, *others = (np.loadtxt(name) for name in sys.argv[2:])
spread = (first[:, 2] - first[:, 1] + 1) / 3.29
for name, other in zip(sys.argv[3:], others):
    rank = np.abs(first[:, 0] - other[:, 0]) / (spread * np.sqrt(2 / runs))
    share = (first[:, 3:8] + other[:, 3:8]) / 2
    level = np.abs(first[:, 3:8] - other[:, 3:8]) / np.sqrt(2 * (share * (1 - share) + 4 / runs) / runs)
    part = np.abs(first[:, 8:] - other[:, 8:])
    if rank.max() > 7 or level.max() > 7 or part.max() > 1:
        sys.exit("%s differs: ranks by %.1f, levels by %.1f standard errors, parts by %.2f" % (name, rank.max(), level.max(), part.max()))
print("all agree", file=sys.stderr)
