@NullMarked
package org.jieti.weighting.direct;

import org.jspecify.annotations.NullMarked;
