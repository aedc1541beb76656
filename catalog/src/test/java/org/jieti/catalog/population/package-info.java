/// Published indexes, reproduced from files.
@NullMarked
package org.jieti.catalog.population;

import org.jspecify.annotations.NullMarked;
