package org.jieti.planning.peers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.NodeId;
import org.jieti.planning.peers.GroupFigures.WeakSpot;
import org.jspecify.annotations.Nullable;

/// What is published of one edition: everything at once, of all units and of the peer groups that
/// were fixed beforehand. There is no other question to ask: filters of one's own are what
/// differences are made of.
///
/// Which units stand behind a figure differs, as not all answer everything; the floor is kept for
/// every figure by itself.
public final class PeerRelease {
    private static final int MOST_WEAK_SPOTS = 10;
    private static final double TENTHS = 10;
    private static final int ROUNDED_TO = 5;

    /// The name of the figure of totals, under which [#behind] tells its units.
    static final String TOTAL = "total";

    static final String LEVELS = "levels";

    private final String edition;
    private final PrivacyFloor floor;
    private final List<GroupFigures> groups = new ArrayList<>();
    private final List<String> withheld = new ArrayList<>();
    private final Map<String, Map<String, Set<String>>> behind = new TreeMap<>();

    private PeerRelease(String edition, PrivacyFloor floor) {
        this.edition = edition;
        this.floor = floor;
    }

    /// Works out a release.
    ///
    /// @param edition what it is called, as in `2026`
    /// @param units of one edition, each once
    public static PeerRelease of(
            String edition, MaturityModel model, List<PeerUnit> units, PrivacyFloor floor) {
        PeerRelease release = new PeerRelease(edition, floor);
        release.work(model, units);
        return release;
    }

    public String edition() {
        return edition;
    }

    public PrivacyFloor floor() {
        return floor;
    }

    /// All units first, where they are enough; then the groups, by name.
    public List<GroupFigures> groups() {
        return List.copyOf(groups);
    }

    /// The groups of which nothing is published, by name.
    public List<String> withheld() {
        return List.copyOf(withheld);
    }

    /// What is published of a group; null where that is nothing.
    ///
    /// @param group empty for all units
    public @Nullable GroupFigures find(String group) {
        for (GroupFigures each : groups) {
            if (each.group().equals(group)) {
                return each;
            }
        }
        return null;
    }

    /// The units behind a published figure, for checks between releases; never published itself.
    ///
    /// @return by group, empty for all; empty where the figure is withheld
    Map<String, Set<String>> behind(String figure) {
        return behind.getOrDefault(figure, Map.of());
    }

    Set<String> figures() {
        return behind.keySet();
    }

    /// Whether this release may be published beside earlier ones of the same edition, as when more
    /// units have answered since: taken together, they must not set few units apart.
    public boolean mayStandBeside(List<PeerRelease> earlier) {
        for (String figure : behind.keySet()) {
            List<Set<String>> sets = new ArrayList<>(behind(figure).values());
            earlier.forEach(other -> sets.addAll(other.behind(figure).values()));
            if (floor.isolates(sets)) {
                return false;
            }
        }
        return true;
    }

    private void work(MaturityModel model, List<PeerUnit> units) {
        Map<String, List<PeerUnit>> byGroup = new TreeMap<>();
        for (PeerUnit unit : units) {
            if (!unit.group().isEmpty()) {
                byGroup.computeIfAbsent(unit.group(), _ -> new ArrayList<>()).add(unit);
            }
        }
        Set<String> totals = publish(TOTAL, units, byGroup.keySet(), PeerUnit::total);
        Set<String> levels = publish(LEVELS, units, byGroup.keySet(), PeerUnit::level);
        Map<NodeId, Set<String>> domains = new LinkedHashMap<>();
        model.domains()
                .forEach(
                        domain ->
                                domains.put(
                                        domain.id(),
                                        publish(
                                                domain.id().value(),
                                                units,
                                                byGroup.keySet(),
                                                unit -> unit.domains().get(domain.id()))));
        Map<NodeId, Set<String>> criteria = new LinkedHashMap<>();
        model.criteria()
                .forEach(
                        criterion ->
                                criteria.put(
                                        criterion.id(),
                                        publish(
                                                criterion.id().value(),
                                                units,
                                                byGroup.keySet(),
                                                unit -> unit.criteria().get(criterion.id()))));
        List<String> names = new ArrayList<>(List.of(""));
        names.addAll(byGroup.keySet());
        for (String name : names) {
            List<PeerUnit> members = name.isEmpty() ? units : byGroup.getOrDefault(name, List.of());
            GroupFigures figures =
                    new GroupFigures(
                            name,
                            members.size() / ROUNDED_TO * ROUNDED_TO,
                            totals.contains(name) ? quantiles(members, PeerUnit::total) : null,
                            levels.contains(name)
                                    ? levels(members, model.levels().size())
                                    : List.of(),
                            domains(members, name, domains),
                            weakSpots(members, name, criteria));
            boolean anything =
                    figures.total() != null
                            || !figures.levels().isEmpty()
                            || !figures.domains().isEmpty();
            if (anything) {
                groups.add(figures);
            } else if (!name.isEmpty()) {
                withheld.add(name);
            }
        }
    }

