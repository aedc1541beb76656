/// How far several raters agree, and what they agree on.
@NullMarked
package org.jieti.core.agreement;

import org.jspecify.annotations.NullMarked;
