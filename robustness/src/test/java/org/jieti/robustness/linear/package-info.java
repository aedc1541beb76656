@NullMarked
package org.jieti.robustness.linear;

import org.jspecify.annotations.NullMarked;
