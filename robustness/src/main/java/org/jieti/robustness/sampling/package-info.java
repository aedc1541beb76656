/// Random numbers that a seed and the number of a run determine, and weights drawn with them.
@NullMarked
package org.jieti.robustness.sampling;

import org.jspecify.annotations.NullMarked;
