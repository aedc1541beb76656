/// Commands, run as users run them.
@NullMarked
package org.jieti.cli.command;

import org.jspecify.annotations.NullMarked;
