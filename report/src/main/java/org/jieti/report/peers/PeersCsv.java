package org.jieti.report.peers;

import static org.jieti.report.table.CsvTable.number;
import static org.jieti.report.table.CsvTable.text;

import java.io.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jieti.core.model.Domain;
import org.jieti.core.model.MaturityModel;
import org.jieti.planning.peers.GroupFigures;
import org.jieti.planning.peers.Quantiles;
import org.jieti.report.table.CsvTable;
import org.jspecify.annotations.Nullable;

/// What is published, as a table: a row for each group and figure. Quantiles are in points, shares
/// in tenths of the units; a cell is empty where its figure is withheld or does not exist.
public final class PeersCsv {
    private static final List<String> HEADER =
            List.of(
                    "edition", "group", "units", "figure", "id", "q10", "q25", "median", "q75",
                    "q90", "tenths");
    private static final int QUANTILES = 5;

    private final PeersReport report;
    private final CsvTable table;

    private PeersCsv(PeersReport report, CsvTable table) {
        this.report = report;
        this.table = table;
    }

    /// Writes the table. The writer stays open.
    public static void write(PeersReport report, Writer out) {
        try (CsvTable table = new CsvTable(out)) {
            table.row(HEADER);
            PeersCsv csv = new PeersCsv(report, table);
            report.release().groups().forEach(csv::group);
        }
    }

    private void group(GroupFigures figures) {
        MaturityModel model = report.yardstick().model();
        quantiles(figures, "total", "", figures.total());
        for (Domain domain : model.domains()) {
            String id = domain.id().value();
            quantiles(figures, "domain", id, figures.domains().get(domain.id()));
        }
        for (int level = 1; level <= figures.levels().size(); level++) {
            String code = model.level(level).code();
            tenths(figures, "level", code, figures.levels().get(level - 1));
        }
        for (GroupFigures.WeakSpot spot : figures.weakSpots()) {
            tenths(figures, "weak", spot.criterion().value(), spot.satisfied());
        }
    }

    private List<String> row(GroupFigures figures, String figure, String id) {
        return new ArrayList<>(
                List.of(
                        text(report.release().edition()),
                        text(figures.group()),
                        number(figures.units()),
                        figure,
                        id));
    }

    private void quantiles(
            GroupFigures figures, String figure, String id, @Nullable Quantiles quantiles) {
        if (quantiles != null) {
            List<String> row = row(figures, figure, id);
            row.add(number(quantiles.low()));
            row.add(number(quantiles.lower()));
            row.add(number(quantiles.median()));
            row.add(number(quantiles.upper()));
            row.add(number(quantiles.high()));
            row.add("");
            table.row(row);
        }
    }

    private void tenths(GroupFigures figures, String figure, String id, int tenths) {
        List<String> row = row(figures, figure, id);
        row.addAll(Collections.nCopies(QUANTILES, ""));
        row.add(number(tenths));
        table.row(row);
    }
}
