package org.jieti.robustness.experiment;

import java.util.List;
import org.jieti.core.uncertainty.Factor;
import org.jieti.robustness.linear.Panel;

/// Units and what is uncertain about them, ready to be run: immutable, and shared by all threads.
public sealed interface Experiment permits AssessmentExperiment, IndexExperiment {

    /// The sources of uncertainty, each of which varies independently of the others. A source that
    /// touches nothing here, as the evidence of a strength that no answer has, is left out.
    List<Factor> factors();

    int unitCount();

    /// How many domains, or children of an index's root, there are.
    int partCount();

    /// How many levels or bands there are; 0 for none.
    int levelCount();

    /// The width of the range that scores lie in; no score is ever further from another.
    double span();

    /// All units that have a score, as panels, where nothing but weights is drawn and scores are
    /// linear in them; none where anything else is the case.
    List<Panel> panels();

    /// Room for one thread to work so many lanes at a time.
    Worker worker(int width);

    /// Works lanes, one unit after another. Not for use by several threads.
    interface Worker {
        /// Draws what all units share in each lane: weights and choices.
        ///
        /// @param draws at most as many lanes as there is room for
        void draw(Draws draws);

        /// `[row][lane]`: the weights drawn.
        double[][] weights();

        /// Scores and grades one unit in every lane that was drawn.
        void run(int unit, Outcomes into);
    }
}
