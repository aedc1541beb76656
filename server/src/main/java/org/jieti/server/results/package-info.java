/// Results of assessments as pages.
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
package org.jieti.server.results;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
