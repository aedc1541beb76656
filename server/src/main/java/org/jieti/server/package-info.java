/// The platform: web pages over the database. Its packages are features.
@NullMarked
package org.jieti.server;

import org.jspecify.annotations.NullMarked;
