/// Reads the units that an index model scores together, whichever form they come in.
@NullMarked
package org.jieti.catalog.population;

import org.jspecify.annotations.NullMarked;
