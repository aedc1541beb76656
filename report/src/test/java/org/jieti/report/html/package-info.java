/// Tests of pages.
@NullMarked
package org.jieti.report.html;

import org.jspecify.annotations.NullMarked;
