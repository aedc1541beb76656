@NullMarked
package org.jieti.weighting.bestworst;

import org.jspecify.annotations.NullMarked;
