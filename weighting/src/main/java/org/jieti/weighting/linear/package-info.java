/// Linear programs.
@NullMarked
package org.jieti.weighting.linear;

import org.jspecify.annotations.NullMarked;
