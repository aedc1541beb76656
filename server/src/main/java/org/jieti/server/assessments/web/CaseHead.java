package org.jieti.server.assessments.web;

import java.util.List;
import java.util.UUID;

/// What stands above every page of an assessment, so that nobody wonders whose answers these are.
///
/// @param state a message
record CaseHead(UUID id, String unit, String round, String state, String dueOn, List<Tab> tabs) {
    CaseHead {
        tabs = List.copyOf(tabs);
    }

    /// A page of the assessment.
    ///
    /// @param key its title, a message
    record Tab(String key, String path, boolean isCurrent) {}
}
