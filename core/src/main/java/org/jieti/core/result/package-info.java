/// The one Result that every face renders, and what is read off it: gap and comparison.
@NullMarked
package org.jieti.core.result;

import org.jspecify.annotations.NullMarked;
