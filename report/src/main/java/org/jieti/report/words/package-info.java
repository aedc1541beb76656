/// The words and number formats that every face shares, so that a result reads the same on a
/// terminal, on a page and on paper.
@NullMarked
package org.jieti.report.words;

import org.jspecify.annotations.NullMarked;
