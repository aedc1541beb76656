/// The command line: everything from files, no database.
@NullMarked
package org.jieti.cli;

import org.jspecify.annotations.NullMarked;
