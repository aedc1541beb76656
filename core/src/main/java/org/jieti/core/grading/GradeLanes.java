package org.jieti.core.grading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.Grading;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Overall;
import org.jieti.core.model.Preset;
import org.jieti.core.scoring.Layout;
import org.jieti.core.scoring.ScoreLanes;
import org.jieti.core.scoring.Threshold;

/// What [Grader] decides, on arrays: shares, gates, limits between domains, levels and positions of
/// many lanes, one preset after another.
///
/// Shares are added in the order in which [Demands] adds them, so both agree to the last bit. The
/// reasons are left out; for those there is [Grader]. Not for use by several threads.
public final class GradeLanes {
    private final Grading grading;
    private final int top;
    private final boolean overall;
    private final Layout layout;
    private final ScoreLanes scoring;

    /// The scopes: one for each domain in the order of the model, and the last for all together.
    private final List<Area> areas = new ArrayList<>();

    private final double[] sum;

    /// What is graded together.
    private static final class Area {
        private final boolean present;
        private final boolean all;
        private final List<Demand> demands = new ArrayList<>();
        private final List<Gate> gates = new ArrayList<>();

        /// `weights[level - 1][lane]`: of the ladders that ask something at the level.
        private final double[][] weights;

        /// `from[level - 1][lane]`: the score with all demands up to the level met, none above.
        private final double[][] from;

        /// `shares[level - 1][lane]`, in [0, 1].
        private final double[][] shares;

        /// `unsatisfied[level - 1][lane]`: how many criteria.
        private final int[][] unsatisfied;

        private final int[] beforeLimits;
        private final int[] levels;
        private final double[] positions;
        private boolean answered;

        Area(boolean present, boolean all, int top, int width) {
            this.present = present;
            this.all = all;
            this.weights = new double[top][width];
            this.from = new double[top][width];
            this.shares = new double[top][width];
            this.unsatisfied = new int[top][width];
            this.beforeLimits = new int[width];
            this.levels = new int[width];
            this.positions = new double[width];
        }
    }

    /// What one ladder asks at one level.
    private record Demand(int row, int level, List<Integer> criteria, List<Double> points) {}

    /// A criterion that caps the level while it is not satisfied.
    private record Gate(int criterion, int cap) {}

    private GradeLanes(MaturityModel model, Grading grading, ScoreLanes scoring, int width) {
        this.grading = grading;
        this.top = model.levels().size();
        this.overall = grading.overall() == Overall.GRADED && scoring.layout().hasTotal();
        this.layout = scoring.layout();
        this.scoring = scoring;
        this.sum = new double[width];
        for (int row : layout.domains()) {
            areas.add(new Area(!layout.isExcluded(row), false, top, width));
        }
        Area all = new Area(overall, true, top, width);
        for (Layout.Ladder ladder : layout.ladders()) {
            Area domain = areas.get(ladder.domain());
            if (domain.present) {
                for (Layout.Rung rung : ladder.rungs()) {
                    Demand demand = demand(ladder, rung);
                    domain.demands.add(demand);
                    all.demands.add(demand);
                }
                for (int index : ladder.criteria()) {
                    gates(index, domain, all);
                }
            }
        }
        areas.add(all);
    }

    private static Demand demand(Layout.Ladder ladder, Layout.Rung rung) {
        List<Double> points = new ArrayList<>();
        for (int index : rung.criteria()) {
            points.add(ladder.points().get(ladder.criteria().indexOf(index)));
        }
        return new Demand(ladder.row(), rung.level(), List.copyOf(rung.criteria()), points);
    }

    private void gates(int index, Area domain, Area all) {
        Criterion criterion = layout.criteria().get(index);
        if (criterion.mandatory()) {
            domain.gates.add(new Gate(index, Math.max(1, criterion.level() - 1)));
        }
        if (criterion.veto() != null) {
            Area capped =
                    switch (criterion.veto().scope()) {
                        case DOMAIN -> domain;
                        case OVERALL -> all;
                    };
            capped.gates.add(new Gate(index, Math.max(1, criterion.veto().cap())));
        }
    }

    /// Room for the lanes of `scoring`.
    ///
    /// @throws IllegalArgumentException for a model without levels
    public static GradeLanes of(MaturityModel model, ScoreLanes scoring, int width) {
        Grading grading = model.grading();
        if (grading == null) {
            throw new IllegalArgumentException("Model %s has no levels.".formatted(model.id()));
        }
        return new GradeLanes(model, grading, scoring, width);
    }

    /// Takes over the weights that `scoring` holds.
    public void weigh() {
        int count = scoring.count();
        for (Area area : areas) {
            zero(area.weights, count);
            zero(area.from, count);
            for (Demand demand : area.demands) {
                double[] weight = weight(area, demand);
                add(area.weights[demand.level() - 1], weight, count);
            }
            for (int level = 1; level <= top; level++) {
                for (Demand demand : area.demands) {
                    if (demand.level() <= level) {
                        double[] weight = weight(area, demand);
                        for (double points : demand.points()) {
                            addWorth(area.from[level - 1], weight, points, count);
                        }
                    }
                }
            }
        }
    }

