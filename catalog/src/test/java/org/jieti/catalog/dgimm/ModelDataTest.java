package org.jieti.catalog.dgimm;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jieti.catalog.finding.Finding;
import org.jieti.catalog.finding.Parsed;
import org.jieti.catalog.format.FileKind;
import org.jieti.core.model.Band;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.Domain;
import org.jieti.core.model.Guidance;
import org.jieti.core.model.Indicator;
import org.jieti.core.model.Language;
import org.jieti.core.model.Limit;
import org.jieti.core.model.Measure;
import org.jieti.core.model.MeasureId;
import org.jieti.core.model.Node;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Standing;
import org.jieti.core.model.Text;
import org.jieti.core.model.WeightSet;
import org.junit.jupiter.api.Test;

/// What assessors read in DGIMM is complete and their own, and its numbers stand as they should.
class ModelDataTest {
    private static final Map<NodeId, Guidance> GUIDANCE = Dgimm.CATALOG.guidance(Dgimm.ID);

    /// A text longer than this is nobody's by chance.
    private static final int LONG = 60;

    private static List<Indicator> ladders() {
        List<Indicator> ladders = new ArrayList<>();
        Dgimm.MODEL.forEachNode(
                node -> {
                    if (node instanceof Indicator indicator && indicator.bearsCriteria()) {
                        ladders.add(indicator);
                    }
                });
        return ladders;
    }

    @Test
    void the_model_is_sound_and_warns_only_of_heavy_criteria() {
        Parsed<FileKind> validated = Dgimm.CATALOG.validate(Dgimm.FOLDER.resolve("model.yaml"));

        assertThat(validated).isInstanceOf(Parsed.Ok.class);
        assertThat(validated.findings())
                .extracting(Finding::rule)
                .isNotEmpty()
                .containsOnly("model.criterion.heavy");
    }

    @Test
    void it_has_seven_domains_five_levels_and_three_presets() {
        assertThat(Dgimm.MODEL.domains())
                .extracting(domain -> domain.id().value() + " " + domain.name().zh())
                .containsExactly(
                        "vision 愿景机制",
                        "construction 建设模式",
                        "operation 服务运营",
                        "data 数据管理",
                        "platform 平台技术",
                        "application 应用生态",
                        "value 价值指标");
        assertThat(Dgimm.MODEL.levels())
                .extracting(level -> level.code() + " " + level.name().zh())
                .containsExactly("I 起步", "II 局部", "III 规模", "IV 全面", "V 创新");
        assertThat(Dgimm.MODEL.grading()).isNotNull();
        assertThat(Dgimm.MODEL.grading().presets())
                .extracting(preset -> preset.id())
                .containsExactly("share-80", "staged", "band");
    }

    @Test
    void each_domain_says_something_of_every_level_and_asks_something_at_it() {
        for (Domain domain : Dgimm.MODEL.domains()) {
            assertThat(domain.statements()).as(domain.id().value()).containsOnlyKeys(1, 2, 3, 4, 5);
            assertThat(Dgimm.MODEL.criteria())
                    .filteredOn(criterion -> domain.id().contains(criterion.id()))
                    .extracting(Criterion::level)
                    .as(domain.id().value())
                    .contains(1, 2, 3, 4, 5);
        }
    }

    @Test
    void ids_tell_ladder_and_rung_and_count_without_gaps() {
        for (Indicator ladder : ladders()) {
            Map<Integer, List<String>> rungs = new TreeMap<>();
            for (Criterion criterion : ladder.criteria()) {
                rungs.computeIfAbsent(criterion.level(), _ -> new ArrayList<>())
                        .add(criterion.id().value());
            }
            rungs.forEach(
                    (level, ids) -> {
                        String rung = ladder.id() + "." + level;
                        List<String> counted =
                                Stream.iterate(1, i -> i + 1)
                                        .limit(ids.size())
                                        .map(i -> rung + "." + i)
                                        .toList();
                        assertThat(ids).isEqualTo(ids.size() == 1 ? List.of(rung) : counted);
                    });
        }
    }

    @Test
    void every_criterion_has_a_question_three_anchors_and_evidence_in_both_languages() {
        assertThat(GUIDANCE.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Dgimm.MODEL.criteria().stream().map(Criterion::id).toList());
        GUIDANCE.forEach(
                (id, guidance) -> {
                    assertThat(guidance.anchors())
                            .as(id.value())
                            .containsOnlyKeys("met", "mostly", "partly");
                    assertInBothLanguages(id, guidance.question());
                    assertInBothLanguages(id, guidance.evidence());
                    guidance.anchors().values().forEach(text -> assertInBothLanguages(id, text));
                });
    }

    private static void assertInBothLanguages(NodeId id, Text text) {
        assertThat(text.zh()).as(id.value()).containsPattern("\\p{IsHan}{2}");
        assertThat(text.en())
                .as(id.value())
                .containsPattern("[A-Za-z]{2}")
                .doesNotContainPattern("\\p{IsHan}");
    }

    @Test
    void questions_are_questions() {
        GUIDANCE.forEach(
                (id, guidance) -> {
                    assertThat(guidance.question().zh()).as(id.value()).endsWith("？");
                    assertThat(guidance.question().en()).as(id.value()).endsWith("?");
                });
    }

    @Test
    void no_two_criteria_share_a_question() {
        assertUnique(guidance -> List.of(guidance.question()));
    }

    @Test
    void no_two_criteria_share_an_anchor() {
        assertUnique(guidance -> List.copyOf(guidance.anchors().values()));
    }

