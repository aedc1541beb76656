package org.jieti.core.population;

/// What stands in for a missing cell (Handbook 2008, step 3, "Imputation of missing data"). There
/// is no imputation by 0: what is missing is not bad.
public sealed interface Imputation {

    /// The mean of the column.
    record Mean() implements Imputation {}

    /// The median of the column.
    record Median() implements Imputation {}

    /// The mean of the column over the units of the same group; as `i_mean_grp` of COINr.
    record GroupMean(String grouping) implements Imputation {}

    /// The median of the column over the units of the same group.
    record GroupMedian(String grouping) implements Imputation {}
}
