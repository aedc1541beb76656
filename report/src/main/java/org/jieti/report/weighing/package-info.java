/// A weight set with the record of how it came about, as text for people and as one page.
@NullMarked
package org.jieti.report.weighing;

import org.jspecify.annotations.NullMarked;
