/// Results as text for a terminal.
@NullMarked
package org.jieti.cli.text;

import org.jspecify.annotations.NullMarked;
