/// Access tokens, and the way in to the API: who asks, how often, and each request once.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "database", "audit", "accounts"})
package org.jieti.server.tokens;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
