/// From answers to scores: fulfilment, points, weights after exclusions, and the derivation down to
/// the leaf.
@NullMarked
package org.jieti.core.scoring;

import org.jspecify.annotations.NullMarked;
