/// What is wrong with a file: where, which rule, and what to do.
@NullMarked
package org.jieti.catalog.finding;

import org.jspecify.annotations.NullMarked;
