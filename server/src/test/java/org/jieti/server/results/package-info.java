@NullMarked
package org.jieti.server.results;

import org.jspecify.annotations.NullMarked;
