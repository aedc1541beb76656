/// Tests of agreement between raters.
@NullMarked
package org.jieti.core.agreement;

import org.jspecify.annotations.NullMarked;
