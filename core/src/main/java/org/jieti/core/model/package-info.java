/// The maturity model as immutable values: levels, rating scale, measures, and the tree of domains,
/// indicators and criteria.
@NullMarked
package org.jieti.core.model;

import org.jspecify.annotations.NullMarked;
