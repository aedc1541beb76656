/// Several experts as one, and how far they were apart.
@NullMarked
package org.jieti.weighting.pooling;

import org.jspecify.annotations.NullMarked;
