package org.jieti.report.robustness;

import static org.jieti.report.table.CsvTable.number;
import static org.jieti.report.table.CsvTable.text;

import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jieti.core.model.Language;
import org.jieti.report.table.CsvTable;
import org.jieti.robustness.montecarlo.Robustness;
import org.jieti.robustness.montecarlo.Robustness.Levels;
import org.jieti.robustness.montecarlo.Robustness.Ranks;
import org.jieti.robustness.montecarlo.Robustness.Spread;
import org.jspecify.annotations.Nullable;

/// A Monte Carlo as a CSV table: one row for each unit, by point rank, with shares of runs in
/// [0, 1] and numbers in full precision. A cell is empty where its figure does not exist.
public final class RobustnessCsv {
    private final RobustnessReport report;
    private final Robustness robustness;
    private final RobustnessWords words;
    private final int levels;

    private RobustnessCsv(RobustnessReport report, Language language) {
        this.report = report;
        this.robustness = report.robustness();
        this.words = new RobustnessWords(report, language);
        this.levels = robustness.of().experiment().levelCount();
    }

    /// Writes the table. The writer stays open.
    public static void write(RobustnessReport report, Language language, Writer out) {
        RobustnessCsv csv = new RobustnessCsv(report, language);
        try (CsvTable table = new CsvTable(out)) {
            table.row(csv.header());
            for (int unit : report.ranked()) {
                table.row(csv.row(unit));
            }
        }
    }

    private List<String> header() {
        List<String> cells = new ArrayList<>(List.of("unit", "name", "runs"));
        cells.addAll(List.of("rank", "rank.mean", "rank.q5", "rank.q50", "rank.q95"));
        spread(cells, "total");
        levels(cells, "level");
        for (int part = 0; part < report.partCount(); part++) {
            spread(cells, "part" + (part + 1));
            levels(cells, "part" + (part + 1) + ".level");
        }
        return cells;
    }

    private static void spread(List<String> cells, String of) {
        for (String figure : List.of("", ".mean", ".deviation", ".q5", ".q50", ".q95")) {
            cells.add(of + figure);
        }
    }

    private void levels(List<String> cells, String of) {
        if (levels > 0) {
            cells.add(of);
        }
        for (int level = 1; level <= levels; level++) {
            cells.add(of + "." + words.code(level));
        }
    }

    private List<String> row(int unit) {
        List<String> cells = new ArrayList<>();
        cells.add(text(report.units().get(unit).id()));
        cells.add(text(report.units().get(unit).name()));
        cells.add(Long.toString(robustness.runs()));
        ranks(cells, robustness.ranks(unit));
        figures(cells, robustness.total(unit));
        shares(cells, robustness.levels(unit));
        for (int part = 0; part < report.partCount(); part++) {
            figures(cells, robustness.part(unit, part));
            shares(cells, robustness.levels(unit, part));
        }
        return cells;
    }

    private static void ranks(List<String> cells, @Nullable Ranks ranks) {
        if (ranks == null) {
            cells.addAll(List.of("", "", "", "", ""));
            return;
        }
        cells.add(Integer.toString(ranks.point()));
        cells.add(number(ranks.shares().mean()));
        cells.add(Integer.toString(ranks.shares().low()));
        cells.add(Integer.toString(ranks.shares().median()));
        cells.add(Integer.toString(ranks.shares().high()));
    }

    private static void figures(List<String> cells, @Nullable Spread spread) {
        if (spread == null) {
            cells.addAll(List.of("", "", "", "", "", ""));
            return;
        }
        cells.add(number(spread.point()));
        cells.add(number(spread.mean()));
        cells.add(number(spread.deviation()));
        cells.add(number(spread.low()));
        cells.add(number(spread.median()));
        cells.add(number(spread.high()));
    }

    private void shares(List<String> cells, @Nullable Levels of) {
        if (levels > 0) {
            cells.add(of == null ? "" : words.code(of.point()));
        }
        for (int level = 1; level <= levels; level++) {
            cells.add(of == null ? "" : number(of.shares().get(level - 1).value()));
        }
    }
}
