/// What units answer, and the states an assessment goes through.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "database",
            "audit",
            "accounts",
            "models",
            "units",
            "campaigns"
        })
package org.jieti.server.assessments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
