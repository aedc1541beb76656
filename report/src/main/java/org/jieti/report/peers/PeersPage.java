package org.jieti.report.peers;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jieti.core.model.Domain;
import org.jieti.core.model.Language;
import org.jieti.planning.peers.GroupFigures;
import org.jieti.planning.peers.PeerStanding;
import org.jieti.planning.peers.PeerTrend;
import org.jieti.planning.peers.Quantiles;
import org.jieti.report.html.PageTemplate;
import org.jieti.report.words.Numbers;
import org.jspecify.annotations.Nullable;

/// The page of a benchmark among peers, as its template shows it.
///
/// @param standing where the unit stands; empty for none
/// @param groups a block for all units and each published group
/// @param own the unit beside its group, domain by domain; empty for none
/// @param trends a row for each group and edition; empty for none
public record PeersPage(
        String title,
        String standing,
        String facts,
        String rule,
        String withheld,
        List<Own> own,
        List<Group> groups,
        List<String> editions,
        List<Trend> trends) {
    public PeersPage {
        own = List.copyOf(own);
        groups = List.copyOf(groups);
        editions = List.copyOf(editions);
        trends = List.copyOf(trends);
    }

    /// A score of the unit among its peers.
    ///
    /// @param left of the dot, in per cent
    public record Own(String name, String score, String left, Box box, String quarter) {}

    /// What is published of one group.
    public record Group(
            String name,
            String units,
            String levels,
            List<Bar> bars,
            List<Line> lines,
            List<Weak> weak) {
        public Group {
            bars = List.copyOf(bars);
            lines = List.copyOf(lines);
            weak = List.copyOf(weak);
        }
    }

    /// A share of units at a level, in per cent.
    public record Bar(String style, String width, String label) {}

    /// The total or a domain.
    public record Line(String name, String style, Box box) {}

    /// Quantiles on an axis from 0 to 100; empty where they are withheld.
    ///
    /// @param median in points
    /// @param text median and middle half
    public record Box(
            String text, String median, String from, String width, String low, String range) {}

    /// A criterion that few satisfy.
    public record Weak(String name, String id, String percent) {}

    /// The totals of one group over the editions.
    public record Trend(String name, List<Box> boxes) {
        public Trend {
            boxes = List.copyOf(boxes);
        }
    }

    /// The page as one HTML file that needs nothing beside it.
    public static String html(PeersReport report, Language language) {
        StringWriter out = new StringWriter();
        new PageTemplate(PeersWords.PAGE).write(of(report, language), language, out);
        return out.toString();
    }

    /// What the template shows.
    public static PeersPage of(PeersReport report, Language language) {
        PeersWords words = new PeersWords(report, language);
        List<Group> groups = new ArrayList<>();
        for (GroupFigures figures : report.release().groups()) {
            groups.add(group(figures, report, words));
        }
        List<Trend> trends = new ArrayList<>();
        List<String> editions = List.of();
        PeerTrend trend = report.trend();
        if (trend != null) {
            editions = trend.editions();
            for (PeerTrend.Line line : trend.lines()) {
                trends.add(
                        new Trend(
                                words.group(line.group()),
                                line.totals().stream()
                                        .map(each -> Objects.requireNonNull(box(each, words)))
                                        .toList()));
            }
        }
        return new PeersPage(
                words.title(),
                words.standing(),
                words.facts(),
                words.rule(),
                words.withheld(),
                own(report, words),
                groups,
                editions,
                trends);
    }

    private static Group group(GroupFigures figures, PeersReport report, PeersWords words) {
        List<Line> lines = new ArrayList<>();
        Box whole = box(figures.total(), words);
        if (whole != null) {
            lines.add(new Line(words.say("total"), "whole", whole));
        }
        for (Domain domain : report.yardstick().model().domains()) {
            Box box = box(figures.domains().get(domain.id()), words);
            if (box != null) {
                lines.add(new Line(words.words().name(domain), "", box));
            }
        }
        List<Bar> bars = new ArrayList<>();
        for (int level = 1; level <= figures.levels().size(); level++) {
            int tenths = figures.levels().get(level - 1);
            if (tenths > 0) {
                bars.add(
                        new Bar(
                                "l" + level,
                                Integer.toString(10 * tenths),
                                words.words().code(level) + " " + 10 * tenths + "%"));
            }
        }
        return new Group(
                words.group(figures.group()),
                words.units(figures),
                words.levels(figures),
                bars,
                lines,
                figures.weakSpots().stream()
                        .map(
                                spot ->
                                        new Weak(
                                                words.words().name(spot.criterion()),
                                                spot.criterion().value(),
                                                10 * spot.satisfied() + "%"))
                        .toList());
    }

    private static @Nullable Box box(@Nullable Quantiles quantiles, PeersWords words) {
        if (quantiles == null) {
            return null;
        }
        int from = quantiles.lower() == null ? quantiles.median() : quantiles.lower();
        int to = quantiles.upper() == null ? quantiles.median() : quantiles.upper();
        int low = quantiles.low() == null ? from : quantiles.low();
        int high = quantiles.high() == null ? to : quantiles.high();
        return new Box(
                words.middle(quantiles),
                Integer.toString(quantiles.median()),
                Integer.toString(from),
                Integer.toString(to - from),
                Integer.toString(low),
                Integer.toString(high - low));
    }

    private static List<Own> own(PeersReport report, PeersWords words) {
        PeerStanding standing = report.standing();
        List<Own> own = new ArrayList<>();
        if (standing == null) {
            return own;
        }
        Box whole = box(standing.group().total(), words);
        if (whole != null && standing.unit().total() != null) {
            own.add(
                    own(
                            words.say("total"),
                            standing.unit().total(),
                            whole,
                            words.quarter(standing.quarter())));
        }
        for (Domain domain : report.yardstick().model().domains()) {
            Double score = standing.unit().domains().get(domain.id());
            Box box = box(standing.group().domains().get(domain.id()), words);
            if (score != null && box != null) {
                own.add(
                        own(
                                words.words().name(domain),
                                score,
                                box,
                                words.quarter(standing.quarters().getOrDefault(domain.id(), 0))));
            }
        }
        return own;
    }

    private static Own own(String name, double score, Box box, String quarter) {
        return new Own(name, Numbers.score(score), Numbers.decimals(score, 1), box, quarter);
    }
}
