@NullMarked
package org.jieti.report.population;

import org.jspecify.annotations.NullMarked;
