/// Ranks of many units in many runs, and the shares that follow from them.
@NullMarked
package org.jieti.robustness.ranking;

import org.jspecify.annotations.NullMarked;
