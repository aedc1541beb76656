/// Index models at their edges, with the arithmetic written out.
@NullMarked
package org.jieti.core.population;

import org.jspecify.annotations.NullMarked;
