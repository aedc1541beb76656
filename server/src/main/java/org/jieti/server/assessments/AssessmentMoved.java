package org.jieti.server.assessments;

import org.jieti.server.accounts.SignedIn;

/// An assessment has just moved, in the transaction that is under way.
///
/// @param now the assessment after the move
public record AssessmentMoved(AssessmentCase now, Move move, SignedIn by, Said said) {}
