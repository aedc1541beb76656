/// The results of many units beside each other: as a table, as lines of JSON, and as a page.
@NullMarked
package org.jieti.report.batch;

import org.jspecify.annotations.NullMarked;
