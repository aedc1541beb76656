/// The database: a PostgreSQL of our own or one given by its address, and its tables as Java in
/// `schema`.
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = "shared")
package org.jieti.server.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
