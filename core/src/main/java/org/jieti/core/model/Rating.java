package org.jieti.core.model;

/// A step of the rating scale and the fulfilment that it stands for, in [0, 1].
public record Rating(String id, Text name, double fulfilment) {
    public Rating {
        if (!(fulfilment >= 0 && fulfilment <= 1)) {
            throw new IllegalArgumentException(
                    "The fulfilment (%s) of rating %s must lie in 0..1. Maybe it was given in percent."
                            .formatted(fulfilment, id));
        }
    }
}
