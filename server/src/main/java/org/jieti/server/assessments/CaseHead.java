package org.jieti.server.assessments;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What stands above every page of an assessment, so that nobody wonders whose answers these are.
///
/// @param state a message
/// @param next what whoever reads can do to bring it on; null for nothing, and on its own page
public record CaseHead(
        UUID id,
        String unit,
        String round,
        String state,
        String dueOn,
        List<Tab> tabs,
        @Nullable NextStep next) {
    public CaseHead {
        tabs = List.copyOf(tabs);
    }

    /// A page of the assessment.
    ///
    /// @param key its title, a message
    public record Tab(String key, String path, boolean isCurrent) {}
}
