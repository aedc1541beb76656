package org.jieti.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jieti.core.elicitation.Elicitation;
import org.jieti.core.elicitation.Method;
import org.jieti.core.elicitation.Settings;
import org.jieti.core.elicitation.Settings.Pooling;
import org.jieti.core.model.Consistency;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.CriterionKind;
import org.jieti.core.model.Domain;
import org.jieti.core.model.Effort;
import org.jieti.core.model.Indicator;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.ModelId;
import org.jieti.core.model.Node;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.PointsRule;
import org.jieti.core.model.Rating;
import org.jieti.core.model.RatingScale;
import org.jieti.core.model.Standing;
import org.jieti.core.model.Statement;
import org.jieti.core.model.Statement.Judgement;
import org.jieti.core.model.Text;
import org.jieti.core.model.Violation;
import org.jieti.core.model.WeightRecord;
import org.jieti.core.model.WeightRecord.Expert;
import org.jieti.core.model.WeightRules;
import org.jieti.core.model.WeightSet;
import org.jieti.core.model.WeightSpread;
import org.junit.jupiter.api.Test;

/// Whole weighings: what is pooled, what is recorded, what comes from the base set.
class WeighingTest {
    private static final Text TEXT = new Text("文", "text");

    /// Domains d1, d2 … with one indicator each, `d1.x`, which bears one criterion.
    private static MaturityModel model(int domains) {
        List<Domain> all = new ArrayList<>();
        for (int i = 1; i <= domains; i++) {
            Criterion leaf =
                    new Criterion(
                            new NodeId("d" + i + ".x.c"),
                            TEXT,
                            0,
                            CriterionKind.REQUIREMENT,
                            Effort.M,
                            List.of(),
                            Standing.EDITORIAL,
                            true,
                            false,
                            null,
                            null,
                            null);
            Node inner =
                    new Indicator(
                            new NodeId("d" + i + ".x"),
                            TEXT,
                            TEXT,
                            Standing.EDITORIAL,
                            PointsRule.EQUAL,
                            null,
                            List.of(leaf));
            all.add(new Domain(new NodeId("d" + i), TEXT, null, TEXT, Map.of(), List.of(inner)));
        }
        return new MaturityModel(
                new ModelId("test", "1"),
                TEXT,
                TEXT,
                TEXT,
                List.of(),
                new RatingScale(List.of(new Rating("met", TEXT, 1), new Rating("unmet", TEXT, 0))),
                List.of(),
                all,
                null,
                0.2,
                Map.of());
    }

    private static WeightSet base(MaturityModel model) {
        Map<NodeId, Double> weights = new HashMap<>();
        model.forEachNode(
                node -> {
                    if (!node.children().isEmpty()) {
                        weights.put(node.id(), 1.0);
                    }
                });
        model.domains().forEach(each -> weights.put(each.id(), 1.0 / model.domains().size()));
        return new WeightSet(
                "equal", model.id(), TEXT, WeightSet.Status.EDITORIAL, "equal", TEXT, weights);
    }

    private static Elicitation elicitation(
            Method method,
            MaturityModel model,
            Settings settings,
            List<Expert> experts,
            Statement... statements) {
        return new Elicitation(
                method,
                model,
                "mine",
                null,
                null,
                base(model),
                settings,
                experts,
                List.of(
                        new Elicitation.Group(
                                null, model.siblingsUnder(null), List.of(statements), List.of())));
    }

    private static Settings settings(Pooling pooling, String table) {
        return new Settings(table, pooling, 100, Settings.StopRule.DEFAULT);
    }

    private static WeightSet weighed(Elicitation elicitation) {
        Outcome outcome = Weighing.of(elicitation);
        assertThat(outcome).isInstanceOf(Outcome.Weighed.class);
        WeightSet set = ((Outcome.Weighed) outcome).set();
        assertThat(WeightRules.check(elicitation.model(), set)).isEmpty();
        return set;
    }

    private static WeightRecord record(WeightSet set) {
        return Objects.requireNonNull(set.record());
    }

