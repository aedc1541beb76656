@NullMarked
package org.jieti.robustness.montecarlo;

import org.jspecify.annotations.NullMarked;
