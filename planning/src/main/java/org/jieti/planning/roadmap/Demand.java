package org.jieti.planning.roadmap;

import org.jieti.planning.program.LinearSum;

/// That a sum is at least so much.
record Demand(LinearSum sum, double atLeast) {}
