package org.jieti.catalog.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jieti.core.population.MemberResult;
import org.jieti.core.population.Outcome;
import org.jieti.core.population.PopulationResult;
import org.jieti.core.population.RankBasis;
import org.jieti.core.population.Reproduction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// United Nations, E-Government Development Index: three components of 193 countries.
class EgdiTest {

    private static PopulationResult edition(String edition) {
        return Figures.score("egdi/" + edition + ".csv", Figures.model("egdi@" + edition));
    }

    @ParameterizedTest
    @CsvSource({"2010, 183", "2014, 193", "2018, 193", "2020, 193"})
    void index_follows_from_its_components(String edition, int surveyed) {
        Reproduction reproduction = Objects.requireNonNull(edition(edition).reproduction());

        assertThat(reproduction.compared()).isEqualTo(surveyed);
        assertThat(reproduction.largest()).isLessThanOrEqualTo(7e-5);
        assertThat(reproduction.holds()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2010", "2014", "2018", "2020"})
    void ranks_are_the_printed_ones_but_for_four_ties_of_2020(String edition) {
        PopulationResult result = edition(edition);
        List<String> other =
                Figures.rows("egdi-ranks.csv").stream()
                        .filter(row -> edition.equals(row.get("edition")))
                        .filter(row -> rank(result, row) != printed(row))
                        .map(row -> row.get("unit") + " " + rank(result, row))
                        .toList();

        assertThat(result.rankedOn()).isEqualTo(RankBasis.PUBLISHED);
        assertThat(other)
                .containsExactlyInAnyOrderElementsOf(
                        edition.equals("2020")
                                ? List.of(
                                        "Andorra 79",
                                        "Hungary 51",
                                        "North Macedonia 71",
                                        "Timor-Leste 133")
                                : List.of());
    }

    private static int rank(PopulationResult result, Map<String, String> row) {
        return Figures.scored(result, String.valueOf(row.get("unit"))).rank();
    }

    private static int printed(Map<String, String> row) {
        return Integer.parseInt(String.valueOf(row.get("rank")));
    }

    @Test
    void units_that_were_not_surveyed_have_no_score_though_parts_of_them_are_printed() {
        PopulationResult result = edition("2010");
        List<MemberResult> without =
                result.members().stream()
                        .filter(member -> !(member.outcome() instanceof Outcome.Scored))
                        .toList();

        assertThat(without).hasSize(10);
        assertThat(without)
                .allSatisfy(
                        member -> {
                            assertThat(member.outcome()).isEqualTo(new Outcome.NotSurveyed());
                            assertThat(member.derivation()).isNull();
                        });
        MemberResult monaco = Figures.unit(result, "Monaco");
        assertThat(monaco.member().value("tii")).isEqualTo(0.69614);
        assertThat(monaco.outcome()).isEqualTo(new Outcome.NotSurveyed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"egdi@2010", "egdi@2014"})
    void edition_of_2008_is_reported_as_not_reproducible(String model) {
        Reproduction reproduction =
                Objects.requireNonNull(
                        Figures.score("egdi/2008.csv", Figures.model(model)).reproduction());

        assertThat(reproduction.holds()).isFalse();
        assertThat(reproduction.beyond()).hasSizeGreaterThan(1);
    }

    @Test
    void edition_of_2008_is_off_by_up_to_0_0136_from_the_mean_of_its_components() {
        Reproduction reproduction =
                Objects.requireNonNull(
                        Figures.score("egdi/2008.csv", Figures.model("egdi@2014")).reproduction());

        assertThat(reproduction.largest()).isCloseTo(0.01362, within(1e-9));
        assertThat(reproduction.at()).isEqualTo("Cameroon");
    }

    @Test
    void edition_of_2010_is_not_the_plain_mean() {
        Reproduction reproduction =
                Objects.requireNonNull(
                        Figures.score("egdi/2010.csv", Figures.model("egdi@2014")).reproduction());

        assertThat(reproduction.largest()).isBetween(3e-3, 5e-3);
    }
}
