@NullMarked
package org.jieti.server.demo;

import org.jspecify.annotations.NullMarked;
