package org.jieti.core.population;

import org.jieti.core.model.Text;

/// A column that sorts units into peer groups.
public record Grouping(String column, Text name) {}
