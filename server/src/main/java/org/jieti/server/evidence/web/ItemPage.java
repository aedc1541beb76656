package org.jieti.server.evidence.web;

import java.util.List;
import java.util.UUID;
import org.jieti.server.assessments.CaseHead;
import org.jieti.server.evidence.EvidenceItem;
import org.jieti.server.shared.web.Choice;
import org.jspecify.annotations.Nullable;

/// One piece of evidence.
///
/// @param view which page of its file is shown; 0 for none
/// @param canChange whether the person may change it, here and now
/// @param criteria those that it can be linked to, by ladder
record ItemPage(
        CaseHead head,
        EvidenceItem item,
        LibraryPage.Line line,
        int view,
        int pages,
        List<Supported> supports,
        List<Edition> editions,
        List<Group> criteria,
        List<Choice> kinds,
        List<Choice> sensitivities,
        boolean canChange,
        @Nullable String closed,
        String accepted) {
    ItemPage {
        supports = List.copyOf(supports);
        editions = List.copyOf(editions);
        criteria = List.copyOf(criteria);
        kinds = List.copyOf(kinds);
        sensitivities = List.copyOf(sensitivities);
    }

    /// A criterion that it supports.
    ///
    /// @param page to show for it; 0 where there is none to show
    record Supported(LibraryPage.Named criterion, String place, int page, boolean canChange) {}

    /// A version.
    record Edition(UUID id, int number, String name, String size, String by, String at) {}

    /// The criteria of a ladder.
    record Group(String name, List<Choice> criteria) {
        Group {
            criteria = List.copyOf(criteria);
        }
    }
}
