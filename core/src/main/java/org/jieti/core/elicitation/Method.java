package org.jieti.core.elicitation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How weights are set.
public enum Method {
    /// All siblings weigh the same.
    EQUAL,
    /// Weights, limits or orders stated as they are.
    DIRECT,
    /// Points shared out of a fixed budget.
    BUDGET,
    /// Pairs compared (Saaty 1980).
    AHP,
    /// The best and the worst compared with all (Rezaei 2016).
    BEST_WORST,
    /// Nodes ranked (Więckowski et al. 2023).
    RANKING,
    /// Points shared in rounds, with the others' answers at hand.
    DELPHI,
    /// From a table: what differs between units informs (Shannon 1948).
    ENTROPY,
    /// From a table: contrast and conflict (Diakoulaki et al. 1995).
    CRITIC,
    /// From a table: the standard deviation.
    DEVIATION,
    /// From a table: the Gini coefficient.
    GINI,
    /// From a table: the effect of leaving a column out (Keshavarz-Ghorabaee et al. 2021).
    MEREC;

    /// As files and the command line write it, as in `best-worst`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The method of that id; null if there is none.
    public static @Nullable Method find(String id) {
        for (Method method : values()) {
            if (method.id().equals(id)) {
                return method;
            }
        }
        return null;
    }

    /// Whether weights come from a table of units rather than from people.
    public boolean readsTable() {
        return switch (this) {
            case ENTROPY, CRITIC, DEVIATION, GINI, MEREC -> true;
            case EQUAL, DIRECT, BUDGET, AHP, BEST_WORST, RANKING, DELPHI -> false;
        };
    }
}
