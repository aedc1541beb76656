package org.jieti.catalog.batch;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jieti.catalog.batch.CsvColumns.Column;
import org.jieti.catalog.batch.CsvColumns.Subject;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.format.AssessmentFormat;
import org.jieti.core.agreement.Rater;
import org.jieti.core.assessment.Answer;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.assessment.Reading;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Measure;
import org.jieti.core.model.Rating;
import org.jieti.core.model.Violation;
import org.jieti.core.result.ScoringInput;
import org.jieti.core.result.Yardstick;
import org.jspecify.annotations.Nullable;

/// A table of answers: one row for each answer of each unit, or of each rater of one unit.
///
/// An item is a criterion, answered by a rating of the model, `na` or `insufficient`; or a
/// measure, answered by a value and its unit. The reason belongs to `na` and `insufficient`, and
/// is a note beside a rating. What a unit is called and where it belongs may stand on any of its
/// rows, and must not differ. A criterion without a row is unanswered. Rows without any content
/// are passed over.
final class CsvAnswers {
    /// Keeps a finding's place until all places are looked up together.
    private record Complaint(CsvLayout.Cell cell, String rule, List<Object> arguments) {}

    /// What only a measure has.
    private static final List<Column> FIGURES = List.of(Column.VALUE, Column.MEASURE_UNIT);

    private static final String NOT_APPLICABLE = "na";
    private static final String INSUFFICIENT = "insufficient";
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

    private final StrictText text;
    private final Subject subject;
    private final Yardstick yardstick;
    private final MaturityModel model;
    private final LocalDate asOf;
    private final Findings findings;

    private final List<Complaint> complaints = new ArrayList<>();
    private final List<CsvUnit> units = new ArrayList<>();
    private final Map<String, CsvUnit> unitsById = new HashMap<>();
    private @Nullable CsvUnit latest;

    private final List<Criterion> criteria;
    private final List<Measure> measures;
    private final Map<String, Integer> items = new HashMap<>();
    private final Map<String, Answer> ratings = new HashMap<>();

    private CsvColumns columns = CsvColumns.NONE;

    private CsvAnswers(
            StrictText text,
            Subject subject,
            Yardstick yardstick,
            LocalDate asOf,
            Findings findings) {
        this.text = text;
        this.subject = subject;
        this.yardstick = yardstick;
        this.model = yardstick.model();
        this.asOf = asOf;
        this.findings = findings;
        criteria = model.criteria();
        measures = model.measures();
        for (int i = 0; i < measures.size(); i++) {
            items.put(measures.get(i).id().value(), criteria.size() + i);
        }
        for (int i = 0; i < criteria.size(); i++) {
            items.put(criteria.get(i).id().value(), i);
        }
        for (Rating rating : model.ratings().ratings()) {
            ratings.put(rating.id(), new Answer.Rated(rating, ""));
        }
    }

    /// The assessments of a table of units, in the order in which units first appear. What is
    /// wrong with it is among the findings.
    static List<ScoringInput> read(
            StrictText text,
            Yardstick yardstick,
            LocalDate asOf,
            Progress progress,
            Findings findings) {
        CsvAnswers answers = new CsvAnswers(text, Subject.UNITS, yardstick, asOf, findings);
        answers.rows(progress);
        List<ScoringInput> inputs = new ArrayList<>();
        for (Judged judged : answers.judged("")) {
            if (judged.input() != null) {
                inputs.add(judged.input());
            }
        }
        answers.report();
        return inputs;
    }

