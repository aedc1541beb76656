/// The page of the board.
@NullMarked
package org.jieti.server.board.web;

import org.jspecify.annotations.NullMarked;
