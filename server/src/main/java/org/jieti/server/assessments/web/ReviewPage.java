package org.jieti.server.assessments.web;

import java.util.List;
import java.util.UUID;
import org.jieti.report.view.CompletenessView;
import org.jieti.server.assessments.CaseHead;

/// 内部审核: what is still to be done before an assessment goes on, what reviewers say of it, and
/// what has happened to it.
///
/// @param isDiagnosis whether it ends with the unit's own result, without review
/// @param maySend whether whoever reads can hand it on now
/// @param mayReview whether whoever reads reviews it now
/// @param isPassed whether internal review has passed it as it stands
/// @param open what nobody has answered, by indicator
/// @param leftOpen names of what was left open on purpose, while it is reviewed
record ReviewPage(
        CaseHead head,
        boolean isDiagnosis,
        boolean maySend,
        boolean mayReview,
        boolean isPassed,
        List<Group> open,
        List<Place> leftOpen,
        List<Said> remarks,
        List<Happened> history) {
    ReviewPage {
        open = List.copyOf(open);
        leftOpen = List.copyOf(leftOpen);
        remarks = List.copyOf(remarks);
        history = List.copyOf(history);
    }

    /// How many criteria nobody has answered.
    public int openCount() {
        return open.stream().mapToInt(group -> group.criteria().size()).sum();
    }

    /// How many remarks wait to be dealt with.
    public long waiting() {
        return remarks.stream().filter(Said::isWaiting).count();
    }

    /// The unanswered criteria of an indicator.
    record Group(String domain, String indicator, List<CompletenessView.Open> criteria) {
        Group {
            criteria = List.copyOf(criteria);
        }
    }

    /// A criterion, with the page on which it is answered.
    record Place(String id, String name) {}

    /// A remark.
    ///
    /// @param criterion empty where it speaks of the whole
    /// @param settledBy empty while it waits
    record Said(
            UUID id,
            String criterion,
            String name,
            String text,
            String by,
            String at,
            boolean isWaiting,
            String settledBy,
            String settledAt,
            boolean maySettle) {}

    /// A move that was made.
    ///
    /// @param move a message
    /// @param to a message
    record Happened(String move, String to, String by, String at, String reason, int leftOpen) {}
}
