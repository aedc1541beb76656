/// Tests of words and numbers.
@NullMarked
package org.jieti.report.words;

import org.jspecify.annotations.NullMarked;
