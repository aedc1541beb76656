@NullMarked
package org.jieti.weighting.ahp;

import org.jspecify.annotations.NullMarked;
