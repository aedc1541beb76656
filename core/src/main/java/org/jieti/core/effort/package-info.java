/// What it takes to raise a criterion, as data: costs and prerequisites of steps.
@NullMarked
package org.jieti.core.effort;

import org.jspecify.annotations.NullMarked;
