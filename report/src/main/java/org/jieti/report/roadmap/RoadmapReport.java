package org.jieti.report.roadmap;

import org.jieti.planning.roadmap.Chance;
import org.jieti.planning.roadmap.Roadmap;
import org.jspecify.annotations.Nullable;

/// A roadmap with what is told about it.
///
/// @param start the half-year of the first period
/// @param chance how likely it leads where it says; null where nobody asked
public record RoadmapReport(Roadmap roadmap, HalfYear start, @Nullable Chance chance) {}
