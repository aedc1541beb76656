@NullMarked
package org.jieti.weighting.data;

import org.jspecify.annotations.NullMarked;