    /// The groups, and the empty name for all, of which a figure is published.
    private Set<String> publish(
            String figure,
            List<PeerUnit> units,
            Set<String> groups,
            Function<PeerUnit, @Nullable Object> value) {
        Set<String> all = new LinkedHashSet<>();
        Map<String, Set<String>> byGroup = new TreeMap<>();
        groups.forEach(group -> byGroup.put(group, new LinkedHashSet<>()));
        for (PeerUnit unit : units) {
            if (value.apply(unit) != null) {
                all.add(unit.id());
                Set<String> members = byGroup.get(unit.group());
                if (members != null) {
                    members.add(unit.id());
                }
            }
        }
        Set<String> published = new LinkedHashSet<>();
        if (all.size() >= floor.least()) {
            published.add("");
            published.addAll(floor.published(all, byGroup));
            Map<String, Set<String>> shown = new HashMap<>();
            for (String group : published) {
                shown.put(group, group.isEmpty() ? all : byGroup.getOrDefault(group, Set.of()));
            }
            behind.put(figure, shown);
        }
        return published;
    }

    private static Quantiles quantiles(
            List<PeerUnit> members, Function<PeerUnit, @Nullable Double> score) {
        List<Double> scores = new ArrayList<>();
        for (PeerUnit member : members) {
            Double value = score.apply(member);
            if (value != null) {
                scores.add(value);
            }
        }
        return Quantiles.of(scores.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static List<Integer> levels(List<PeerUnit> members, int count) {
        int[] at = new int[count];
        int graded = 0;
        for (PeerUnit member : members) {
            if (member.level() != null) {
                at[member.level() - 1]++;
                graded++;
            }
        }
        List<Integer> tenths = new ArrayList<>();
        for (int each : at) {
            tenths.add((int) Math.round(TENTHS * each / graded));
        }
        return tenths;
    }

    private static Map<NodeId, Quantiles> domains(
            List<PeerUnit> members, String group, Map<NodeId, Set<String>> published) {
        Map<NodeId, Quantiles> domains = new LinkedHashMap<>();
        published.forEach(
                (domain, groups) -> {
                    if (groups.contains(group)) {
                        domains.put(domain, quantiles(members, unit -> unit.domains().get(domain)));
                    }
                });
        return domains;
    }

    private static List<WeakSpot> weakSpots(
            List<PeerUnit> members, String group, Map<NodeId, Set<String>> published) {
        List<WeakSpot> spots = new ArrayList<>();
        published.forEach(
                (criterion, groups) -> {
                    if (groups.contains(group)) {
                        int asked = 0;
                        int satisfied = 0;
                        for (PeerUnit member : members) {
                            Boolean holds = member.criteria().get(criterion);
                            asked += holds == null ? 0 : 1;
                            satisfied += Boolean.TRUE.equals(holds) ? 1 : 0;
                        }
                        spots.add(
                                new WeakSpot(
                                        criterion, (int) Math.round(TENTHS * satisfied / asked)));
                    }
                });
        // equal tenths stay in the order of the model, which tells nothing about units
        spots.sort(Comparator.comparingInt(WeakSpot::satisfied));
        return spots.subList(0, Math.min(MOST_WEAK_SPOTS, spots.size()));
    }
}
