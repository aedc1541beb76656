/// The REST of boards.
@NullMarked
package org.jieti.server.board.api;

import org.jspecify.annotations.NullMarked;
