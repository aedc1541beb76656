/// Who changed what, when; never altered.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "database"})
package org.jieti.server.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
