/// The Monte Carlo: runs in chunks, what is counted of them, and what the counts say.
@NullMarked
package org.jieti.robustness.montecarlo;

import org.jspecify.annotations.NullMarked;
