package org.jieti.core.scoring;

/// How far one criterion is fulfilled.
///
/// @param own what its own answer gives, in [0, 1]; 0 where there is none
/// @param value what counts, in [0, 1]: for a state at least what higher rungs of its ladder give
public record Fulfilment(AnswerState state, double own, double value) {}
