package org.jieti.robustness.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jieti.core.grading.GradeLanes;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Preset;
import org.jieti.core.scoring.Layout;
import org.jieti.core.scoring.ScoreLanes;
import org.jieti.core.scoring.Threshold;
import org.jieti.robustness.linear.Award;
import org.jieti.robustness.linear.Coefficients;
import org.jieti.robustness.linear.Panel;
import org.jspecify.annotations.Nullable;

/// Assessed units of one layout whose answers are certain. The score of a domain is linear in the
/// weights of its ladders within it, with the ladders' scores as values; the share of a level in
/// those weights divided by their sum, with the means of the rungs as values.
final class AssessmentPanel extends Panel {
    private static final int LANES = 64;

    private final MaturityModel model;
    private final Layout layout;
    private final @Nullable Preset preset;
    private final List<Column> columns;

    /// `[row][0]`: the weights at the point.
    private final double[][] point;

    /// `values[column][place]`.
    private final double[][] values;

    /// `caps[area][place]`.
    private final int[][] caps;

    /// `shares[area * levels + level − 1][place]`, where levels are awarded by shares.
    private final double[][] shares;

    /// What stands in a column: a ladder, or one of its rungs.
    private record Column(Layout.Ladder ladder, Layout.@Nullable Rung rung) {}

    private AssessmentPanel(
            MaturityModel model,
            Layout layout,
            @Nullable Preset preset,
            List<Column> columns,
            int[] ends,
            int[] units,
            List<UnitAnswers> answers,
            double[] set) {
        super(units, model.domains().size(), ends);
        this.model = model;
        this.layout = layout;
        this.preset = preset;
        this.columns = columns;
        this.point = new double[set.length][LANES];
        for (int row = 0; row < set.length; row++) {
            Arrays.fill(point[row], set[row]);
        }
        int areas = partCount() + 1;
        this.values = new double[columns.size()][units.length];
        this.caps = new int[preset == null ? 0 : areas][units.length];
        this.shares =
                new double[preset instanceof Preset.Share ? areas * levels() : 0][units.length];
        read(answers);
    }

    /// @param units all of the layout, and certain
    /// @param set `[row]`: the weights at the point
    static AssessmentPanel of(
            MaturityModel model,
            Layout layout,
            @Nullable Preset preset,
            int[] units,
            List<UnitAnswers> answers,
            double[] set) {
        List<Column> columns = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        for (int domain = 0; domain < model.domains().size(); domain++) {
            for (Layout.Ladder ladder : layout.ladders()) {
                if (ladder.domain() == domain && !layout.isExcluded(ladder.row())) {
                    columns.add(new Column(ladder, null));
                }
            }
            ends.add(columns.size());
        }
        for (int domain = 0; domain < model.domains().size(); domain++) {
            for (int level = 1; level <= model.levels().size(); level++) {
                if (preset instanceof Preset.Share) {
                    rungs(layout, domain, level, columns);
                    ends.add(columns.size());
                }
            }
        }
        return new AssessmentPanel(
                model,
                layout,
                preset,
                columns,
                ends.stream().mapToInt(Integer::intValue).toArray(),
                units,
                answers,
                set);
    }

    private static void rungs(Layout layout, int domain, int level, List<Column> into) {
        for (Layout.Ladder ladder : layout.ladders()) {
            for (Layout.Rung rung : ladder.rungs()) {
                if (ladder.domain() == domain && rung.level() == level) {
                    into.add(new Column(ladder, rung));
                }
            }
        }
    }

    private int levels() {
        return model.levels().size();
    }

    /// Units stand side by side, all with the weights of the point.
    private void read(List<UnitAnswers> answers) {
        ScoreLanes scores = ScoreLanes.of(layout, LANES);
        GradeLanes grades = preset == null ? null : GradeLanes.of(model, scores, LANES);
        double[][] fulfilments = new double[layout.criteria().size()][LANES];
        for (int from = 0; from < unitCount(); from += LANES) {
            int count = Math.min(LANES, unitCount() - from);
            for (int lane = 0; lane < count; lane++) {
                answers.get(unit(from + lane)).fillLane(fulfilments, lane);
            }
            scores.weigh(point, count);
            scores.settle(fulfilments);
            scores.score(fulfilments);
            for (int column = 0; column < columns.size(); column++) {
                fill(columns.get(column), values[column], from, count, scores, fulfilments);
            }
            if (grades != null) {
                grades.weigh();
                limits(grades, fulfilments, from, count, answers);
            }
        }
    }

    private static void fill(
            Column column,
            double[] into,
            int from,
            int count,
            ScoreLanes scores,
            double[][] fulfilments) {
        Layout.Rung rung = column.rung();
        if (rung == null) {
            System.arraycopy(scores.score(column.ladder().row()), 0, into, from, count);
            return;
        }
        for (int criterion : rung.criteria()) {
            for (int lane = 0; lane < count; lane++) {
                into[from + lane] += fulfilments[criterion][lane];
            }
        }
        for (int lane = 0; lane < count; lane++) {
            into[from + lane] /= rung.criteria().size();
        }
    }

