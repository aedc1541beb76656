package org.jieti.server.assessments;

import java.util.function.BiPredicate;
import org.jieti.server.accounts.SignedIn;

/// A page of an assessment, beside the others. A feature declares it as a bean.
///
/// @param key its title, a message
/// @param path what follows the assessment's own address; empty for the page on which it is
///     answered
/// @param rank where it stands, lowest first
/// @param visible whether it is shown to a person
public record AssessmentTab(
        String key, String path, int rank, BiPredicate<SignedIn, AssessmentCase> visible) {}
