@NullMarked
package org.jieti.cli.build;

import org.jspecify.annotations.NullMarked;
