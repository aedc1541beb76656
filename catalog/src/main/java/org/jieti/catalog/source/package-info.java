/// YAML and JSON files as trees of values that know where they stand.
@NullMarked
package org.jieti.catalog.source;

import org.jspecify.annotations.NullMarked;
