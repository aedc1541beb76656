package org.jieti.core.result;

import org.jieti.core.grading.Grade;
import org.jieti.core.model.Domain;
import org.jieti.core.scoring.BranchScore;
import org.jspecify.annotations.Nullable;

/// Score and level of one domain.
///
/// @param grade null in a model without levels, and when the domain is excluded
public record DomainResult(Domain domain, BranchScore score, @Nullable Grade grade) {}
