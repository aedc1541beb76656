/// The board of a round: how far its units are, and who is waited for.
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
            "assessments",
            "notices"
        })
package org.jieti.server.board;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
