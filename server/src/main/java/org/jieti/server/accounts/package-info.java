/// Organisations, people, roles and rights; who is signed in.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "database", "audit"})
package org.jieti.server.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
