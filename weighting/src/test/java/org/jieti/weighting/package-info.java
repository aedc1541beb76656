@NullMarked
package org.jieti.weighting;

import org.jspecify.annotations.NullMarked;
