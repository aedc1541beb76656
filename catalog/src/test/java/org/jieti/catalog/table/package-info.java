@NullMarked
package org.jieti.catalog.table;

import org.jspecify.annotations.NullMarked;
