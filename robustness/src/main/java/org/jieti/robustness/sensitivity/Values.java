package org.jieti.robustness.sensitivity;

/// The values of all subjects in a block of rows of the design.
public final class Values {
    private final int valueCount;
    private final int columns;
    private final int rows;

    /// `[((subject * valueCount + value) * columns + column) * rows + row]`.
    private final double[] values;

    Values(Study study, int rows) {
        this.valueCount = study.valueCount();
        this.columns = columns(study);
        this.rows = rows;
        this.values =
                new double
                        [Math.multiplyExact(
                                Math.multiplyExact(study.subjectCount() * valueCount, columns),
                                rows)];
    }

    /// A, B, and one for each factor.
    static int columns(Study study) {
        return study.factorCount() + 2;
    }

    public double[] array() {
        return values;
    }

    /// The place in [#array] of the first row of a column.
    public int at(int subject, int value, int column) {
        return ((subject * valueCount + value) * columns + column) * rows;
    }
}
