package org.jieti.core.uncertainty;

import org.jieti.core.model.Text;
import org.jspecify.annotations.Nullable;

/// What is uncertain, and how much. Whatever it leaves out is certain.
///
/// @param name what it is called in results; null where it has no name
/// @param grounds on what grounds it was set; null where nobody wrote them down
/// @param weights null where the weights stand
/// @param evidence null where ratings and measures stand
/// @param missing what becomes of missing answers
public record Uncertainty(
        @Nullable Text name,
        @Nullable Text grounds,
        @Nullable UncertainWeights weights,
        @Nullable EvidenceStrengths evidence,
        MissingAnswers missing,
        Choices choices) {

    /// What a run takes a missing answer for.
    public enum MissingAnswers {
        /// It is missing in every run, and earns nothing.
        STAY_MISSING,
        /// It is rated by chance, every step of the scale as likely as another; a measure lies
        /// anywhere in its range. What is not applicable stays so.
        ANY_RATING
    }

    /// Nothing is uncertain: every run is the point result.
    public static final Uncertainty NONE =
            new Uncertainty(null, null, null, null, MissingAnswers.STAY_MISSING, Choices.NONE);

    /// The same with other weights.
    public Uncertainty with(UncertainWeights other) {
        return new Uncertainty(name, grounds, other, evidence, missing, choices);
    }

    /// The same with other strengths of evidence.
    public Uncertainty with(EvidenceStrengths other) {
        return new Uncertainty(name, grounds, weights, other, missing, choices);
    }

    /// The same with other choices.
    public Uncertainty with(Choices other) {
        return new Uncertainty(name, grounds, weights, evidence, missing, other);
    }

    /// The same, with missing answers taken otherwise.
    public Uncertainty with(MissingAnswers other) {
        return new Uncertainty(name, grounds, weights, evidence, other, choices);
    }
}
