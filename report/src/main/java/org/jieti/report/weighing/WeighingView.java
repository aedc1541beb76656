package org.jieti.report.weighing;

import java.util.List;
import org.jieti.core.model.Language;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.WeightRecord;
import org.jieti.core.model.WeightSet;

/// A weight set with its record, as every face shows it: numbers are strings already.
///
/// @param verdict whether the judgements are commonly accepted; empty where there is no measure
/// @param accepted false where the verdict calls for a second look
public record WeighingView(
        String title,
        String facts,
        String provenance,
        String verdict,
        boolean accepted,
        String base,
        List<ExpertRow> experts,
        List<GroupView> groups) {
    public WeighingView {
        experts = List.copyOf(experts);
        groups = List.copyOf(groups);
    }

    /// Who stated something, and when.
    public record ExpertRow(String id, String voice, String given) {}

    /// What a set says of itself.
    ///
    /// @param set with a record
    public static WeighingView of(WeightSet set, MaturityModel model, Language language) {
        WeighingWords words = new WeighingWords(language, model);
        WeightRecord record = set.record();
        if (record == null) {
            throw new IllegalArgumentException(
                    "Nobody wrote down how " + set.id() + " came about.");
        }
        return new WeighingView(
                set.name().in(language),
                words.say(
                        "facts", words.text(model.name()), model.id(), words.method(set), set.id()),
                set.provenance().in(language),
                words.verdict(record),
                record.verdict() == null || record.verdict().above() == 0,
                record.base() == null ? "" : words.say("base", record.base()),
                record.experts().stream()
                        .map(
                                expert ->
                                        new ExpertRow(
                                                expert.id(),
                                                WeighingWords.number(expert.voice()),
                                                expert.given() == null
                                                        ? "–"
                                                        : expert.given().toString()))
                        .toList(),
                record.groups().stream().map(group -> GroupView.of(set, group, words)).toList());
    }
}
