package org.jieti.report.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jieti.core.grading.GateVerdict;
import org.jieti.core.result.DomainResult;
import org.jieti.report.words.Words;

/// One gate and its verdict.
///
/// @param caps what it does while it is closed
/// @param state `passed`, `failed`, `open` or `not-applicable`
public record GateRow(
        String kind,
        String criterion,
        String id,
        String domain,
        LevelMark level,
        String caps,
        String verdict,
        String state,
        AnswerMark answer) {

    /// Closed gates first, then in the order of the model.
    static List<GateRow> of(Subject subject) {
        List<GateVerdict> gates = new ArrayList<>();
        if (subject.result().overall() != null) {
            gates.addAll(subject.result().overall().gates());
        }
        for (DomainResult domain : subject.result().domains()) {
            if (domain.grade() != null) {
                gates.addAll(domain.grade().gates());
            }
        }
        List<GateRow> rows = new ArrayList<>();
        gates.stream().filter(GateVerdict::isClosed).forEach(gate -> rows.add(row(subject, gate)));
        gates.stream()
                .filter(gate -> !gate.isClosed())
                .forEach(gate -> rows.add(row(subject, gate)));
        return rows;
    }

    private static GateRow row(Subject subject, GateVerdict gate) {
        Words words = subject.words();
        return new GateRow(
                words.gate(gate.kind()),
                words.name(gate.criterion().criterion()),
                gate.criterion().id().value(),
                words.name(gate.domain()),
                subject.mark(gate.criterion().level()),
                words.caps(gate),
                words.verdict(gate.verdict()),
                gate.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                subject.answer(gate.criterion()));
    }
}