    /// The raters of a table of raters, in the order in which they first appear. What is wrong
    /// with it is among the findings.
    ///
    /// @param unit the id of the unit, where no row states one
    static List<Rater> raters(
            StrictText text, Yardstick yardstick, String unit, LocalDate asOf, Findings findings) {
        CsvAnswers answers = new CsvAnswers(text, Subject.RATERS, yardstick, asOf, findings);
        answers.rows(Progress.NONE);
        List<Judged> judged = answers.judged(answers.statedUnit(unit));
        List<Rater> raters = new ArrayList<>();
        for (int i = 0; i < judged.size(); i++) {
            CsvUnit rows = answers.units.get(i);
            raters.add(new Rater(rows.id(), judged.get(i).assessment()));
            String rated = judged.get(i).assessment().unit().id();
            String first = judged.getFirst().assessment().unit().id();
            if (!rated.equals(first)) {
                answers.complain(
                        rows.firstLine(),
                        answers.columns.at(Column.UNIT),
                        "panel.unit",
                        rows.id(),
                        rated,
                        first);
            }
        }
        answers.report();
        return raters;
    }

    /// The unit that the first row which states one names.
    ///
    /// @param otherwise where none does
    private String statedUnit(String otherwise) {
        return units.stream()
                .map(rows -> rows.detail(Column.UNIT, ""))
                .filter(stated -> !stated.isEmpty())
                .findFirst()
                .orElse(otherwise);
    }

    private void rows(Progress progress) {
        QuoteWatch watch = new QuoteWatch();
        try (Reader reader = watch.over(text.open(progress));
                CsvReader<CsvRecord> records =
                        CsvReader.builder()
                                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                                .allowUnclosedQuote(true)
                                .ofCsvRecord(reader)) {
            for (CsvRecord row : records) {
                row(row);
            }
        } catch (CsvParseException _) {
            CsvFaults.report(text, findings);
            return;
        } catch (CharacterCodingException _) {
            text.reportEncoding(findings);
            return;
        } catch (UncheckedIOException e) {
            unreadable(e);
            return;
        } catch (IOException _) {
            findings.error(Location.whole(text.name()), "file.unreadable", text.name());
            return;
        }
        Location open = watch.sawQuotes() ? CsvFaults.openQuote(text) : null;
        if (open != null) {
            findings.error(open, "batch.csv.open");
        } else if (columns == CsvColumns.NONE) {
            findings.error(Location.whole(text.name()), "batch.csv.empty", subject.header());
        } else if (columns.isSound() && units.isEmpty()) {
            findings.error(Location.whole(text.name()), "batch.csv.no-rows");
        }
    }

    private void unreadable(UncheckedIOException e) {
        if (e.getCause() instanceof CharacterCodingException) {
            text.reportEncoding(findings);
        } else {
            findings.error(Location.whole(text.name()), "file.unreadable", text.name());
        }
    }

    private void complain(long row, int cell, String rule, Object... arguments) {
        complaints.add(new Complaint(new CsvLayout.Cell(row, cell), rule, List.of(arguments)));
    }

    private void row(CsvRecord row) {
        long line = row.getStartingLineNumber();
        if (isBlank(row)) {
            return;
        }
        if (columns == CsvColumns.NONE) {
            columns =
                    CsvColumns.of(
                            row.getFields(),
                            subject,
                            (cell, rule, arguments) -> complain(line, cell, rule, arguments));
            return;
        }
        if (!columns.isSound()) {
            return;
        }
        if (row.getFieldCount() != columns.count()) {
            complain(line, 0, "batch.row.cells", row.getFieldCount(), columns.count());
            return;
        }
        Row cells = new Row(line, row);
        CsvUnit unit = unit(cells);
        Integer item = item(cells);
        if (unit == null || item == null) {
            return;
        }
        long earlier = unit.line(item);
        if (earlier > 0) {
            complain(
                    line,
                    columns.at(Column.ITEM),
                    subject == Subject.RATERS ? "panel.row.duplicate" : "batch.row.duplicate",
                    unit.id(),
                    cells.of(Column.ITEM),
                    earlier);
            return;
        }
        unit.answeredOn(item, line);
        if (item < criteria.size()) {
            criterion(cells, unit, item);
        } else {
            measure(cells, unit, item);
        }
    }

