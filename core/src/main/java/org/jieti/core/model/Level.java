package org.jieti.core.model;

/// One maturity level. `number` counts from 1; `code` is how it is printed, as in `III`.
public record Level(int number, String code, Text name, Text meaning) {
    public Level {
        if (number < 1) {
            throw new IllegalArgumentException(
                    "Levels count from 1, but got %d.".formatted(number));
        }
    }
}
