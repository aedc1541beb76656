/// How far several raters of one unit agree, as JSON, as a page, and in words.
@NullMarked
package org.jieti.report.agreement;

import org.jspecify.annotations.NullMarked;
