@NullMarked
package org.jieti.catalog;

import org.jspecify.annotations.NullMarked;
