/// The REST of results.
@NullMarked
package org.jieti.server.results.api;

import org.jspecify.annotations.NullMarked;