    @Test
    void no_two_criteria_share_an_evidence_text() {
        assertUnique(guidance -> List.of(guidance.evidence()));
    }

    private static void assertUnique(Function<Guidance, List<Text>> texts) {
        for (Language language : Language.values()) {
            List<String> all =
                    GUIDANCE.values().stream()
                            .flatMap(guidance -> texts.apply(guidance).stream())
                            .map(text -> text.in(language))
                            .toList();
            assertThat(all).doesNotHaveDuplicates();
        }
    }

    @Test
    void no_two_criteria_of_a_ladder_share_a_name() {
        for (Indicator ladder : ladders()) {
            for (Language language : Language.values()) {
                assertThat(ladder.criteria())
                        .extracting(criterion -> criterion.name().in(language))
                        .as(ladder.id().value())
                        .doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void no_long_text_stands_twice_anywhere() {
        Map<String, Long> count =
                allTexts().stream()
                        .flatMap(text -> Stream.of(text.zh(), text.en()))
                        .filter(text -> text.length() > LONG)
                        .collect(groupingBy(Function.identity(), counting()));

        assertThat(count)
                .hasSizeGreaterThan(1000)
                .allSatisfy((_, times) -> assertThat(times).isOne());
    }

    private static List<Text> allTexts() {
        List<Text> texts = new ArrayList<>();
        Dgimm.MODEL.forEachNode(
                node -> {
                    texts.add(node.name());
                    switch (node) {
                        case Domain domain -> {
                            texts.add(domain.covers());
                            texts.addAll(domain.statements().values());
                        }
                        case Indicator indicator -> {
                            texts.add(indicator.asks());
                            if (indicator.start() != null) {
                                texts.add(indicator.start().text());
                            }
                        }
                        case Criterion _ -> {}
                    }
                });
        Dgimm.MODEL.measures().forEach(measure -> texts.add(measure.asks()));
        GUIDANCE.values()
                .forEach(
                        guidance -> {
                            texts.add(guidance.question());
                            texts.add(guidance.evidence());
                            texts.addAll(guidance.anchors().values());
                        });
        return texts;
    }

    @Test
    void only_the_limits_of_pue_are_the_report_s_and_they_are_strict() {
        Measure pue = Dgimm.MODEL.findMeasure(new MeasureId("pue"));

        assertThat(pue).isNotNull();
        assertThat(pue.bands()).containsOnlyKeys("IV", "V");
        assertThat(pue.bands().get("IV").limit()).isEqualTo(new Limit(Limit.Side.BELOW, 1.5));
        assertThat(pue.bands().get("V").limit()).isEqualTo(new Limit(Limit.Side.BELOW, 1.2));
        assertThat(pue.bands().get("IV").fulfilment(1.5)).isLessThan(0.8);
        assertThat(pue.bands().get("IV").fulfilment(1.49)).isOne();
        assertThat(pue.bands().get("V").fulfilment(1.2)).isLessThan(0.8);
        for (Measure measure : Dgimm.MODEL.measures()) {
            assertThat(measure.bands().values())
                    .extracting(Band::standing)
                    .as(measure.id().value())
                    .containsOnly(measure.equals(pue) ? Standing.STATED : Standing.PROVISIONAL);
        }
    }

    @Test
    void every_band_is_read_by_a_criterion_at_its_own_level() {
        Map<String, Set<String>> read = new HashMap<>();
        for (Criterion criterion : Dgimm.MODEL.criteria()) {
            if (criterion.reading() != null) {
                assertThat(criterion.reading().band())
                        .as(criterion.id().value())
                        .isEqualTo(Dgimm.MODEL.level(criterion.level()).code());
                read.computeIfAbsent(criterion.reading().measure().value(), _ -> new HashSet<>())
                        .add(criterion.reading().band());
            }
        }
        for (Measure measure : Dgimm.MODEL.measures()) {
            assertThat(read.get(measure.id().value())).isEqualTo(measure.bands().keySet());
        }
    }

    @Test
    void the_weight_set_equal_weighs_all_siblings_alike() {
        WeightSet equal = Dgimm.weights("equal");

        assertThat(equal.status()).isEqualTo(WeightSet.Status.EDITORIAL);
        assertEqualSiblings(equal, Dgimm.MODEL.domains());
        Dgimm.MODEL.forEachNode(node -> assertEqualSiblings(equal, node.children()));
    }

    private static void assertEqualSiblings(WeightSet set, List<? extends Node> siblings) {
        for (Node node : siblings) {
            if (!(node instanceof Criterion)) {
                assertThat(set.weight(node.id()))
                        .as(node.id().value())
                        .isEqualTo(1.0 / siblings.size());
            }
        }
    }

    @Test
    void the_weight_set_value_30_gives_the_value_domain_three_tenths() {
        WeightSet set = Dgimm.weights("value-30");

        assertThat(set.status()).isEqualTo(WeightSet.Status.EDITORIAL);
        for (Domain domain : Dgimm.MODEL.domains()) {
            double expected = domain.id().value().equals("value") ? 0.30 : 0.70 / 6;
            assertThat(set.weight(domain.id())).isCloseTo(expected, within());
            domain.children().forEach(child -> assertAsInEqual(set, child));
        }
    }

    private static void assertAsInEqual(WeightSet set, Node node) {
        if (!(node instanceof Criterion)) {
            assertThat(set.weight(node.id())).isEqualTo(Dgimm.weights("equal").weight(node.id()));
            node.children().forEach(child -> assertAsInEqual(set, child));
        }
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-12);
    }
}
