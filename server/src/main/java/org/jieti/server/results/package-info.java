/// Results of assessments, as pages and as the files of the command line.
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
