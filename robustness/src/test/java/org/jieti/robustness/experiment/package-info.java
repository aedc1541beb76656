@NullMarked
package org.jieti.robustness.experiment;

import org.jspecify.annotations.NullMarked;
