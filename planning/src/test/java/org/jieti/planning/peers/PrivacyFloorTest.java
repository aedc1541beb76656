package org.jieti.planning.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.NodeId;
import org.jieti.planning.fixture.Samples;
import org.jieti.planning.peers.PeerTrend.Edition;
import org.jieti.testkit.Seeds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Nothing that is published, and nothing that differs between two things published, stands for
/// fewer units than the floor.
class PrivacyFloorTest {
    private static final MaturityModel MODEL = Samples.sample("dgimm/growing-city", null).model();
    private static final PrivacyFloor FLOOR = PrivacyFloor.CUSTOMARY;

    private static PeerUnit unit(String id, String group, @Nullable Double total) {
        return new PeerUnit(
                id,
                group,
                total,
                total == null ? null : 1 + (int) (total / 20.001),
                total == null ? Map.of() : Map.of(new NodeId("data"), total),
                Map.of());
    }

    private static List<PeerUnit> units(int... sizes) {
        List<PeerUnit> units = new ArrayList<>();
        for (int group = 0; group < sizes.length; group++) {
            for (int i = 0; i < sizes[group]; i++) {
                String id = "g" + group + "u" + i;
                units.add(unit(id, "g" + group, 10.3 + 7 * i % 80));
            }
        }
        return units;
    }

    private static PeerRelease release(List<PeerUnit> units) {
        return PeerRelease.of("2026", MODEL, units, FLOOR);
    }

    private static List<String> groups(PeerRelease release) {
        return release.groups().stream().map(GroupFigures::group).toList();
    }

    @Test
    void a_group_below_the_floor_is_withheld_and_so_is_the_one_that_would_give_it_away() {
        // 20 + 8 + 3 = 31: with g0 and g1 published, all minus both would be the three of g2
        PeerRelease release = release(units(20, 8, 3));

        assertThat(groups(release)).containsExactly("", "g0");
        assertThat(release.withheld()).containsExactly("g1", "g2");
    }

    @Test
    void two_small_groups_hide_each_other() {
        // 4 + 4 are left together: 8 is no fewer than 5
        assertThat(groups(release(units(20, 8, 4, 4)))).containsExactly("", "g0", "g1");
    }

    @Test
    void a_floor_of_one_or_two_is_no_floor() {
        assertThatThrownBy(() -> new PrivacyFloor(2)).hasMessageContaining("at least 3");
    }

    @Test
    void fewer_units_than_the_floor_publish_nothing() {
        PeerRelease release = release(units(4));

        assertThat(release.groups()).isEmpty();
        assertThat(release.withheld()).containsExactly("g0");
    }

    @Test
    void outer_quantiles_are_left_out_where_one_unit_stands_behind_them() {
        Quantiles five = Quantiles.of(new double[] {10, 20, 30, 40, 50});
        Quantiles twenty =
                Quantiles.of(
                        new double[] {
                            1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20
                        });

        assertThat(five).isEqualTo(new Quantiles(null, null, 30, null, null));
        // definition 7: 0.1 · 19 = 1.9, so 2.9; 0.25 · 19 = 4.75, so 5.75
        assertThat(twenty).isEqualTo(new Quantiles(3, 6, 11, 15, 18));
    }

    @Test
    void a_unit_more_is_no_second_release_and_five_more_are() {
        List<PeerUnit> before = units(20, 8);
        List<PeerUnit> one = new ArrayList<>(before);
        one.add(unit("late", "g0", 99.0));
        List<PeerUnit> five = new ArrayList<>(before);
        for (int i = 0; i < 5; i++) {
            five.add(unit("late" + i, "g0", 99.0));
        }

        assertThat(release(one).mayStandBeside(List.of(release(before)))).isFalse();
        assertThat(release(five).mayStandBeside(List.of(release(before)))).isTrue();
        assertThat(release(before).mayStandBeside(List.of(release(before)))).isTrue();
    }

