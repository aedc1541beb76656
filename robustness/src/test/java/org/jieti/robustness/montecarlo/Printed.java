package org.jieti.robustness.montecarlo;

/// A result with every bit of it.
final class Printed {
    private Printed() {}

    static String of(Robustness result) {
        StringBuilder text = new StringBuilder();
        for (int unit = 0; unit < result.of().experiment().unitCount(); unit++) {
            for (int part = 0; part < result.partCount(); part++) {
                text.append(result.part(unit, part)).append(result.levels(unit, part));
            }
            text.append(result.total(unit))
                    .append(result.levels(unit))
                    .append(result.ranks(unit))
                    .append('\n');
        }
        return text.append(result.pairs()).toString();
    }
}
