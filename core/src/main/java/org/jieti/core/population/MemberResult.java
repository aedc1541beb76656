package org.jieti.core.population;

import org.jspecify.annotations.Nullable;

/// One unit's outcome with its whole derivation.
///
/// @param derivation null for a unit that was not surveyed or was screened out
public record MemberResult(Member member, Outcome outcome, IndexScore.@Nullable Tier derivation) {}
