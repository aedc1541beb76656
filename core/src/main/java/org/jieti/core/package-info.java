/// The engine: pure functions on immutable values.
@NullMarked
package org.jieti.core;

import org.jspecify.annotations.NullMarked;
