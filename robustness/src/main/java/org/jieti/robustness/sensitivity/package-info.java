/// Which source of uncertainty moves an outcome, and how far.
@NullMarked
package org.jieti.robustness.sensitivity;

import org.jspecify.annotations.NullMarked;
