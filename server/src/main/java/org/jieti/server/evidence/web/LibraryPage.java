package org.jieti.server.evidence.web;

import java.util.List;
import java.util.UUID;
import org.jieti.server.assessments.CaseHead;
import org.jieti.server.evidence.domain.Uploads;
import org.jieti.server.shared.web.Choice;
import org.jspecify.annotations.Nullable;

/// All evidence of an assessment, or what supports one criterion beside the rest.
///
/// @param criterion the one that it is about; null for all
/// @param lines the evidence that is asked for; with a criterion, what supports it
/// @param others with a criterion, the rest
/// @param known how much there is in all
/// @param canAdd whether the person may add evidence, here and now
/// @param closed why nothing can be changed, a message; null where something can
/// @param open files of the person's that have not come in full
/// @param largest of a file, in words
record LibraryPage(
        CaseHead head,
        @Nullable Named criterion,
        List<Line> lines,
        List<Line> others,
        int known,
        Asked asked,
        List<Choice> kinds,
        List<Choice> sensitivities,
        boolean canAdd,
        @Nullable String closed,
        List<Uploads.Upload> open,
        String accepted,
        String largest) {
    LibraryPage {
        lines = List.copyOf(lines);
        others = List.copyOf(others);
        kinds = List.copyOf(kinds);
        sensitivities = List.copyOf(sensitivities);
        open = List.copyOf(open);
    }

    /// A criterion.
    ///
    /// @param path the names above it
    record Named(String id, String name, String path) {}

    /// What is asked for.
    record Asked(String q, String kind, String state, String sort, String criterion) {
        public boolean isFiltered() {
            return !q.isEmpty() || !kind.isEmpty() || !state.isEmpty();
        }
    }

    /// A piece of evidence in the list.
    ///
    /// @param kind a message
    /// @param detail the file's name or the address
    /// @param size in words; empty for a link
    /// @param holding a message
    /// @param period in days; empty for none
    /// @param wrong a message on a file that is not intact; null for most
    /// @param place where it supports the criterion that the list is about
    record Line(
            UUID id,
            String title,
            String kind,
            String detail,
            String size,
            int edition,
            String holding,
            boolean isWarning,
            String period,
            String sensitivity,
            @Nullable String wrong,
            List<Named> supports,
            String place,
            String addedBy,
            String addedAt) {
        Line {
            supports = List.copyOf(supports);
        }
    }
}
