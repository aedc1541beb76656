/// What the audit administrator sees of the record.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "database", "audit", "accounts"})
package org.jieti.server.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
