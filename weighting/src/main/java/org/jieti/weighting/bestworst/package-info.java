/// The best-worst method: weights from comparisons with the best and the worst.
@NullMarked
package org.jieti.weighting.bestworst;

import org.jspecify.annotations.NullMarked;
