package org.jieti.core.population;

import org.jieti.core.model.Text;
import org.jspecify.annotations.Nullable;

/// A class of index values, as in group A.
///
/// @param code how it is printed
/// @param from the least value that belongs to it; null for the lowest band, which has no bottom
public record IndexBand(String code, Text name, @Nullable Double from) {}
