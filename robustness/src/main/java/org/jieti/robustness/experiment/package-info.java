/// A model, its units and what is uncertain about them, made ready to be run.
@NullMarked
package org.jieti.robustness.experiment;

import org.jspecify.annotations.NullMarked;