    /// An attacker asks for everything there is, and adds and takes away sets of units at will:
    /// what can be told apart is never few.
    @Seeds(200)
    void an_attacker_who_asks_everything_sets_nobody_apart(RandomGenerator random) {
        List<PeerUnit> units = randomUnits(random, 8 + random.nextInt(60));
        PeerRelease release = release(units);

        for (String figure : release.figures()) {
            attack(release.behind(figure).values().stream().toList());
        }
    }

    /// The attacker waits for the next release, and only takes what is let out.
    @Seeds(200)
    void an_attacker_who_compares_releases_sets_nobody_apart(RandomGenerator random) {
        List<PeerUnit> units = randomUnits(random, 20 + random.nextInt(60));
        List<PeerRelease> out = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            PeerRelease next = release(units.subList(0, units.size() - random.nextInt(15)));
            if (next.mayStandBeside(out)) {
                out.add(next);
            }
        }

        for (String figure : Set.of(PeerRelease.TOTAL, PeerRelease.LEVELS, "data")) {
            List<Set<String>> told = new ArrayList<>();
            out.forEach(release -> told.addAll(release.behind(figure).values()));
            attack(told);
        }
    }

    /// Trends are asked for beside the release of each edition.
    @Seeds(200)
    void an_attacker_who_compares_trend_and_release_sets_nobody_apart(RandomGenerator random) {
        List<PeerUnit> all = randomUnits(random, 20 + random.nextInt(60));
        Edition before = new Edition("2025", all.subList(random.nextInt(12), all.size()));
        Edition after = new Edition("2026", all.subList(0, all.size() - random.nextInt(12)));

        PeerTrend trend = PeerTrend.of(List.of(before, after), MODEL, FLOOR);

        Map<String, PeerUnit> newest = new HashMap<>();
        after.units().forEach(unit -> newest.put(unit.id(), unit));
        for (Edition edition : List.of(before, after)) {
            List<Set<String>> told =
                    new ArrayList<>(
                            edition.release(MODEL, FLOOR).behind(PeerRelease.TOTAL).values());
            for (PeerTrend.Line line : trend.lines()) {
                Set<String> common = new HashSet<>();
                for (PeerUnit unit : before.units()) {
                    PeerUnit now = newest.get(unit.id());
                    if (now != null
                            && unit.total() != null
                            && (line.group().isEmpty() || now.group().equals(line.group()))) {
                        common.add(unit.id());
                    }
                }
                told.add(common);
            }
            attack(told);
        }
    }

    private static List<PeerUnit> randomUnits(RandomGenerator random, int count) {
        int groups = 1 + random.nextInt(6);
        List<PeerUnit> units = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // squared, so that some groups are small
            int group = (int) (groups * Math.pow(random.nextDouble(), 2));
            Double total = random.nextInt(12) == 0 ? null : 100 * random.nextDouble();
            units.add(unit("u" + i, random.nextInt(10) == 0 ? "" : "g" + group, total));
        }
        return units;
    }

    /// Tries unions, intersections and differences of sets, and then those of what came out.
    private static void attack(List<Set<String>> told) {
        Set<Set<String>> known = new HashSet<>(told);
        for (int round = 0; round < 2 && known.size() < 60; round++) {
            List<Set<String>> now = new ArrayList<>(known);
            for (Set<String> one : now) {
                for (Set<String> other : now) {
                    Set<String> union = new HashSet<>(one);
                    union.addAll(other);
                    known.add(union);
                    Set<String> difference = new HashSet<>(one);
                    difference.removeAll(other);
                    known.add(difference);
                    Set<String> both = new HashSet<>(one);
                    both.retainAll(other);
                    known.add(both);
                }
            }
        }
        assertThat(known)
                .allSatisfy(
                        set ->
                                assertThat(set.size())
                                        .satisfiesAnyOf(
                                                size -> assertThat(size).isZero(),
                                                size ->
                                                        assertThat(size)
                                                                .isGreaterThanOrEqualTo(
                                                                        FLOOR.least())));
    }
}
