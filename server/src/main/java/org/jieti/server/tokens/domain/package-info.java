/// How often a token may ask, and what it was answered before.
@NullMarked
package org.jieti.server.tokens.domain;

import org.jspecify.annotations.NullMarked;
