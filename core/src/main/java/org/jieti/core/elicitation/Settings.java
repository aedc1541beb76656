package org.jieti.core.elicitation;

import java.util.Locale;

/// The choices that a method leaves open.
///
/// @param randomIndex the name of the random-index table by which a consistency ratio is taken
/// @param pooling how several experts become one
/// @param budget the points that each expert shares out, above 0
/// @param stop when a Delphi ends
public record Settings(String randomIndex, Pooling pooling, double budget, StopRule stop) {
    /// Alonso & Lamata (2006) drew more matrices than Saaty (1980), and their table goes beyond
    /// fifteen nodes.
    public static final Settings DEFAULT =
            new Settings("alonso-lamata-2006", Pooling.JUDGEMENTS, 100, StopRule.DEFAULT);

    /// How the judgements or weights of several experts become one.
    public enum Pooling {
        /// The weighted geometric mean of each judgement (Aczél & Saaty 1983).
        JUDGEMENTS,
        /// The weighted geometric mean of the experts' priorities, renormalised.
        PRIORITIES,
        /// The weighted arithmetic mean of the experts' weights.
        MEAN;

        /// As files write it.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// When a Delphi ends.
    ///
    /// @param agreement Kendall's W from which the experts agree, in (0, 1]
    /// @param change what no median may have moved by since the round before for the experts to
    ///     have settled, above 0
    /// @param move from what change of a weight on an expert is listed as having moved
    public record StopRule(double agreement, double change, double move) {
        /// Schmidt (1997) calls a W of 0.7 strong agreement; the other two are ours.
        public static final StopRule DEFAULT = new StopRule(0.7, 0.01, 0.02);

        public StopRule {
            if (!(agreement > 0 && agreement <= 1 && change > 0 && move > 0)) {
                throw new IllegalArgumentException(
                        "A Delphi cannot stop at an agreement of %s, a change of %s, a move of %s."
                                .formatted(agreement, change, move));
            }
        }
    }

    public Settings {
        if (!(budget > 0 && Double.isFinite(budget))) {
            throw new IllegalArgumentException(
                    "A budget of %s cannot be shared.".formatted(budget));
        }
    }
}
