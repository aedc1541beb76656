/// A result as one self-contained page.
@NullMarked
package org.jieti.report.html;

import org.jspecify.annotations.NullMarked;
