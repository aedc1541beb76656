package org.jieti.planning.peers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jieti.core.model.MaturityModel;

/// How the units that took part in every edition moved: quantiles of their totals, edition by
/// edition, of all and of each group.
///
/// A trend is published beside the release of each edition, on units that are fewer by those who
/// joined or left. It is withheld where the two together would set few units apart.
///
/// @param editions oldest first
/// @param lines the groups whose trend is published, all units first
/// @param withheld the groups whose trend is not, by name; empty for all units
public record PeerTrend(List<String> editions, List<Line> lines, List<String> withheld) {
    public PeerTrend {
        editions = List.copyOf(editions);
        lines = List.copyOf(lines);
        withheld = List.copyOf(withheld);
    }

    /// One group over the editions.
    ///
    /// @param group empty for all
    /// @param totals one for each edition
    public record Line(String group, List<Quantiles> totals) {
        public Line {
            totals = List.copyOf(totals);
        }
    }

    /// An edition and its units.
    public record Edition(String name, List<PeerUnit> units) {
        public Edition {
            units = List.copyOf(units);
        }

        PeerRelease release(MaturityModel model, PrivacyFloor floor) {
            return PeerRelease.of(name, model, units, floor);
        }
    }

    /// Works out the trend. A unit belongs to its group of the newest edition.
    ///
    /// @param editions oldest first, at least two
    public static PeerTrend of(List<Edition> editions, MaturityModel model, PrivacyFloor floor) {
        List<PeerRelease> whole =
                editions.stream().map(edition -> edition.release(model, floor)).toList();
        List<PeerRelease> common =
                inCommon(editions).stream().map(each -> each.release(model, floor)).toList();
        Map<String, Set<String>> candidates = common.getLast().behind(PeerRelease.TOTAL);
        List<Line> lines = new ArrayList<>();
        List<String> withheld = new ArrayList<>();
        List<List<Set<String>>> told = new ArrayList<>();
        whole.forEach(
                release -> told.add(new ArrayList<>(release.behind(PeerRelease.TOTAL).values())));
        List<String> groups =
                Stream.concat(
                                Stream.of(""),
                                editions.getLast().units().stream()
                                        .map(PeerUnit::group)
                                        .filter(group -> !group.isEmpty())
                                        .distinct()
                                        .sorted())
                        .toList();
        for (String group : groups) {
            Set<String> units = candidates.get(group);
            if (units == null || isolates(told, units, floor)) {
                withheld.add(group);
            } else {
                told.forEach(sets -> sets.add(units));
                lines.add(line(group, common));
            }
        }
        return new PeerTrend(editions.stream().map(Edition::name).toList(), lines, withheld);
    }

    /// Whether one set more would set few units apart, in any edition.
    private static boolean isolates(
            List<List<Set<String>>> told, Set<String> more, PrivacyFloor floor) {
        for (List<Set<String>> sets : told) {
            List<Set<String>> together = new ArrayList<>(sets);
            together.add(more);
            if (floor.isolates(together)) {
                return true;
            }
        }
        return false;
    }

    /// Every edition with the units alone that have a total in all of them.
    private static List<Edition> inCommon(List<Edition> editions) {
        Set<String> common = new HashSet<>();
        Map<String, String> groups = new HashMap<>();
        for (PeerUnit unit : editions.getLast().units()) {
            common.add(unit.id());
            groups.put(unit.id(), unit.group());
        }
        for (Edition edition : editions) {
            Set<String> scored = new HashSet<>();
            for (PeerUnit unit : edition.units()) {
                if (unit.total() != null) {
                    scored.add(unit.id());
                }
            }
            common.retainAll(scored);
        }
        return editions.stream()
                .map(
                        edition ->
                                new Edition(
                                        edition.name(),
                                        edition.units().stream()
                                                .filter(unit -> common.contains(unit.id()))
                                                .map(unit -> moved(unit, groups))
                                                .toList()))
                .toList();
    }

    private static PeerUnit moved(PeerUnit unit, Map<String, String> groups) {
        return new PeerUnit(
                unit.id(),
                Objects.requireNonNull(groups.get(unit.id())),
                unit.total(),
                unit.level(),
                unit.domains(),
                unit.criteria());
    }

    private static Line line(String group, List<PeerRelease> common) {
        List<Quantiles> totals = new ArrayList<>();
        for (PeerRelease release : common) {
            GroupFigures figures = release.find(group);
            if (figures == null || figures.total() == null) {
                throw new IllegalStateException("The same units are withheld in one edition.");
            }
            totals.add(figures.total());
        }
        return new Line(group, totals);
    }
}
