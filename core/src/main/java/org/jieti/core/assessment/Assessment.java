package org.jieti.core.assessment;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jieti.core.model.MeasureId;
import org.jieti.core.model.ModelId;
import org.jieti.core.model.NodeId;

/// What one unit answered against one model version, as of one day. Criteria without an entry
/// are unanswered.
public record Assessment(
        ModelId model,
        Unit unit,
        LocalDate asOf,
        Map<NodeId, Answer> answers,
        Map<MeasureId, Reading> measures) {
    private static final Answer UNANSWERED = new Answer.Unanswered();

    public Assessment {
        answers = Map.copyOf(answers);
        measures = Map.copyOf(measures);
    }

    public Answer answer(NodeId criterion) {
        return answers.getOrDefault(criterion, UNANSWERED);
    }

    /// The same assessment with one answer replaced.
    public Assessment with(NodeId criterion, Answer answer) {
        Map<NodeId, Answer> changed = new HashMap<>(answers);
        changed.put(criterion, answer);
        return new Assessment(model, unit, asOf, changed, measures);
    }

    /// The same assessment with one measured value replaced.
    public Assessment with(MeasureId measure, Reading reading) {
        Map<MeasureId, Reading> changed = new HashMap<>(measures);
        changed.put(measure, reading);
        return new Assessment(model, unit, asOf, answers, changed);
    }
}
