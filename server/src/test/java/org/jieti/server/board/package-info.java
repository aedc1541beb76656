/// Tests of the board.
@NullMarked
package org.jieti.server.board;

import org.jspecify.annotations.NullMarked;
