/// Evidence: files and links that make an answer hold, where they are kept, and which criteria
/// they support.
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
package org.jieti.server.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
