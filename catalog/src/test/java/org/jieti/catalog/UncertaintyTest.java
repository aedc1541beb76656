package org.jieti.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jieti.catalog.finding.Finding;
import org.jieti.catalog.finding.Parsed;
import org.jieti.catalog.fixture.Marked;
import org.jieti.catalog.fixture.Rendered;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.WeightSet;
import org.jieti.core.population.Aggregation;
import org.jieti.core.population.IndexModel;
import org.jieti.core.population.Normalisation;
import org.jieti.core.population.Population;
import org.jieti.core.uncertainty.Choices;
import org.jieti.core.uncertainty.EvidenceStrengths;
import org.jieti.core.uncertainty.UncertainWeights;
import org.jieti.core.uncertainty.Uncertainty;
import org.jieti.core.uncertainty.Uncertainty.MissingAnswers;
import org.jieti.core.uncertainty.WeightDistribution;
import org.jieti.testkit.Golden;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What is uncertain is read as it stands, or refused with the place and the reason.
class UncertaintyTest {
    private static final Catalog SHIPPED = new Catalog(Golden.root().resolve("models"));
    private static final MaturityModel MODEL = ok(SHIPPED.modelNamed("dgimm"));
    private static final WeightSet WEIGHTS = ok(SHIPPED.weights(MODEL, "equal"));
    private static final IndexModel ASEM =
            ok(
                    SHIPPED.indexModelNamed(
                            Golden.root().resolve("samples/asem/index.yaml").toString()));
    private static final Population COUNTRIES =
            ok(SHIPPED.population(Golden.root().resolve("samples/asem/raw.csv"), ASEM));

    private final Path folder;

    UncertaintyTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static <T> T ok(Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Ok<T> ok -> ok.value();
            case Parsed.Invalid<T> invalid ->
                    throw new AssertionError("Refused: " + invalid.findings());
        };
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("doubts.yaml"), text);
    }

    private static @Nullable NodeId none() {
        return null;
    }

    @Test
    void everything_that_can_be_said_is_read() throws IOException {
        Uncertainty read =
                ok(
                        Uncertainties.of(
                                file(
                                        """
                                        uncertainty: careful
                                        name: {zh: 谨慎, en: Careful}
                                        grounds: {zh: 试评, en: A pilot}
                                        weights:
                                          elsewhere: {share: 0.2}
                                          groups:
                                            - draw: any
                                            - {under: data, draw: fixed}
                                            - {under: value, draw: {around: 40}}
                                            - {under: vision, draw: experts}
                                            - under: platform
                                              draw:
                                                limits: {platform.facility: [0.1, 0.6]}
                                                orders: [[platform.facility, platform.common]]
                                        evidence:
                                          strengths:
                                            - {id: strong, up: 0.02, down: 0.03}
                                            - {id: weak, up: 0.05, down: 0.25, measure: 0.1}
                                          assigned:
                                            - {beneath: data, unit: u1, strength: weak}
                                        missing: any
                                        presets: {share-80: 3, staged: 1}
                                        """
                                                .replace("platform.facility", member(0))
                                                .replace("platform.common", member(1))),
                                MODEL,
                                WEIGHTS));

        UncertainWeights weights = Objects.requireNonNull(read.weights());
        assertThat(weights.elsewhere()).isEqualTo(new WeightDistribution.PlusMinus(0.2));
        assertThat(weights.under(none())).isEqualTo(new WeightDistribution.Any());
        assertThat(weights.under(new NodeId("data"))).isNull();
        assertThat(weights.under(new NodeId("value"))).isEqualTo(new WeightDistribution.Around(40));
        assertThat(weights.under(new NodeId("vision")))
                .isEqualTo(new WeightDistribution.BetweenExperts());
        assertThat(weights.under(new NodeId("platform")))
                .isEqualTo(
                        new WeightDistribution.Within(
                                Map.of(
                                        new NodeId(member(0)),
                                        new WeightDistribution.Interval(0.1, 0.6)),
                                List.of(List.of(new NodeId(member(0)), new NodeId(member(1))))));
        assertThat(weights.under(new NodeId("construction")))
                .isEqualTo(new WeightDistribution.PlusMinus(0.2));
        EvidenceStrengths evidence = Objects.requireNonNull(read.evidence());
        assertThat(evidence.strengths())
                .containsExactly(
                        new EvidenceStrengths.Strength("strong", 0.02, 0.03, 0),
                        new EvidenceStrengths.Strength("weak", 0.05, 0.25, 0.1));
        assertThat(evidence.of("u1", new NodeId("data.x"))).isEqualTo(1);
        assertThat(evidence.of("u2", new NodeId("data.x"))).isZero();
        assertThat(read.missing()).isEqualTo(MissingAnswers.ANY_RATING);
        assertThat(read.choices().presets())
                .containsExactly(
                        new Choices.Option<>("share-80", 3), new Choices.Option<>("staged", 1));
    }

    /// A member of the first group within the domain `platform`.
    private static String member(int place) {
        return MODEL.domains().stream()
                .filter(domain -> domain.id().value().equals("platform"))
                .findFirst()
                .orElseThrow()
                .children()
                .get(place)
                .id()
                .value();
    }

    @Test
    void an_index_chooses_aggregations_and_normalisations() throws IOException {
        Uncertainty read =
                ok(
                        Uncertainties.of(
                                file(
                                        """
                                        uncertainty: methods
                                        weights: {groups: [{under: conn, draw: any}]}
                                        aggregations: [arithmetic-mean, geometric-mean]
                                        normalisations:
                                          - {min-max: {low: 1, high: 100}}
                                          - percentile-rank
                                        """),
                                ASEM,
                                COUNTRIES));
        assertThat(read.choices().aggregations())
                .extracting(Choices.Option::value)
                .containsExactly(Aggregation.ARITHMETIC_MEAN, Aggregation.GEOMETRIC_MEAN);
        assertThat(read.choices().normalisations())
                .extracting(Choices.Option::value)
                .containsExactly(
                        new Normalisation.MinMax(1, 100), new Normalisation.PercentileRank());
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(
                        "uncertainty.group.twice",
                        "weights: {groups: [{draw: any}, ‸{draw: fixed}]}"),
                Arguments.of(
                        "uncertainty.group.unknown",
                        "weights: {groups: [‸{under: nowhere, draw: any}]}"),
                Arguments.of(
                        "uncertainty.member.unknown",
                        "weights: {groups: [{draw: {limits: {‸nowhere: [0, 0.5]}}}]}"),
                Arguments.of(
                        "uncertainty.interval",
                        "weights: {groups: [{draw: {limits: {data: ‸[0.5, 0.2]}}}]}"),
                Arguments.of(
                        "uncertainty.least.sum",
                        "weights: {groups: [‸{draw: {limits: {data: [0.6, 1], value: [0.5,"
                                + " 1]}}}]}"),
                Arguments.of(
                        "uncertainty.greatest.sum",
                        """
                        weights:
                          groups:
                            - ‸draw:
                                limits: {data: [0, 0.1]}
                                orders: [[data, vision, construction, operation, application, platform, value]]
                        """),
                Arguments.of(
                        "uncertainty.contradiction",
                        "weights: {groups: [{draw: {limits: {‸data: [0, 0.1], value: [0.2, 1]},"
                                + " orders: [[data, value]]}}]}"),
                Arguments.of(
                        "uncertainty.circle",
                        "weights: {groups: [{draw: {orders: [[‸data, value], [value, data]]}}]}"),
                Arguments.of(
                        "uncertainty.node.unknown",
                        "evidence: {strengths: [{id: a, up: 0, down: 0}], assigned: [‸{beneath:"
                                + " nowhere, strength: a}]}"),
                Arguments.of(
                        "uncertainty.strength.unknown",
                        "evidence: {strengths: [{id: a, up: 0, down: 0}], assigned: [‸{beneath:"
                                + " data, strength: b}]}"),
                Arguments.of(
                        "uncertainty.strength.sum",
                        "evidence: {strengths: [‸{id: a, up: 0.6, down: 0.6}]}"),
                Arguments.of(
                        "uncertainty.strength.twice",
                        "evidence: {strengths: [{id: a, up: 0, down: 0}, ‸{id: a, up: 0, down:"
                                + " 0.1}]}"),
                Arguments.of("uncertainty.preset.unknown", "presets: [‸nowhere]"),
                Arguments.of("uncertainty.index.only", "aggregations: [minimum]"),
                Arguments.of("uncertainty.aggregation", "aggregations: [‸mode]"),
                Arguments.of("index.range", "normalisations: [{min-max: ‸{low: 5, high: 1}}]"),
                Arguments.of(
                        "schema.maximum", "evidence: {strengths: [{id: a, up: ‸20, down: 0}]}"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void nonsense_is_refused_where_it_stands(String rule, String passage) throws IOException {
        Marked marked = Marked.of("uncertainty: bad\n" + passage + "\n");
        Parsed<Uncertainty> read = Uncertainties.of(file(marked.text()), MODEL, WEIGHTS);
        assertThat(read).isInstanceOf(Parsed.Invalid.class);
        List<Finding> findings = ((Parsed.Invalid<Uncertainty>) read).findings();
        assertThat(findings).extracting(Finding::rule).contains(rule);
        Rendered.assertSound(findings);
        for (String place : marked.places()) {
            assertThat(findings)
                    .filteredOn(finding -> finding.rule().equals(rule))
                    .anyMatch(finding -> finding.location().toString().endsWith(":" + place));
        }
    }

    @Test
    void a_weight_of_0_cannot_be_asked_for_more() throws IOException {
        Map<NodeId, Double> changed = new HashMap<>(WEIGHTS.weights());
        changed.put(new NodeId("data"), 0.0);
        WeightSet without =
                new WeightSet(
                        "without",
                        WEIGHTS.model(),
                        WEIGHTS.name(),
                        WEIGHTS.status(),
                        WEIGHTS.method(),
                        WEIGHTS.provenance(),
                        changed);
        Parsed<Uncertainty> read =
                Uncertainties.of(
                        file(
                                """
                                uncertainty: bad
                                weights: {groups: [{draw: {limits: {data: [0.1, 1]}}}]}
                                """),
                        MODEL,
                        without);
        assertThat(((Parsed.Invalid<Uncertainty>) read).findings())
                .extracting(Finding::rule)
                .contains("uncertainty.member.zero");
    }

    @Test
    void a_model_without_levels_has_no_presets() throws IOException {
        MaturityModel nag = ok(SHIPPED.modelNamed("nag"));
        Parsed<Uncertainty> read =
                Uncertainties.of(
                        file("uncertainty: bad\npresets: [staged]\n"),
                        nag,
                        ok(SHIPPED.weights(nag, "equal")));
        assertThat(((Parsed.Invalid<Uncertainty>) read).findings())
                .extracting(Finding::rule)
                .containsExactly("uncertainty.preset.none");
    }

    @Test
    void an_index_refuses_what_only_assessments_have_and_means_that_are_not_defined()
            throws IOException {
        Parsed<Uncertainty> read =
                Uncertainties.of(
                        file(
                                """
                                uncertainty: bad
                                missing: any
                                aggregations: [geometric-mean]
                                normalisations: [{z-score: {mean: 0, deviation: 1}}]
                                """),
                        ASEM,
                        COUNTRIES);
        List<Finding> findings = ((Parsed.Invalid<Uncertainty>) read).findings();
        assertThat(findings)
                .extracting(Finding::rule)
                .containsExactlyInAnyOrder("uncertainty.assessed.only", "uncertainty.negative");
        Rendered.assertSound(findings);
    }
}
