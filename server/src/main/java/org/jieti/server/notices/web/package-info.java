/// The list of notices, and their number in the frame.
@NullMarked
package org.jieti.server.notices.web;

import org.jspecify.annotations.NullMarked;
