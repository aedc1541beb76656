/// A result as JSON, for other programs.
@NullMarked
package org.jieti.report.json;

import org.jspecify.annotations.NullMarked;