    private static List<Violation> refused(Elicitation elicitation) {
        Outcome outcome = Weighing.of(elicitation);
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).violations();
    }

    private static NodeId d(int number) {
        return new NodeId("d" + number);
    }

    private static Statement.Compared pairs(
            String expert, double first, double second, double third) {
        return new Statement.Compared(
                expert,
                List.of(
                        new Judgement(d(1), d(2), first / second),
                        new Judgement(d(1), d(3), first / third),
                        new Judgement(d(2), d(3), second / third)));
    }

    private static final List<Expert> TWO =
            List.of(
                    new Expert("A", 3, LocalDate.of(2026, 3, 2)),
                    new Expert("B", 1, LocalDate.of(2026, 3, 9)));

    /// A says 4 : 2 : 1 with three quarters of the voice, B 1 : 1 : 1. Pooled ratios are 4^(3/4) of
    /// the third and 2^(3/4): 2.8284 : 1.6818 : 1 of 5.5102.
    @Test
    void voices_count_in_the_geometric_mean() {
        for (Pooling pooling : List.of(Pooling.JUDGEMENTS, Pooling.PRIORITIES)) {
            WeightSet set =
                    weighed(
                            elicitation(
                                    Method.AHP,
                                    model(3),
                                    settings(pooling, "saaty-1980"),
                                    TWO,
                                    pairs("A", 4, 2, 1),
                                    pairs("B", 1, 1, 1)));

            assertThat(set.weight(d(1))).isEqualTo(2.8284 / 5.5102, within(1e-4));
            assertThat(set.weight(d(2))).isEqualTo(1.6818 / 5.5102, within(1e-4));
            assertThat(record(set).groups().getFirst().pooling()).isEqualTo(pooling.id());
        }
    }

    /// (3 · 4/7 + 1/3) / 4
    @Test
    void voices_count_in_the_arithmetic_mean() {
        WeightSet set =
                weighed(
                        elicitation(
                                Method.AHP,
                                model(3),
                                settings(Pooling.MEAN, "saaty-1980"),
                                TWO,
                                pairs("A", 4, 2, 1),
                                pairs("B", 1, 1, 1)));

        assertThat(set.weight(d(1))).isEqualTo((3 * 4 / 7.0 + 1 / 3.0) / 4, within(1e-9));
    }

    @Test
    void the_record_says_who_when_how_consistent_and_by_which_table() {
        WeightSet set =
                weighed(
                        elicitation(
                                Method.AHP,
                                model(3),
                                settings(Pooling.JUDGEMENTS, "saaty-1980"),
                                TWO,
                                pairs("A", 4, 2, 1),
                                new Statement.Compared(
                                        "B",
                                        List.of(
                                                new Judgement(d(1), d(2), 9),
                                                new Judgement(d(2), d(3), 9),
                                                new Judgement(d(1), d(3), 1)))));

        assertThat(record(set).experts()).isEqualTo(TWO);
        assertThat(record(set).base()).isNull();
        assertThat(record(set).groups().getFirst().consistencies())
                .filteredOn(each -> each.measure() == Consistency.Measure.RATIO)
                .allMatch(each -> "saaty-1980".equals(each.table()))
                .extracting(Consistency::expert)
                .containsExactly("A", "B", null);
        assertThat(record(set).groups().getFirst().revisions())
                .isNotEmpty()
                .allMatch(revision -> "B".equals(revision.expert()));
        assertThat(Objects.requireNonNull(record(set).verdict()).worst().expert()).isEqualTo("B");
        assertThat(set.provenance().en()).contains("2 experts", "2026-03-02", "2026-03-09");
        assertThat(set.provenance().zh()).contains("2 位专家");
        assertThat(set.status()).isEqualTo(WeightSet.Status.LOCAL);
    }

    @Test
    void several_experts_leave_their_spread_and_one_leaves_none() {
        WeightSet two =
                weighed(
                        elicitation(
                                Method.AHP,
                                model(3),
                                Settings.DEFAULT,
                                TWO,
                                pairs("A", 4, 2, 1),
                                pairs("B", 1, 1, 1)));
        WeightSet one =
                weighed(
                        elicitation(
                                Method.AHP,
                                model(3),
                                Settings.DEFAULT,
                                TWO.subList(0, 1),
                                pairs("A", 4, 2, 1)));

        WeightSpread.Group group =
                Objects.requireNonNull(Objects.requireNonNull(two.spread()).under(null));
        assertThat(group.opinions())
                .extracting(WeightSpread.Opinion::expert)
                .containsExactly("A", "B");
        assertThat(group.opinions().getFirst().weights().getFirst())
                .isEqualTo(4 / 7.0, within(1e-9));
        assertThat(group.concentration()).isPositive();
        assertThat(one.spread()).isNull();
        assertThat(record(one).groups().getFirst().pooling()).isNull();
    }

    /// A group of one weighs 1 whatever is said; the others come from the base set.
    @Test
    void a_group_of_one_weighs_1() {
        MaturityModel model = model(2);
        Elicitation one =
                new Elicitation(
                        Method.AHP,
                        model,
                        "mine",
                        TEXT,
                        TEXT,
                        base(model),
                        Settings.DEFAULT,
                        TWO,
                        List.of(
                                new Elicitation.Group(
                                        d(1),
                                        model.siblingsUnder(d(1)),
                                        List.of(new Statement.Compared("A", List.of())),
                                        List.of())));

        WeightSet set = weighed(one);

        assertThat(set.weight(new NodeId("d1.x"))).isEqualTo(1);
        assertThat(set.weight(d(2))).isEqualTo(0.5);
        assertThat(record(set).base()).isEqualTo("equal");
        assertThat(record(set).verdict()).isNull();
    }

    @Test
    void equal_weights_are_equal() {
        assertThat(
                        weighed(elicitation(Method.EQUAL, model(4), Settings.DEFAULT, List.of()))
                                .weight(d(3)))
                .isEqualTo(0.25);
    }

    @Test
    void a_table_that_does_not_reach_so_many_nodes_is_refused() {
        MaturityModel model = model(16);
        List<Judgement> chain = new ArrayList<>();
        for (int i = 2; i <= 16; i++) {
            chain.add(new Judgement(d(1), d(i), 1));
        }
        Statement.Compared statement = new Statement.Compared("A", chain);

        assertThat(
                        refused(
                                elicitation(
                                        Method.AHP,
                                        model,
                                        settings(Pooling.JUDGEMENTS, "saaty-1980"),
                                        TWO,
                                        statement)))
                .extracting(Violation::rule)
                .containsExactly("weighing.index.reach");
        assertThat(
                        weighed(elicitation(Method.AHP, model, Settings.DEFAULT, TWO, statement))
                                .weight(d(7)))
                .isEqualTo(1 / 16.0, within(1e-9));
    }
}
