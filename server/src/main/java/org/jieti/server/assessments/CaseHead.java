package org.jieti.server.assessments;

import java.util.List;
import java.util.UUID;

/// What stands above every page of an assessment, so that nobody wonders whose answers these are.
///
/// @param state a message
public record CaseHead(
        UUID id, String unit, String round, String state, String dueOn, List<Tab> tabs) {
    public CaseHead {
        tabs = List.copyOf(tabs);
    }

    /// A page of the assessment.
    ///
    /// @param key its title, a message
    public record Tab(String key, String path, boolean isCurrent) {}
}
