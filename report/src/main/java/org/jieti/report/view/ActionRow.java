package org.jieti.report.view;

import java.util.List;
import org.jieti.core.grading.NextLevel.Failing;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.Domain;
import org.jieti.core.model.NodeId;
import org.jieti.report.words.Numbers;
import org.jieti.report.words.Words;

/// One thing to do: a criterion to raise, what that takes, and what it brings.
///
/// @param gate the kind of gate that it is; empty for most
/// @param gain what the share of its level gains
/// @param met what the best rating takes; empty where the model does not say
public record ActionRow(
        String id,
        String name,
        String domain,
        LevelMark level,
        String gate,
        AnswerMark answer,
        String gain,
        String effort,
        String met,
        String evidence) {

    static List<ActionRow> of(Subject subject, List<Failing> failing) {
        return failing.stream().map(each -> of(subject, each)).toList();
    }

    private static ActionRow of(Subject subject, Failing failing) {
        Criterion criterion = failing.criterion().criterion();
        Words words = subject.words();
        return new ActionRow(
                criterion.id().value(),
                words.name(criterion),
                domainOf(subject, criterion.id()),
                subject.mark(criterion.level()),
                subject.gate(criterion),
                subject.answer(failing.criterion()),
                Numbers.gain(failing.gain()),
                words.effortShort(criterion.effort()),
                subject.met(criterion),
                subject.evidence(criterion));
    }

    private static String domainOf(Subject subject, NodeId id) {
        for (Domain domain : subject.result().model().domains()) {
            if (domain.id().contains(id)) {
                return subject.words().name(domain);
            }
        }
        return "";
    }
}
