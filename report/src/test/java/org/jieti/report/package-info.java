/// Tests of what a result looks like.
@NullMarked
package org.jieti.report;

import org.jspecify.annotations.NullMarked;
