/// What people are told in the platform.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "database", "accounts"})
package org.jieti.server.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
