/// Tables that spreadsheets open.
@NullMarked
package org.jieti.report.table;

import org.jspecify.annotations.NullMarked;
