/// Tables with a heading, as people keep them: CSV, or the first sheet of a workbook.
@NullMarked
package org.jieti.catalog.table;

import org.jspecify.annotations.NullMarked;
