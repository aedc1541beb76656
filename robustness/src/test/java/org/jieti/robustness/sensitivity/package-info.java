/// Tests of sensitivity analysis.
@NullMarked
package org.jieti.robustness.sensitivity;

import org.jspecify.annotations.NullMarked;
