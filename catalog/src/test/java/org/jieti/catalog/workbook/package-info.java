@NullMarked
package org.jieti.catalog.workbook;

import org.jspecify.annotations.NullMarked;
