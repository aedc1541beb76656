package org.jieti.core.scoring;

import org.jspecify.annotations.Nullable;

/// A score and what it can still become, in [0, 100].
///
/// @param now null while nothing beneath is answered
/// @param lowest if every missing answer is rated worst
/// @param highest if every missing answer is rated best
public record Score(@Nullable Double now, double lowest, double highest) {}
