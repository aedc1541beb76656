/// Models as workbooks, for authors who work in a spreadsheet: written, and read back without
/// loss.
@NullMarked
package org.jieti.catalog.workbook;

import org.jspecify.annotations.NullMarked;
