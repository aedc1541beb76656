/// Finds maturity models and their weight sets, and reads assessments against them.
@NullMarked
package org.jieti.catalog;

import org.jspecify.annotations.NullMarked;
