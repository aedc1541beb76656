/// What one unit answered: ratings, measures, and the three kinds of missing answer.
@NullMarked
package org.jieti.core.assessment;

import org.jspecify.annotations.NullMarked;
