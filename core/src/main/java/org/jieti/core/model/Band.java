package org.jieti.core.model;

import java.util.List;

/// How a measured value becomes a fulfilment in [0, 1]: 1 beyond the limit, and before it a
/// piecewise linear credit, clamped at its ends.
///
/// `credit` holds at least two points, from the worst value to the best; its fulfilments do not
/// fall.
public record Band(Limit limit, List<Credit> credit, Standing standing) {

    /// The fulfilment earned at one value.
    public record Credit(double at, double fulfilment) {
        public Credit {
            if (!Double.isFinite(at) || !(fulfilment >= 0 && fulfilment <= 1)) {
                throw new IllegalArgumentException(
                        "Credit is a fulfilment in 0..1 at a finite value, but got %s at %s. Maybe it was given in percent."
                                .formatted(fulfilment, at));
            }
        }
    }

    public Band {
        credit = List.copyOf(credit);
        if (credit.size() < 2) {
            throw new IllegalArgumentException(
                    "A band needs at least two points of credit, but got %s.".formatted(credit));
        }
        for (int i = 1; i < credit.size(); i++) {
            if (credit.get(i).fulfilment() < credit.get(i - 1).fulfilment()
                    || credit.get(i).at() == credit.get(i - 1).at()) {
                throw new IllegalArgumentException(
                        "Credit rises from the worst value to the best, but got %s."
                                .formatted(credit));
            }
        }
    }

    /// The fulfilment of a measured value, in [0, 1].
    public double fulfilment(double measured) {
        if (limit.passes(measured)) {
            return 1;
        }
        for (int i = 1; i < credit.size(); i++) {
            Credit worse = credit.get(i - 1);
            Credit better = credit.get(i);
            double along = (measured - worse.at()) / (better.at() - worse.at());
            if (along <= 0) {
                return worse.fulfilment();
            }
            if (along < 1) {
                return worse.fulfilment() + along * (better.fulfilment() - worse.fulfilment());
            }
        }
        return credit.getLast().fulfilment();
    }
}
