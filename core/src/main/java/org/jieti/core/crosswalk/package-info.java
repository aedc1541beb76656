/// Which criteria of different models ask for the same thing, and what one assessment therefore
/// says through another model.
@NullMarked
package org.jieti.core.crosswalk;

import org.jspecify.annotations.NullMarked;
