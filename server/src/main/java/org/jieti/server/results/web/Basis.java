package org.jieti.server.results.web;

import java.util.Locale;
import org.jieti.report.view.ProgressView;
import org.jieti.server.assessments.AnswerSheet;
import org.jieti.server.assessments.AssessmentCase;
import org.jieti.server.assessments.AssessmentState;
import org.jieti.server.assessments.Origin;

/// What a result rests on, said above it: that it still moves, that it is not complete, that
/// nobody but the unit has looked at it.
///
/// @param standing of the answers, a message
/// @param open how many applicable criteria have no answer
/// @param offered how many answers of the round before wait to be confirmed, and do not count
record Basis(String standing, boolean isFinal, int open, int applicable, int offered) {

    static Basis of(AssessmentCase of, AnswerSheet sheet, ProgressView progress) {
        return new Basis(
                standing(of.state()),
                of.state().isHandedIn() || of.state() == AssessmentState.FINISHED,
                progress.total().applicable() - progress.total().answered(),
                progress.total().applicable(),
                offered(sheet));
    }

    private static String standing(AssessmentState state) {
        return "results.standing."
                + (state.isHandedIn() ? AssessmentState.SUBMITTED : state)
                        .name()
                        .toLowerCase(Locale.ROOT);
    }

    private static int offered(AnswerSheet sheet) {
        long answers =
                sheet.answers().values().stream()
                        .filter(kept -> kept.origin() == Origin.PREVIOUS)
                        .count();
        long readings =
                sheet.readings().values().stream()
                        .filter(kept -> kept.origin() == Origin.PREVIOUS)
                        .count();
        return Math.toIntExact(answers + readings);
    }
}
