/// Reads tables of statements, and tables of units, that weights are made of.
@NullMarked
package org.jieti.catalog.weighing;

import org.jspecify.annotations.NullMarked;
