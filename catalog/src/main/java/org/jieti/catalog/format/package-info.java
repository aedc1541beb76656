/// The file formats: how a tree of values becomes a model, a weight set or an assessment.
@NullMarked
package org.jieti.catalog.format;

import org.jspecify.annotations.NullMarked;
