@NullMarked
package org.jieti.server.tokens;

import org.jspecify.annotations.NullMarked;