    private double[] weight(Area area, Demand demand) {
        return area.all
                ? scoring.effectiveWeight(demand.row())
                : scoring.weightInDomain(demand.row());
    }

    /// Looks at one unit's fulfilments.
    ///
    /// @param fulfilments `[criterion][lane]`: what counts, in [0, 1], as `scoring` scored them
    /// @param answered `[criterion]`: whether its own answer counts; a domain without any has no
    ///     level
    public void read(double[][] fulfilments, boolean[] answered) {
        int count = scoring.count();
        for (int domain = 0; domain < areas.size() - 1; domain++) {
            areas.get(domain).answered = layout.isAnswered(domain, answered);
        }
        areas.getLast().answered = layout.isAnswered(answered);
        for (Area area : areas) {
            zero(area.shares, count);
            for (int[] row : area.unsatisfied) {
                Arrays.fill(row, 0, count, 0);
            }
            for (Demand demand : area.demands) {
                read(area, demand, fulfilments, count);
            }
            for (int level = 0; level < top; level++) {
                over(area.shares[level], area.weights[level], count);
            }
        }
    }

    private void read(Area area, Demand demand, double[][] fulfilments, int count) {
        Arrays.fill(sum, 0, count, 0);
        for (int index : demand.criteria()) {
            add(sum, fulfilments[index], count);
            countBelow(
                    area.unsatisfied[demand.level() - 1],
                    fulfilments[index],
                    grading.satisfied() - Threshold.TOLERANCE,
                    count);
        }
        addWeighted(
                area.shares[demand.level() - 1],
                weight(area, demand),
                sum,
                demand.criteria().size(),
                count);
    }

    /// Awards levels by one preset.
    ///
    /// @param fulfilments as they were read
    public void grade(Preset preset, double[][] fulfilments) {
        int count = scoring.count();
        Area all = areas.getLast();
        int[] lowest = new int[count];
        int[] highest = new int[count];
        Arrays.fill(lowest, Integer.MAX_VALUE);
        for (int domain = 0; domain < areas.size() - 1; domain++) {
            Area area = areas.get(domain);
            if (area.present) {
                int row = layout.domains().get(domain);
                award(area, preset, scoring.score(row), fulfilments, count);
                for (int lane = 0; lane < count; lane++) {
                    int level = area.answered ? area.levels[lane] : 1;
                    lowest[lane] = Math.min(lowest[lane], level);
                    highest[lane] = Math.max(highest[lane], level);
                }
            }
        }
        if (all.present) {
            award(all, preset, scoring.total(), fulfilments, count);
            int spread = spread(preset);
            for (int lane = 0; lane < count; lane++) {
                int between = Math.min(lowest[lane] + spread, highest[lane]);
                all.levels[lane] = Math.min(all.levels[lane], Math.max(1, between));
            }
        }
    }

    private void award(
            Area area, Preset preset, double[] scores, double[][] fulfilments, int count) {
        Arrays.fill(area.beforeLimits, 0, count, 0);
        for (int level = 0; level < top; level++) {
            switch (preset) {
                case Preset.Share share ->
                        climb(
                                area.beforeLimits,
                                level,
                                area.shares[level],
                                share.threshold() - Threshold.TOLERANCE,
                                count);
                case Preset.Staged _ ->
                        climb(area.beforeLimits, level, area.unsatisfied[level], count);
                case Preset.BandOfScore _ ->
                        climb(area.beforeLimits, level, scores, area.from[level], count);
            }
        }
        for (int lane = 0; lane < count; lane++) {
            area.levels[lane] = Math.max(1, area.beforeLimits[lane]);
        }
        for (Gate gate : area.gates) {
            cap(area.levels, gate.cap(), fulfilments[gate.criterion()], count);
        }
    }

    private void cap(int[] levels, int cap, double[] fulfilment, int count) {
        double satisfied = grading.satisfied() - Threshold.TOLERANCE;
        for (int lane = 0; lane < count; lane++) {
            levels[lane] =
                    fulfilment[lane] >= satisfied ? levels[lane] : Math.min(levels[lane], cap);
        }
    }

    /// Where the levels last awarded stand on the way to the next.
    public void place(Preset preset) {
        double threshold =
                switch (preset) {
                    case Preset.Share share -> share.threshold();
                    case Preset.Staged _, Preset.BandOfScore _ -> grading.satisfied();
                };
        for (Area area : areas) {
            for (int lane = 0; lane < scoring.count() && area.present; lane++) {
                int level = area.levels[lane];
                area.positions[lane] =
                        level == top
                                ? top
                                : Math.min(
                                        level + area.shares[level][lane] / threshold,
                                        Math.nextDown((double) level + 1));
            }
        }
    }

