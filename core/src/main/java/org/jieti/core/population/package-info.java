/// Index models: scores, bands and ranks of a whole population of units at once, from a table of
/// numbers, as published composite indexes make them.
///
/// The steps and their order follow the OECD/JRC *Handbook on Constructing Composite Indicators*
/// (2008).
@NullMarked
package org.jieti.core.population;

import org.jspecify.annotations.NullMarked;
