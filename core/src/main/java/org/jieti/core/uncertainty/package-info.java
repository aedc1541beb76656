/// What is uncertain about an assessment, as data: weights, ratings, measures, missing answers and
/// the choices of the method. Drawing from it is the business of the module `robustness`.
@NullMarked
package org.jieti.core.uncertainty;

import org.jspecify.annotations.NullMarked;
