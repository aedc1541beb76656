package org.jieti.server.assessments;

import static org.jieti.server.database.schema.Tables.ANSWER;
import static org.jieti.server.database.schema.Tables.READING;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jieti.core.model.MeasureId;
import org.jieti.core.model.NodeId;
import org.jieti.server.database.schema.tables.records.AnswerRecord;
import org.jieti.server.database.schema.tables.records.ReadingRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/// The tables `answer` and `reading`.
@Repository
class AnswerRows {
    private final DSLContext database;

    AnswerRows(DSLContext database) {
        this.database = database;
    }

    AnswerSheet of(UUID assessment) {
        return of(List.of(assessment)).getOrDefault(assessment, AnswerSheet.EMPTY);
    }

    /// The sheets of several assessments, by one query for each table; those without any row are
    /// left out.
    Map<UUID, AnswerSheet> of(Collection<UUID> assessments) {
        Map<UUID, Map<NodeId, KeptAnswer>> answers = new HashMap<>();
        database.selectFrom(ANSWER)
                .where(ANSWER.ASSESSMENT.in(assessments))
                .forEach(
                        row ->
                                answers.computeIfAbsent(
                                                row.getAssessment(), _ -> new LinkedHashMap<>())
                                        .put(new NodeId(row.getCriterion()), kept(row)));
        Map<UUID, Map<MeasureId, KeptReading>> readings = new HashMap<>();
        database.selectFrom(READING)
                .where(READING.ASSESSMENT.in(assessments))
                .forEach(
                        row ->
                                readings.computeIfAbsent(
                                                row.getAssessment(), _ -> new LinkedHashMap<>())
                                        .put(new MeasureId(row.getMeasure()), kept(row)));
        Map<UUID, AnswerSheet> sheets = new HashMap<>();
        answers.forEach(
                (assessment, own) ->
                        sheets.put(
                                assessment,
                                new AnswerSheet(own, readings.getOrDefault(assessment, Map.of()))));
        readings.forEach(
                (assessment, own) ->
                        sheets.putIfAbsent(assessment, new AnswerSheet(Map.of(), own)));
        return sheets;
    }

    void put(UUID assessment, KeptAnswer answer) {
        WrittenAnswer written = answer.written();
        AnswerRecord row = new AnswerRecord();
        row.setAssessment(assessment);
        row.setCriterion(answer.criterion().value());
        row.setState(written.state().name());
        row.setRating(written.rating());
        row.setNote(written.note());
        row.setOrigin(answer.origin().name());
        row.setVersion(answer.version());
        row.setSavedAs(answer.savedAs());
        row.setChangedBy(answer.changedBy());
        row.setChangedAt(answer.changedAt());
        database.insertInto(ANSWER).set(row).onDuplicateKeyUpdate().set(row).execute();
    }

    void put(UUID assessment, KeptReading reading) {
        WrittenReading written = reading.written();
        ReadingRecord row = new ReadingRecord();
        row.setAssessment(assessment);
        row.setMeasure(reading.measure().value());
        row.setValue(written.value());
        row.setUnit(written.unit());
        row.setNote(written.note());
        row.setOrigin(reading.origin().name());
        row.setVersion(reading.version());
        row.setSavedAs(reading.savedAs());
        row.setChangedBy(reading.changedBy());
        row.setChangedAt(reading.changedAt());
        database.insertInto(READING).set(row).onDuplicateKeyUpdate().set(row).execute();
    }

    private static KeptAnswer kept(AnswerRecord row) {
        return new KeptAnswer(
                new NodeId(row.getCriterion()),
                new WrittenAnswer(
                        WrittenAnswer.State.valueOf(row.getState()),
                        row.getRating(),
                        row.getNote()),
                Origin.valueOf(row.getOrigin()),
                row.getVersion(),
                row.getSavedAs(),
                row.getChangedBy(),
                row.getChangedAt());
    }

    private static KeptReading kept(ReadingRecord row) {
        return new KeptReading(
                new MeasureId(row.getMeasure()),
                new WrittenReading(row.getValue(), row.getUnit(), row.getNote()),
                Origin.valueOf(row.getOrigin()),
                row.getVersion(),
                row.getSavedAs(),
                row.getChangedBy(),
                row.getChangedAt());
    }
}