    private void limits(
            GradeLanes grades,
            double[][] fulfilments,
            int from,
            int count,
            List<UnitAnswers> answers) {
        grades.read(fulfilments, answers.get(unit(from)).answered());
        for (int area = 0; area <= partCount(); area++) {
            boolean whole = area == partCount();
            int[] gates = whole ? grades.caps(fulfilments) : grades.caps(area, fulfilments);
            for (int lane = 0; lane < count; lane++) {
                boolean[] answered = answers.get(unit(from + lane)).answered();
                boolean graded = whole || layout.isAnswered(area, answered);
                caps[area][from + lane] = graded ? gates[lane] : 1;
            }
            for (int level = 1; level <= levels() && shares.length > 0; level++) {
                double[] share = whole ? grades.share(level) : grades.share(area, level);
                System.arraycopy(share, 0, shares[area * levels() + level - 1], from, count);
            }
        }
    }

    @Override
    public double value(int column, int place) {
        return values[column][place];
    }

    @Override
    public Award award() {
        Award.By by =
                switch (preset) {
                    case null -> null;
                    case Preset.Staged _ -> null;
                    case Preset.Share share ->
                            new Award.By.Share(share.threshold() - Threshold.TOLERANCE);
                    case Preset.BandOfScore _ -> new Award.By.Score();
                };
        if (by == null || model.grading() == null) {
            return new Award.Fixed();
        }
        return new Award.Graded(by, levels(), model.grading().spread(), new KnownLimits());
    }

    private final class KnownLimits implements Award.Limits {
        @Override
        public int cap(int area, int place) {
            return caps[area][place];
        }

        @Override
        public double share(int area, int level, int place) {
            return shares[area * levels() + level - 1][place];
        }

        @Override
        public boolean counts(int area) {
            return !layout.isExcluded(layout.domains().get(area));
        }
    }

    @Override
    public Coefficients coefficients(int width) {
        return new AssessmentCoefficients(width);
    }

    private final class AssessmentCoefficients extends Coefficients {
        private final ScoreLanes scores;
        private final @Nullable GradeLanes grades;
        private final double[] pointColumns = new double[columnCount()];
        private final double[] pointParts = new double[partCount()];
        private final double[] pointShares;

        AssessmentCoefficients(int width) {
            super(AssessmentPanel.this, preset == null ? 0 : levels(), width);
            this.scores = ScoreLanes.of(layout, width);
            this.grades = preset == null ? null : GradeLanes.of(model, scores, width);
            this.pointShares = new double[levels() * partCount()];
            fill(point, 1);
            for (int i = 0; i < pointColumns.length; i++) {
                pointColumns[i] = columns[i * width];
            }
            for (int i = 0; i < pointParts.length; i++) {
                pointParts[i] = parts[i * width];
            }
            for (int i = 0; i * width < shares.length; i++) {
                pointShares[i] = shares[i * width];
            }
        }

        @Override
        public void fill(double[][] weights, int runs) {
            scores.weigh(weights, runs);
            if (grades != null) {
                grades.weigh();
            }
            for (int i = 0; i < pointColumns.length; i++) {
                column(i, runs);
            }
            for (int part = 0; part < partCount(); part++) {
                int row = layout.domains().get(part);
                double[] weight = scores.effectiveWeight(row);
                for (int run = 0; run < runs; run++) {
                    parts[part * width() + run] = weight[run];
                    partDeviations[part * width() + run] = weight[run] - pointParts[part];
                }
            }
            if (grades != null && preset instanceof Preset.Share) {
                shares(grades, runs);
            }
            if (grades != null && preset instanceof Preset.BandOfScore) {
                thresholds(grades, runs);
            }
        }

        private void column(int i, int runs) {
            Column column = AssessmentPanel.this.columns.get(i);
            double[] weight = scores.weightInDomain(column.ladder().row());
            Layout.Rung rung = column.rung();
            double[] of =
                    rung == null || grades == null
                            ? null
                            : grades.weight(column.ladder().domain(), rung.level());
            for (int run = 0; run < runs; run++) {
                double coefficient =
                        of == null ? weight[run] : of[run] > 0 ? weight[run] / of[run] : 0;
                columns[i * width() + run] = coefficient - pointColumns[i];
            }
        }

        private void shares(GradeLanes grades, int runs) {
            for (int level = 1; level <= levels(); level++) {
                double[] all = grades.weight(level);
                for (int part = 0; part < partCount(); part++) {
                    int i = (level - 1) * partCount() + part;
                    double[] within = grades.weight(part, level);
                    for (int run = 0; run < runs; run++) {
                        double weight = parts[part * width() + run] * within[run];
                        double share = all[run] > 0 ? weight / all[run] : 0;
                        shares[i * width() + run] = share;
                        shareDeviations[i * width() + run] = share - pointShares[i];
                    }
                }
            }
        }

        private void thresholds(GradeLanes grades, int runs) {
            for (int area = 0; area <= partCount(); area++) {
                for (int level = 1; level <= levels(); level++) {
                    double[] from =
                            area == partCount()
                                    ? grades.scoreFrom(level)
                                    : grades.scoreFrom(area, level);
                    int at = (area * levels() + level - 1) * width();
                    for (int run = 0; run < runs; run++) {
                        thresholds[at + run] = from[run] - Threshold.TOLERANCE;
                    }
                }
            }
        }
    }
}
