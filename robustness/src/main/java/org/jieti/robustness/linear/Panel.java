package org.jieti.robustness.linear;

/// Units whose scores are linear in the same coefficients: what is certain about them, and how the
/// coefficients come about. Immutable.
///
/// A *form* is a sum over a range of columns. The first forms are the scores of the parts; those of
/// a panel that is graded by shares go on with the shares, part by part and level by level.
///
/// Forms are worked as deviations: the point value, which is that of the engine, plus the sum of
/// values times what the coefficients deviate from theirs at the point. Where nothing deviates the
/// result is the point to the last bit.
public abstract class Panel {
    private final int[] units;
    private final int[] formEnds;
    private final int partCount;

    /// @param units their numbers in the experiment
    /// @param formEnds `[form]`: the column behind its last; a form begins where the one before
    ///     ends
    protected Panel(int[] units, int partCount, int[] formEnds) {
        this.units = units.clone();
        this.partCount = partCount;
        this.formEnds = formEnds.clone();
    }

    public final int unitCount() {
        return units.length;
    }

    /// The number in the experiment of the unit at a place in the panel.
    public final int unit(int place) {
        return units[place];
    }

    public final int partCount() {
        return partCount;
    }

    public final int formCount() {
        return formEnds.length;
    }

    /// The first column of a form.
    public final int from(int form) {
        return form == 0 ? 0 : formEnds[form - 1];
    }

    /// The column behind the last of a form.
    public final int to(int form) {
        return formEnds[form];
    }

    public final int columnCount() {
        return formEnds[formEnds.length - 1];
    }

    /// What a column holds for a unit.
    public abstract double value(int column, int place);

    /// How levels are awarded.
    public abstract Award award();

    /// Room for one thread to work out coefficients of so many runs.
    public abstract Coefficients coefficients(int width);
}
