@NullMarked
package org.jieti.weighting.ranking;

import org.jspecify.annotations.NullMarked;
