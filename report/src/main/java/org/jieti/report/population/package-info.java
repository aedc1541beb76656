/// The result of a population as a table and as lines of JSON.
@NullMarked
package org.jieti.report.population;

import org.jspecify.annotations.NullMarked;
