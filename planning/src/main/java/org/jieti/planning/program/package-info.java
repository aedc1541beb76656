/// Mixed-integer linear programs. Only this package knows the solver.
@NullMarked
package org.jieti.planning.program;

import org.jspecify.annotations.NullMarked;
