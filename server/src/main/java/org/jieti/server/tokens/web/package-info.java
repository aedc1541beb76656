/// The page on which a person keeps their tokens.
@NullMarked
package org.jieti.server.tokens.web;

import org.jspecify.annotations.NullMarked;
