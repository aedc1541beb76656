/// What `benchmarks/roadmap/run` measures; no test.
@NullMarked
package org.jieti.planning.measure;

import org.jspecify.annotations.NullMarked;
