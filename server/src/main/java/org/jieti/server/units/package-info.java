/// The units that are assessed.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "database", "audit", "accounts"})
package org.jieti.server.units;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
