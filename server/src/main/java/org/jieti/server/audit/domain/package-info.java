/// The chain of audit rows: sealed, verified, and cut off at the old end.
@NullMarked
package org.jieti.server.audit.domain;

import org.jspecify.annotations.NullMarked;
