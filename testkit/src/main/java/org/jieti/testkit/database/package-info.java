/// A real PostgreSQL for builds and tests. A module that uses it declares its libraries itself.
@NullMarked
package org.jieti.testkit.database;

import org.jspecify.annotations.NullMarked;
