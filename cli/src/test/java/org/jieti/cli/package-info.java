@NullMarked
package org.jieti.cli;

import org.jspecify.annotations.NullMarked;