    /// `[lane]`: the share of a level in a domain, in [0, 1], after [#read].
    public double[] share(int domain, int level) {
        return areas.get(domain).shares[level - 1];
    }

    /// `[lane]`: the share of a level over all domains, in [0, 1], after [#read].
    public double[] share(int level) {
        return areas.getLast().shares[level - 1];
    }

    /// `[lane]`: the weight within a domain of the ladders that ask something at a level.
    public double[] weight(int domain, int level) {
        return areas.get(domain).weights[level - 1];
    }

    /// `[lane]`: the weight from the root down of the ladders that ask something at a level.
    public double[] weight(int level) {
        return areas.getLast().weights[level - 1];
    }

    /// `[lane]`: the score of a domain with all demands up to a level met and none above.
    public double[] scoreFrom(int domain, int level) {
        return areas.get(domain).from[level - 1];
    }

    /// `[lane]`: the total with all demands up to a level met and none above.
    public double[] scoreFrom(int level) {
        return areas.getLast().from[level - 1];
    }

    /// The highest level that the gates of a domain allow in each lane; the top level where all are
    /// passed.
    ///
    /// @param fulfilments as they were read
    public int[] caps(int domain, double[][] fulfilments) {
        return caps(areas.get(domain), fulfilments);
    }

    /// The highest level that the gates of overall scope allow in each lane.
    public int[] caps(double[][] fulfilments) {
        return caps(areas.getLast(), fulfilments);
    }

    private int[] caps(Area area, double[][] fulfilments) {
        int[] caps = new int[scoring.count()];
        Arrays.fill(caps, top);
        for (Gate gate : area.gates) {
            cap(caps, gate.cap(), fulfilments[gate.criterion()], caps.length);
        }
        return caps;
    }

    /// How far the overall level may stand above the lowest domain level.
    public int spread(Preset preset) {
        return switch (preset) {
            case Preset.Share _, Preset.BandOfScore _ -> grading.spread();
            case Preset.Staged _ -> 0;
        };
    }

    /// Whether a domain is awarded a level: it takes part, and something beneath it is answered.
    public boolean isGraded(int domain) {
        return areas.get(domain).present && areas.get(domain).answered;
    }

    /// Whether the whole is awarded a level.
    public boolean isGraded() {
        return areas.getLast().present && areas.getLast().answered;
    }

    /// `[lane]`: the levels of a domain, from 1; without meaning unless it is graded.
    public int[] levels(int domain) {
        return areas.get(domain).levels;
    }

    /// `[lane]`: the overall levels, from 1; without meaning unless there is one.
    public int[] levels() {
        return areas.getLast().levels;
    }

    /// `[lane]`: the positions of a domain, after [#place].
    public double[] positions(int domain) {
        return areas.get(domain).positions;
    }

    /// `[lane]`: the overall positions, after [#place].
    public double[] positions() {
        return areas.getLast().positions;
    }

    private static void zero(double[][] rows, int count) {
        for (double[] row : rows) {
            Arrays.fill(row, 0, count, 0);
        }
    }

    private static void add(double[] sum, double[] a, int count) {
        for (int lane = 0; lane < count; lane++) {
            sum[lane] += a[lane];
        }
    }

    private static void addWeighted(
            double[] share, double[] weight, double[] sum, double size, int count) {
        for (int lane = 0; lane < count; lane++) {
            share[lane] += weight[lane] * sum[lane] / size;
        }
    }

    private static void addWorth(double[] from, double[] weight, double points, int count) {
        for (int lane = 0; lane < count; lane++) {
            from[lane] += 100 * (weight[lane] * points / 100);
        }
    }

    private static void over(double[] share, double[] weight, int count) {
        for (int lane = 0; lane < count; lane++) {
            share[lane] = weight[lane] > 0 ? share[lane] / weight[lane] : 1;
        }
    }

    private static void countBelow(int[] below, double[] a, double limit, int count) {
        for (int lane = 0; lane < count; lane++) {
            below[lane] += a[lane] >= limit ? 0 : 1;
        }
    }

    /// One level up where all below it are reached and `have` is enough.
    private static void climb(int[] reached, int level, double[] have, double need, int count) {
        for (int lane = 0; lane < count; lane++) {
            reached[lane] += reached[lane] == level && have[lane] >= need ? 1 : 0;
        }
    }

    private static void climb(int[] reached, int level, int[] unsatisfied, int count) {
        for (int lane = 0; lane < count; lane++) {
            reached[lane] += reached[lane] == level && unsatisfied[lane] == 0 ? 1 : 0;
        }
    }

    private static void climb(int[] reached, int level, double[] have, double[] need, int count) {
        for (int lane = 0; lane < count; lane++) {
            boolean enough = have[lane] >= need[lane] - Threshold.TOLERANCE;
            reached[lane] += reached[lane] == level && enough ? 1 : 0;
        }
    }
}
