/// Rounds of assessment: what is assessed, by which model, by when.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "database", "audit", "accounts", "models", "units"})
package org.jieti.server.campaigns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
