/// The analytic hierarchy process: weights from pairs compared.
@NullMarked
package org.jieti.weighting.ahp;

import org.jspecify.annotations.NullMarked;
