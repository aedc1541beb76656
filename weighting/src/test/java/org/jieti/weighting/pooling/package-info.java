@NullMarked
package org.jieti.weighting.pooling;

import org.jspecify.annotations.NullMarked;