    private static boolean isBlank(CsvRecord row) {
        for (int i = 0; i < row.getFieldCount(); i++) {
            if (!row.getField(i).isBlank()) {
                return false;
            }
        }
        return true;
    }

    /// One row that has as many cells as the header.
    private final class Row {
        private final long line;
        private final CsvRecord cells;

        Row(long line, CsvRecord cells) {
            this.line = line;
            this.cells = cells;
        }

        /// The text of a cell, without blanks around it; empty where the column is missing.
        String of(Column column) {
            int at = columns.at(column);
            return at < 0 ? "" : cells.getField(at).strip();
        }

        boolean has(Column column) {
            return !of(column).isEmpty();
        }

        void complain(Column column, String rule, Object... arguments) {
            CsvAnswers.this.complain(line, columns.at(column), rule, arguments);
        }
    }

    private @Nullable CsvUnit unit(Row row) {
        String id = row.of(subject.key());
        if (id.isEmpty()) {
            row.complain(
                    subject.key(),
                    subject == Subject.RATERS ? "panel.row.rater" : "batch.row.unit");
            return null;
        }
        CsvUnit unit = unit(id, row.line);
        for (Column column : subject.details()) {
            String value = row.of(column);
            if (value.isEmpty() || (column == Column.AS_OF && !isDate(row, value))) {
                continue;
            }
            CsvUnit.Detail known = unit.state(column, value, row.line);
            if (!known.value().equals(value)) {
                row.complain(
                        column,
                        subject == Subject.RATERS ? "panel.row.conflict" : "batch.unit.conflict",
                        id,
                        column.heading(),
                        value,
                        known.value(),
                        known.line());
            }
        }
        return unit;
    }

    /// Rows of one unit mostly follow each other.
    private CsvUnit unit(String id, long line) {
        if (latest != null && latest.id().equals(id)) {
            return latest;
        }
        CsvUnit unit = unitsById.get(id);
        if (unit == null) {
            unit = new CsvUnit(id, line, items.size());
            unitsById.put(id, unit);
            units.add(unit);
        }
        latest = unit;
        return unit;
    }

