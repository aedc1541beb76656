package org.jieti.server.assessments.web;

import java.util.List;
import org.jieti.server.assessments.CaseHead;
import org.jieti.server.shared.web.Choice;

/// 分工: who is asked to answer which part of an assessment, and how far they are.
///
/// @param people those who can be asked; none where whoever reads cannot ask anybody
/// @param lastDay the unit's last day in the round
/// @param hasParts whether any part has been given to anybody
record PartsPage(
        CaseHead head, List<Row> rows, List<Choice> people, String lastDay, boolean hasParts) {
    PartsPage {
        rows = List.copyOf(rows);
        people = List.copyOf(people);
    }

    /// Whether whoever reads can give out parts now.
    public boolean isOpen() {
        return !people.isEmpty();
    }

    /// A domain, or an indicator beneath it.
    ///
    /// @param depth 0 for a domain
    /// @param width of the answered share in [0, 100]
    /// @param isNobodys whether parts have been given out, but not all of this one
    record Row(
            String id,
            int depth,
            String name,
            int answered,
            int applicable,
            int width,
            boolean isNobodys,
            List<Asked> asked) {
        Row {
            asked = List.copyOf(asked);
        }
    }

    /// Somebody who is asked for a part.
    ///
    /// @param dueOn empty for the day of the assessment
    /// @param isLate whether the day lies behind and something is still to be answered
    record Asked(
            String person,
            String name,
            String dueOn,
            boolean isLate,
            boolean isMe,
            String note,
            String node) {}
}
