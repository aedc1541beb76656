package org.jieti.planning.roadmap;

import org.jieti.core.model.NodeId;
import org.jspecify.annotations.Nullable;

/// A step that is wanted, or ruled out. Written `criterion`, `criterion=rating` or, where it is
/// wanted in a period, `criterion=rating@2`.
///
/// @param rating the id of the rating that must, or must not, be reached; null for any step at
///     all. A measure has one step for each criterion, and needs no rating.
/// @param by the period by whose end it must be done, from 1; 0 for any
public record Wish(NodeId criterion, @Nullable String rating, int by) {
    public Wish {
        if (by < 0) {
            throw new IllegalArgumentException("A period is at least 1, but got %d.".formatted(by));
        }
    }

    /// Reads a wish; null if the text is not of its form.
    public static @Nullable Wish parse(String text) {
        int at = text.indexOf('@');
        int by = 0;
        if (at >= 0) {
            String period = text.substring(at + 1);
            if (period.isEmpty()
                    || period.length() > 3
                    || !period.chars().allMatch(Wish::isDigit)) {
                return null;
            }
            by = Integer.parseInt(period);
        }
        String what = at < 0 ? text : text.substring(0, at);
        int equals = what.indexOf('=');
        String criterion = equals < 0 ? what : what.substring(0, equals);
        if (!NodeId.isValid(criterion)) {
            return null;
        }
        return new Wish(new NodeId(criterion), equals < 0 ? null : what.substring(equals + 1), by);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /// Whether a step reaches what is wanted, or goes as far as what is ruled out.
    boolean names(Step step) {
        return switch (step.change()) {
            case Step.Rated rated ->
                    step.criterion().equals(criterion)
                            && (rating == null || rated.to().id().equals(rating));
            case Step.Measured measured -> measured.criteria().contains(criterion);
        };
    }

    @Override
    public String toString() {
        return criterion + (rating == null ? "" : "=" + rating) + (by == 0 ? "" : "@" + by);
    }
}