    private static boolean isDate(Row row, String value) {
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeException _) {
            row.complain(Column.AS_OF, "assessment.date", value);
            return false;
        }
    }

    /// The number of the criterion or measure, criteria first; null if the model has none such.
    private @Nullable Integer item(Row row) {
        String id = row.of(Column.ITEM);
        if (id.isEmpty()) {
            row.complain(Column.ITEM, "batch.row.item");
            return null;
        }
        Integer item = items.get(id);
        if (item == null) {
            row.complain(
                    Column.ITEM,
                    "batch.item.unknown",
                    id,
                    model.id(),
                    AssessmentFormat.nearest(model, id));
        }
        return item;
    }

    private void criterion(Row row, CsvUnit unit, int item) {
        String id = row.of(Column.ITEM);
        for (Column column : FIGURES) {
            if (row.has(column)) {
                row.complain(column, "batch.row.value", id, row.of(column), column.heading());
            }
        }
        String rating = row.of(Column.RATING);
        String reason = row.of(Column.REASON);
        switch (rating) {
            case "" -> row.complain(Column.RATING, "batch.row.rating", id, scale());
            case NOT_APPLICABLE -> {
                if (reason.isEmpty()) {
                    row.complain(Column.REASON, "batch.row.reason", id, rating);
                } else {
                    unit.answer(criteria.get(item).id(), new Answer.NotApplicable(reason));
                }
            }
            case INSUFFICIENT -> {
                if (reason.isEmpty()) {
                    row.complain(Column.REASON, "batch.row.reason", id, rating);
                } else {
                    unit.answer(criteria.get(item).id(), new Answer.InsufficientEvidence(reason));
                }
            }
            default -> rated(row, unit, item, rating, reason);
        }
    }

    private void rated(Row row, CsvUnit unit, int item, String rating, String note) {
        Answer bare = ratings.get(rating);
        if (bare == null) {
            row.complain(
                    Column.RATING, "assessment.rating.scale", row.of(Column.ITEM), rating, scale());
            return;
        }
        unit.answer(
                criteria.get(item).id(),
                note.isEmpty() || !(bare instanceof Answer.Rated rated)
                        ? bare
                        : new Answer.Rated(rated.rating(), note));
    }

    private String scale() {
        return model.ratings().ratings().stream().map(Rating::id).collect(Collectors.joining(", "))
                + ", "
                + NOT_APPLICABLE
                + ", "
                + INSUFFICIENT;
    }

    private void measure(Row row, CsvUnit unit, int item) {
        Measure measure = measures.get(item - criteria.size());
        String id = measure.id().value();
        if (row.has(Column.RATING)) {
            row.complain(Column.RATING, "batch.row.measure", id, row.of(Column.RATING));
            return;
        }
        String value = row.of(Column.VALUE);
        String of = row.of(Column.MEASURE_UNIT);
        boolean isNumber =
                NUMBER.matcher(value).matches() && Double.isFinite(Double.parseDouble(value));
        if (!isNumber) {
            row.complain(Column.VALUE, "batch.row.number", id, value);
        }
        if (of.isEmpty()) {
            row.complain(Column.MEASURE_UNIT, "batch.row.measure-unit", id, measure.unit());
        }
        if (isNumber && !of.isEmpty()) {
            unit.measure(measure.id(), new Reading(Double.parseDouble(value), of));
        }
    }

    /// An assessment, and what of the model's rules it breaks.
    ///
    /// @param input null if it breaks any
    private record Judged(
            Assessment assessment, @Nullable ScoringInput input, List<Violation> violations) {}

    /// One assessment for each unit, with whatever breaks the model's rules.
    ///
    /// @param unitId the id of the unit, where no row states one; empty where each key is a unit
    private List<Judged> judged(String unitId) {
        List<Judged> judged =
                units.parallelStream()
                        .map(
                                unit -> {
                                    Assessment assessment =
                                            unit.assessment(
                                                    model.id(),
                                                    subject == Subject.UNITS ? unit.id() : unitId,
                                                    asOf);
                                    List<Violation> violations = new ArrayList<>();
                                    ScoringInput input =
                                            yardstick.accept(assessment, violations::add);
                                    return new Judged(assessment, input, violations);
                                })
                        .toList();
        for (int i = 0; i < units.size(); i++) {
            for (Violation violation : judged.get(i).violations()) {
                complain(units.get(i), violation);
            }
        }
        return judged;
    }

    private void complain(CsvUnit unit, Violation violation) {
        Integer item = items.get(violation.subject());
        long line = item == null ? 0 : unit.line(item);
        if (line == 0) {
            line = unit.firstLine();
        }
        Column column = item == null ? subject.key() : column(violation.rule());
        complain(line, columns.at(column), violation.rule(), violation.arguments().toArray());
    }

    /// The column that a broken rule is about.
    private static Column column(String rule) {
        return switch (rule) {
            case "assessment.measure.unit" -> Column.MEASURE_UNIT;
            case "assessment.measure.range" -> Column.VALUE;
            case "assessment.na.refused", "assessment.answer.metric" -> Column.RATING;
            default -> Column.ITEM;
        };
    }

    /// Looks up the places of all complaints in one pass through the file.
    private void report() {
        if (complaints.isEmpty()) {
            return;
        }
        CsvLayout layout =
                CsvLayout.of(
                        text, complaints.stream().map(Complaint::cell).collect(Collectors.toSet()));
        for (Complaint complaint : complaints) {
            findings.error(
                    layout.place(complaint.cell()),
                    complaint.rule(),
                    complaint.arguments().toArray());
        }
    }
}
