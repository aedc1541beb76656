/// A platform with invented units to look at: made once, by the services that people use.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "accounts",
            "models",
            "units",
            "campaigns",
            "campaigns::domain",
            "assessments"
        })
package org.jieti.server.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
