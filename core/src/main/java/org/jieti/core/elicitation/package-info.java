/// What experts stated, or data say, about the weights of a model, before anyone computes a weight
/// from it.
@NullMarked
package org.jieti.core.elicitation;

import org.jspecify.annotations.NullMarked;
