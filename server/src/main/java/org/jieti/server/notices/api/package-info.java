/// The REST of notices.
@NullMarked
package org.jieti.server.notices.api;

import org.jspecify.annotations.NullMarked;
