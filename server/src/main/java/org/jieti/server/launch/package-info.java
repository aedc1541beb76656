/// Starts the server from a command line.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "database", "accounts", "audit", "demo"})
package org.jieti.server.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
