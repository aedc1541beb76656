package org.jieti.catalog.batch;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jieti.catalog.batch.CsvColumns.Column;
import org.jieti.core.assessment.Answer;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.assessment.Reading;
import org.jieti.core.assessment.Unit;
import org.jieti.core.model.MeasureId;
import org.jieti.core.model.ModelId;
import org.jieti.core.model.NodeId;

/// What the rows of one unit, or of one of its raters, have said so far.
final class CsvUnit {
    /// A detail of the unit, and the line that stated it first.
    record Detail(String value, long line) {}

    private final String id;
    private final long firstLine;
    private final Map<Column, Detail> details = new EnumMap<>(Column.class);
    private final Map<NodeId, Answer> answers = new HashMap<>();
    private final Map<MeasureId, Reading> measures = new HashMap<>();

    /// The line of each item of the model; 0 where there is none.
    private final int[] lines;

    CsvUnit(String id, long firstLine, int itemCount) {
        this.id = id;
        this.firstLine = firstLine;
        this.lines = new int[itemCount];
    }

    String id() {
        return id;
    }

    long firstLine() {
        return firstLine;
    }

    int line(int item) {
        return lines[item];
    }

    void answeredOn(int item, long line) {
        lines[item] = Math.toIntExact(line);
    }

    /// States a detail, and returns it as it was stated first.
    Detail state(Column column, String value, long line) {
        return details.computeIfAbsent(column, _ -> new Detail(value, line));
    }

    void answer(NodeId criterion, Answer answer) {
        answers.put(criterion, answer);
    }

    void measure(MeasureId measure, Reading reading) {
        measures.put(measure, reading);
    }

    /// The assessment that the rows make.
    ///
    /// @param unit the unit, where no row states one
    /// @param asOf the day, where no row states one
    Assessment assessment(ModelId model, String unit, LocalDate asOf) {
        String day = detail(Column.AS_OF, "");
        String id = detail(Column.UNIT, unit);
        return new Assessment(
                model,
                new Unit(
                        id,
                        detail(Column.NAME, id),
                        detail(Column.REGION, ""),
                        detail(Column.PEER_GROUP, "")),
                day.isEmpty() ? asOf : LocalDate.parse(day),
                answers,
                measures);
    }

    /// A detail as it was stated, or what stands for it where it was not.
    String detail(Column column, String absent) {
        Detail detail = details.get(column);
        return detail == null ? absent : detail.value();
    }
}
