/// The assessments of many units at once: a table, lines of JSON, or a folder of files.
@NullMarked
package org.jieti.catalog.batch;

import org.jspecify.annotations.NullMarked;
