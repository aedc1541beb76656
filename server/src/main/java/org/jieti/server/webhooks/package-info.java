/// Webhooks: programs elsewhere are told of changes of state, signed and until they have heard.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "database",
            "audit",
            "accounts",
            "models",
            "units",
            "campaigns",
            "assessments"
        })
package org.jieti.server.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
