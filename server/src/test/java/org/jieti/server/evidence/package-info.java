@NullMarked
package org.jieti.server.evidence;

import org.jspecify.annotations.NullMarked;
