/// Maturity models and weight sets: read, compare, upload, publish.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "database", "audit", "accounts"})
package org.jieti.server.models;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
