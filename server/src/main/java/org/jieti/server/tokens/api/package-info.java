/// The way in to the API.
@NullMarked
package org.jieti.server.tokens.api;

import org.jspecify.annotations.NullMarked;
