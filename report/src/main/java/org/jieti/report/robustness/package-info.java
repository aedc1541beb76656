/// How sure levels and ranks are, as JSON, CSV and a page.
@NullMarked
package org.jieti.report.robustness;

import org.jspecify.annotations.NullMarked;
