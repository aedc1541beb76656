package org.jieti.cli.text;

import java.util.ArrayList;
import java.util.List;
import org.jieti.cli.Session;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.Guidance;
import org.jieti.core.model.Rating;
import org.jieti.core.model.RatingScale;
import org.jieti.core.model.Text;
import org.jieti.report.words.Words;

/// What the model says of a criterion: its place and standing, its question and anchors.
final class CriterionText {
    private CriterionText() {}

    /// One line: level, kind, standing, gates, source, and where a figure differs.
    static String facts(Session session, Words words, Criterion criterion, String indent) {
        List<String> facts = new ArrayList<>();
        if (criterion.level() > 0) {
            facts.add(words.level(criterion.level()));
        }
        facts.add(words.kind(criterion.kind()));
        facts.add(words.standing(criterion.standing()));
        if (criterion.mandatory()) {
            facts.add(session.say("criterion.mandatory"));
        }
        if (criterion.veto() != null) {
            facts.add(
                    session.say(
                            "criterion.veto",
                            words.scope(criterion.veto().scope()),
                            words.code(criterion.veto().cap())));
        }
        facts.add(
                String.join(
                        words.say("list.separator"),
                        criterion.source().stream().map(words::clause).toList()));
        String elsewhere = words.elsewhere(criterion);
        if (elsewhere != null) {
            facts.add(elsewhere);
        }
        facts.add(words.effort(criterion.effort()));
        return session.styled(indent + "@|faint " + String.join(" · ", facts) + "|@") + "\n";
    }

    /// The question, an anchor for each rating, and the documents that would show it.
    static String guidance(
            Session session, Words words, RatingScale scale, Guidance guidance, String indent) {
        StringBuilder text = new StringBuilder();
        text.append(indent).append(words.text(guidance.question())).append('\n');
        for (Rating rating : scale.ratings()) {
            Text anchor = guidance.anchors().get(rating.id());
            if (anchor != null) {
                text.append(indent)
                        .append("  ")
                        .append(
                                session.say(
                                        "explain.anchor",
                                        words.text(rating.name()),
                                        words.text(anchor)))
                        .append('\n');
            }
        }
        return text.append(indent)
                .append(session.say("explain.evidence", words.text(guidance.evidence())))
                .append('\n')
                .toString();
    }
}
