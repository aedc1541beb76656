package org.jieti.server.assessments.web;

import org.jieti.report.view.LadderSheet;
import org.jspecify.annotations.Nullable;

/// One criterion on the page, with what is kept of it.
///
/// @param reads the value that a metric reads, on the first card of the page that reads it; null
///     on all others
/// @param readElsewhere the key of the card that has the value; empty where this one has
/// @param evidence how many pieces of evidence support it; empty for whom it is not
record Card(
        LadderSheet.Item item,
        Entry entry,
        boolean isOpen,
        @Nullable Entry reads,
        String readElsewhere,
        String evidence) {

    /// What can be typed in one place, and how it stands.
    ///
    /// @param key `c-` and a criterion, or `m-` and a measure: part of the ids of its elements
    /// @param path where it is saved
    /// @param choice the answer that is marked, as a form writes it; empty for none
    /// @param text the note, or the value of a measure
    /// @param version what the page has seen; 0 for nothing
    /// @param status when it was saved, and by whom; empty where nothing is
    /// @param offer what the round before offers; null where nothing is, or no more
    /// @param attempt what could not be saved just now; null for most
    /// @param theirs what is kept instead of it, where somebody else has changed it; null for most
    record Entry(
            String key,
            String path,
            String choice,
            String text,
            int version,
            String status,
            @Nullable Shown offer,
            @Nullable Attempt attempt,
            @Nullable Shown theirs) {

        /// Whether the note is a reason that must be given.
        public boolean isReason() {
            return choice.equals("not-applicable") || choice.equals("insufficient");
        }
    }

    /// An answer, or a value, in words.
    ///
    /// @param choice as a form writes it
    /// @param label in words
    /// @param text the note, or the value
    /// @param who who gave it; empty where nobody is known
    record Shown(String choice, String label, String text, String who, String when) {}
}
