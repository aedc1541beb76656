package org.jieti.server.assessments;

import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jieti.core.model.NodeId;
import org.jieti.server.accounts.SignedIn;

/// How much evidence supports each criterion of an assessment. The feature that keeps evidence
/// declares it as a bean.
///
/// @param visible whether a person may know
/// @param of the counts; criteria without evidence may be left out
public record EvidenceCounts(
        BiPredicate<SignedIn, AssessmentCase> visible, Function<UUID, Map<NodeId, Integer>> of) {}
