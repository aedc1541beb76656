/// Tests of results as JSON.
@NullMarked
package org.jieti.report.json;

import org.jspecify.annotations.NullMarked;
