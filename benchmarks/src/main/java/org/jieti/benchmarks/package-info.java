/// How fast the engine is, against peers that do the same work.
@NullMarked
package org.jieti.benchmarks;

import org.jspecify.annotations.NullMarked;
