/// Scores that are linear in weights, for many units and runs at once: one matrix product.
@NullMarked
package org.jieti.robustness.linear;

import org.jspecify.annotations.NullMarked;
