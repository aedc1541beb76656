/// From scores to levels: shares, presets, gates, limits and position.
@NullMarked
package org.jieti.core.grading;

import org.jspecify.annotations.NullMarked;
