/// Makes the models of a distribution: checked once, then quick to read.
@NullMarked
package org.jieti.catalog.build;

import org.jspecify.annotations.NullMarked;
