@NullMarked
package org.jieti.robustness.sampling;

import org.jspecify.annotations.NullMarked;
