package org.jieti.catalog.population;

import org.jieti.catalog.finding.Location;

/// What one unit has in one column.
///
/// @param text without blanks around it; empty for a missing cell
record Field(String text, Location at) {}
