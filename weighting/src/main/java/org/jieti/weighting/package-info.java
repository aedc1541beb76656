/// From statements and data to a weight set, with the record of how it came about.
@NullMarked
package org.jieti.weighting;

import org.jspecify.annotations.NullMarked;
