/// Which source of uncertainty moves a result: in words, as JSON, and as a page.
@NullMarked
package org.jieti.report.sensitivity;

import org.jspecify.annotations.NullMarked;
