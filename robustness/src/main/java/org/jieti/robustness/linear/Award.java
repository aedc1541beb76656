package org.jieti.robustness.linear;

import java.util.List;

/// How a panel awards levels.
public sealed interface Award {
    /// There are none, or they are the same in every run.
    record Fixed() implements Award {}

    /// By the total alone, which reaches a level where it is at least at its threshold.
    ///
    /// @param thresholds level by level, rising, the tolerance taken off
    record Bands(List<Double> thresholds) implements Award {
        public Bands {
            thresholds = List.copyOf(thresholds);
        }
    }

    /// Part by part and over all, each capped by gates; the whole never more than some levels above
    /// the lowest part, nor above the highest.
    ///
    /// @param by what is compared with what
    /// @param levels how many there are
    /// @param spread how many levels the whole may stand above the lowest part
    /// @param limits what is known of each unit
    record Graded(By by, int levels, int spread, Limits limits) implements Award {}

    /// What is compared with the thresholds.
    sealed interface By {
        /// The share of each level with one threshold, the tolerance taken off.
        record Share(double threshold) implements By {}

        /// The score with thresholds that the run's weights make.
        record Score() implements By {}
    }

    /// What is known of each unit beforehand. An area is a part or, last, the whole.
    interface Limits {
        /// The highest level that the gates of an area allow; 1 where nothing in it is answered.
        int cap(int area, int place);

        /// The share of a level where nothing deviates.
        double share(int area, int level, int place);

        /// Whether the part counts among those between which the whole must stand.
        boolean counts(int area);
    }
}
