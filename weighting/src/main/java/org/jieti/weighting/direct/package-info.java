/// Weights, limits and orders stated as they are, and points shared out.
@NullMarked
package org.jieti.weighting.direct;

import org.jspecify.annotations.NullMarked;
