@NullMarked
package org.jieti.robustness.ranking;

import org.jspecify.annotations.NullMarked;
