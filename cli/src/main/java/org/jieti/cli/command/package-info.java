/// One class per command: what it takes, and what it does with the engine's answer.
@NullMarked
package org.jieti.cli.command;

import org.jspecify.annotations.NullMarked;
