package org.jieti.report.batch;

import static org.jieti.report.table.CsvTable.number;
import static org.jieti.report.table.CsvTable.text;

import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jieti.core.assessment.Unit;
import org.jieti.core.grading.Attained;
import org.jieti.core.model.Domain;
import org.jieti.core.model.Language;
import org.jieti.core.result.Ranking;
import org.jieti.report.table.CsvTable;
import org.jieti.report.words.Words;
import org.jspecify.annotations.Nullable;

/// The results of many units as a CSV table: one row for each unit, numbers in full precision,
/// levels as numbers from 1. A cell is empty where its figure does not exist. Texts are kept from
/// becoming formulas when a spreadsheet opens the file.
public final class BatchCsv {
    private final BatchResult result;
    private final Words words;

    private BatchCsv(BatchResult result, Language language) {
        this.result = result;
        this.words = new Words(language, result.model());
    }

    /// Writes the table. The writer stays open.
    ///
    /// @param language that of the limits' names
    public static void write(BatchResult result, Language language, Writer out) {
        BatchCsv csv = new BatchCsv(result, language);
        try (CsvTable table = new CsvTable(out)) {
            table.row(csv.header());
            for (int i = 0; i < result.rows().size(); i++) {
                table.row(csv.row(result.rows().get(i), result.ranking().places().get(i)));
            }
        }
    }

    private List<String> header() {
        List<String> cells =
                new ArrayList<>(
                        List.of(
                                "unit",
                                "name",
                                "region",
                                "peerGroup",
                                "level",
                                "levelBeforeLimits",
                                "possibleLevel",
                                "position",
                                "total",
                                "coverage"));
        for (Domain domain : result.model().domains()) {
            String id = domain.id().value();
            cells.addAll(List.of(id + ".score", id + ".level", id + ".position", id + ".limits"));
        }
        cells.addAll(List.of("limits", "rank", "rankInPeerGroup"));
        return cells;
    }

    private List<String> row(UnitRow row, Ranking.Place place) {
        Unit unit = row.unit();
        Attained attained = row.attained();
        List<String> cells = new ArrayList<>();
        cells.add(text(unit.id()));
        cells.add(text(unit.name()));
        cells.add(text(unit.region()));
        cells.add(text(unit.peerGroup()));
        cells.add(number(attained == null ? null : attained.level()));
        cells.add(number(attained == null ? null : attained.beforeLimits()));
        cells.add(number(row.possible() == null ? null : row.possible().highest()));
        cells.add(number(attained == null ? null : attained.position()));
        cells.add(number(row.total()));
        cells.add(number(row.coverage()));
        for (UnitRow.DomainFigures domain : row.domains()) {
            Attained reached = domain.attained();
            cells.add(number(domain.score()));
            cells.add(number(reached == null ? null : reached.level()));
            cells.add(number(reached == null ? null : reached.position()));
            cells.add(text(limits(reached)));
        }
        cells.add(text(limits(attained)));
        cells.add(number(place.overall()));
        cells.add(number(place.inPeerGroup()));
        return cells;
    }

    private String limits(@Nullable Attained attained) {
        return attained == null ? "" : words.limits(attained);
    }
}
