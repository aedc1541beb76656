package org.jieti.core.scoring;

/// 完成率: how much of what is available is answered. Shares are of the applicable points at
/// effective weight, in [0, 1]; they sum to 1 unless nothing is applicable. Counts are of
/// criteria.
public record Coverage(
        double answeredShare,
        double insufficientShare,
        double unansweredShare,
        int answered,
        int insufficient,
        int unanswered,
        int notApplicable) {
    static final Coverage NONE = new Coverage(0, 0, 0, 0, 0, 0, 0);

    static Coverage of(AnswerState state) {
        return switch (state) {
            case RATED, SETTLED -> new Coverage(1, 0, 0, 1, 0, 0, 0);
            case INSUFFICIENT -> new Coverage(0, 1, 0, 0, 1, 0, 0);
            case UNANSWERED -> new Coverage(0, 0, 1, 0, 0, 1, 0);
            case NOT_APPLICABLE -> new Coverage(0, 0, 0, 0, 0, 0, 1);
        };
    }

    /// This coverage with that of a child of the given weight added.
    Coverage plus(double weight, Coverage child) {
        return new Coverage(
                answeredShare + weight * child.answeredShare,
                insufficientShare + weight * child.insufficientShare,
                unansweredShare + weight * child.unansweredShare,
                answered + child.answered,
                insufficient + child.insufficient,
                unanswered + child.unanswered,
                notApplicable + child.notApplicable);
    }

    /// Criteria that still wait for a rating.
    public int missing() {
        return insufficient + unanswered;
    }

    public int applicable() {
        return answered + missing();
    }

    public boolean isEmpty() {
        return answeredShare <= 0;
    }
}
