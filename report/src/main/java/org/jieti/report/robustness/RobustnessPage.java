package org.jieti.report.robustness;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jieti.core.model.Language;
import org.jieti.report.html.PageTemplate;
import org.jieti.report.sensitivity.Basis;
import org.jieti.report.words.Numbers;
import org.jieti.robustness.montecarlo.Robustness;
import org.jieti.robustness.montecarlo.Robustness.Levels;
import org.jieti.robustness.montecarlo.Robustness.Pair;
import org.jieti.robustness.montecarlo.Robustness.Ranks;
import org.jieti.robustness.montecarlo.Robustness.Spread;
import org.jieti.robustness.ranking.Share;
import org.jspecify.annotations.Nullable;

/// The page of a Monte Carlo, as its template shows it: one unit with its parts, or many units by
/// rank.
///
/// @param headline what is most to be known; empty for many units
/// @param ranks how many ranks are counted together; empty for exact ranks
/// @param cut that not all units are shown; empty where they are
/// @param legend one for each level
/// @param axis the ends of the axis of scores
/// @param lines the whole and its parts, or units
/// @param places a row for each unit of a few; empty otherwise
/// @param swaps the pairs whose order is least sure
public record RobustnessPage(
        String title,
        String facts,
        String varied,
        String run,
        String stopped,
        String headline,
        String ranks,
        String cut,
        List<Key> legend,
        List<String> axis,
        List<Line> lines,
        List<Place> places,
        List<Swap> swaps) {
    /// Beyond so many units a page is no place to look one up.
    private static final int MOST_UNITS = 1000;

    /// Up to so many units every rank has a cell.
    private static final int MOST_PLACES = 30;

    private static final int MOST_SWAPS = 12;

    /// The narrowest piece of a bar that has room for its code, in per cent.
    private static final double ROOM = 8;

    /// The shade of a cell that is almost never, and from which its text is light, in per cent.
    private static final double PALEST = 8;

    private static final double DARK = 55;

    public RobustnessPage {
        legend = List.copyOf(legend);
        axis = List.copyOf(axis);
        lines = List.copyOf(lines);
        places = List.copyOf(places);
        swaps = List.copyOf(swaps);
    }

    /// A level and how it is drawn.
    public record Key(String style, String name) {}

    /// A whole, a part, or a unit.
    ///
    /// @param bars how often it was at which level; empty where it has none
    /// @param point the level where nothing is drawn
    /// @param atPoint how often it was at that level
    /// @param score its spread on the axis; null where it has none
    /// @param rank its ranks; null where it is not ranked
    public record Line(
            String name,
            String style,
            List<Bar> bars,
            String point,
            String atPoint,
            String verdict,
            @Nullable Reach score,
            @Nullable Reach rank) {
        public Line {
            bars = List.copyOf(bars);
        }
    }

    /// A piece of a bar, in per cent.
    ///
    /// @param label its code; empty where there is no room for it
    public record Bar(String style, String width, String label, String title) {}

    /// A 90 % interval with the point as a dot, in per cent of the axis.
    public record Reach(
            String value, String interval, String from, String width, String dot, String title) {}

    /// The ranks of one unit.
    public record Place(String name, List<Cell> cells) {
        public Place {
            cells = List.copyOf(cells);
        }
    }

    /// How often a unit was at one rank.
    ///
    /// @param style empty for never
    /// @param shade in per cent
    public record Cell(String style, String shade, String label, String title) {}

    /// Two units and how often the lower was ahead.
    public record Swap(String text, String width, String share) {}

    /// The page as one HTML file that needs nothing beside it.
    public static String html(RobustnessReport report, Language language) {
        StringWriter out = new StringWriter();
        new PageTemplate(RobustnessWords.PAGE).write(of(report, language), language, out);
        return out.toString();
    }

    static RobustnessPage of(RobustnessReport report, Language language) {
        return new Maker(report, new RobustnessWords(report, language)).page();
    }

    private static final class Maker {
        private final RobustnessReport report;
        private final Robustness robustness;
        private final RobustnessWords words;
        private final List<Integer> shown;
        private final double low;
        private final double high;

        Maker(RobustnessReport report, RobustnessWords words) {
            this.report = report;
            this.robustness = report.robustness();
            this.words = words;
            List<Integer> ranked = report.ranked();
            this.shown = ranked.subList(0, Math.min(MOST_UNITS, ranked.size()));
            boolean assessed = report.basis() instanceof Basis.Assessed;
            double least = 0;
            double greatest = 100;
            if (!assessed) {
                least = Double.POSITIVE_INFINITY;
                greatest = Double.NEGATIVE_INFINITY;
                for (int unit : shown) {
                    for (int part = 0; part <= report.partCount(); part++) {
                        Spread spread =
                                part < report.partCount()
                                        ? (alone() ? robustness.part(unit, part) : null)
                                        : robustness.total(unit);
                        if (spread != null && spread.low() != null && spread.high() != null) {
                            least = Math.min(least, Math.min(spread.point(), spread.low()));
                            greatest = Math.max(greatest, Math.max(spread.point(), spread.high()));
                        }
                    }
                }
            }
            this.low = least;
            this.high = greatest > least ? greatest : least + 1;
        }

        private boolean alone() {
            return report.units().size() == 1;
        }

        RobustnessPage page() {
            return new RobustnessPage(
                    words.title(),
                    words.facts(),
                    words.varied(),
                    words.run(),
                    words.stopped(),
                    alone() ? headline() : "",
                    words.bins(),
                    shown.size() < report.units().size()
                            ? words.say("cut", shown.size(), report.units().size())
                            : "",
                    legend(),
                    List.of(words.score(low), words.score((low + high) / 2), words.score(high)),
                    alone() ? parts() : units(),
                    places(),
                    report.swaps(MOST_SWAPS).stream().map(this::swap).toList());
        }

        private String headline() {
            Levels levels = robustness.levels(0);
            return levels == null
                    ? ""
                    : words.say(
                            "headline",
                            words.level(levels.point()),
                            words.percent(levels.atPoint()),
                            words.verdict(levels.atPoint()));
        }

        private List<Key> legend() {
            return IntStream.rangeClosed(1, robustness.of().experiment().levelCount())
                    .mapToObj(level -> new Key("l" + level, words.level(level)))
                    .toList();
        }

        private List<Line> parts() {
            List<Line> lines = new ArrayList<>();
            if (robustness.total(0) != null) {
                lines.add(
                        line(
                                words.say("whole"),
                                "whole",
                                robustness.levels(0),
                                robustness.total(0),
                                null));
            }
            for (int part = 0; part < report.partCount(); part++) {
                lines.add(
                        line(
                                words.part(part),
                                "",
                                robustness.levels(0, part),
                                robustness.part(0, part),
                                null));
            }
            return lines;
        }

        private List<Line> units() {
            List<Line> lines = new ArrayList<>();
            for (int unit : shown) {
                lines.add(
                        line(
                                words.unit(unit),
                                "",
                                robustness.levels(unit),
                                robustness.total(unit),
                                robustness.ranks(unit)));
            }
            return lines;
        }

        private Line line(
                String name,
                String style,
                @Nullable Levels levels,
                @Nullable Spread score,
                @Nullable Ranks ranks) {
            return new Line(
                    name,
                    style,
                    levels == null ? List.of() : bars(levels),
                    levels == null ? "" : words.code(levels.point()),
                    levels == null ? "" : words.percent(levels.atPoint()),
                    levels == null ? "" : words.verdict(levels.atPoint()),
                    score == null ? null : reach(score),
                    ranks == null ? null : reach(ranks));
        }

        private List<Bar> bars(Levels levels) {
            List<Bar> bars = new ArrayList<>();
            for (int level = 1; level <= levels.shares().size(); level++) {
                Share share = levels.shares().get(level - 1);
                if (share.runs() > 0) {
                    double width = 100 * share.value();
                    boolean isPoint = level == levels.point();
                    bars.add(
                            new Bar(
                                    "l" + level + (isPoint ? " point" : ""),
                                    Numbers.decimals(width, 2),
                                    width >= ROOM ? words.code(level) : "",
                                    words.level(level) + " " + words.exactly(share)));
                }
            }
            return bars;
        }

        private Reach reach(Spread score) {
            double from = score.low() == null ? score.point() : score.low();
            double to = score.high() == null ? score.point() : score.high();
            return new Reach(
                    words.score(score.point()),
                    words.interval(score),
                    onAxis(from),
                    Numbers.decimals(100 * Math.max(0, to - from) / (high - low), 2),
                    onAxis(score.point()),
                    words.meanAndDeviation(score));
        }

        private String onAxis(double score) {
            return Numbers.decimals(100 * Math.clamp((score - low) / (high - low), 0, 1), 2);
        }

        private Reach reach(Ranks ranks) {
            double of = Math.max(1, robustness.rankedCount() - 1);
            return new Reach(
                    words.rank(ranks),
                    words.rankInterval(ranks),
                    Numbers.decimals(100 * (ranks.shares().low() - 1) / of, 2),
                    Numbers.decimals(100 * (ranks.shares().high() - ranks.shares().low()) / of, 2),
                    Numbers.decimals(100 * (ranks.point() - 1) / of, 2),
                    words.say("rank.mean", Numbers.decimals(ranks.shares().mean(), 1)));
        }

        private List<Place> places() {
            List<Place> places = new ArrayList<>();
            if (alone() || robustness.rankedCount() > MOST_PLACES) {
                return places;
            }
            for (int unit : shown) {
                Ranks ranks = robustness.ranks(unit);
                if (ranks != null) {
                    List<Cell> cells = new ArrayList<>();
                    for (int rank = 1; rank <= ranks.counts().size(); rank++) {
                        Share share = new Share(ranks.counts().get(rank - 1), robustness.runs());
                        cells.add(cell(rank, share));
                    }
                    places.add(new Place(words.unit(unit), cells));
                }
            }
            return places;
        }

        private Cell cell(int rank, Share share) {
            double shade = PALEST + (100 - PALEST) * share.value();
            return new Cell(
                    share.runs() == 0 ? "" : shade > DARK ? "some strong" : "some",
                    Numbers.decimals(shade, 0),
                    share.value() >= 0.005 ? Numbers.decimals(100 * share.value(), 0) : "",
                    words.say("rank.at", rank, words.exactly(share)));
        }

        private Swap swap(Pair pair) {
            return new Swap(
                    words.say("swap.ahead", words.unit(pair.second()), words.unit(pair.first())),
                    Numbers.decimals(100 * pair.secondAhead().value(), 1),
                    words.percent(pair.secondAhead()));
        }
    }
}
