package org.jieti.core.agreement;

import java.util.ArrayList;
import java.util.List;
import org.jieti.core.assessment.Answer;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.Rating;
import org.jieti.core.model.RatingScale;
import org.jspecify.annotations.Nullable;

/// What the raters of a panel said to one criterion.
///
/// @param answers one for each rater, in their order
/// @param median the median of the ratings, of an even number the lower; null without ratings.
///     Answers that are no ratings take no part.
/// @param measured how many raters entered the measure that the criterion reads; 0 where it reads
///     none
/// @param spread how many steps of the scale lie between the best and the worst rating; 0 with
///     fewer than two ratings
/// @param disputes what must be discussed; empty where nothing must
public record Opinions(
        Criterion criterion,
        List<Answer> answers,
        int measured,
        @Nullable Rating median,
        int spread,
        List<Dispute> disputes) {
    /// The widest spread that needs no discussion, in steps of the scale.
    public static final int UNDISPUTED_STEPS = 1;

    public Opinions {
        answers = List.copyOf(answers);
        disputes = List.copyOf(disputes);
    }

    static Opinions of(Criterion criterion, List<Answer> answers, int measured, RatingScale scale) {
        int[] steps =
                answers.stream()
                        .filter(Answer.Rated.class::isInstance)
                        .map(Answer.Rated.class::cast)
                        .mapToInt(rated -> scale.ratings().indexOf(rated.rating()))
                        .sorted()
                        .toArray();
        Rating median = steps.length == 0 ? null : scale.ratings().get(steps[steps.length / 2]);
        int spread = steps.length == 0 ? 0 : steps[steps.length - 1] - steps[0];
        return new Opinions(
                criterion, answers, measured, median, spread, disputes(answers, measured, spread));
    }

    private static List<Dispute> disputes(List<Answer> answers, int measured, int spread) {
        boolean rated = measured > 0 || answers.stream().anyMatch(Answer.Rated.class::isInstance);
        boolean inapplicable = answers.stream().anyMatch(Answer.NotApplicable.class::isInstance);
        boolean insufficient =
                answers.stream().anyMatch(Answer.InsufficientEvidence.class::isInstance);
        List<Dispute> disputes = new ArrayList<>();
        if (spread > UNDISPUTED_STEPS) {
            disputes.add(Dispute.SPREAD);
        }
        if (inapplicable && (rated || insufficient)) {
            disputes.add(Dispute.APPLICABILITY);
        }
        if (insufficient && rated) {
            disputes.add(Dispute.EVIDENCE);
        }
        return disputes;
    }

    /// The answer that the panel would give: the median of its ratings; without ratings,
    /// insufficient evidence if any rater found it so, else not applicable if any said so, with the
    /// reason of the first who did. Unanswered where a measure that someone entered answers.
    public Answer proposed() {
        if (median != null) {
            return new Answer.Rated(median, "");
        }
        Answer proposed = new Answer.Unanswered();
        if (measured > 0) {
            return proposed;
        }
        for (Answer answer : answers) {
            switch (answer) {
                case Answer.InsufficientEvidence insufficient -> {
                    return insufficient;
                }
                case Answer.NotApplicable notApplicable -> {
                    if (proposed instanceof Answer.Unanswered) {
                        proposed = notApplicable;
                    }
                }
                case Answer.Rated _, Answer.Unanswered _ -> {}
            }
        }
        return proposed;
    }
}
