package org.jieti.catalog.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jieti.core.population.Effect;
import org.jieti.core.population.IndexModel;
import org.jieti.core.population.IndexScore;
import org.jieti.core.population.MemberResult;
import org.jieti.core.population.Outcome;
import org.jieti.core.population.PopulationResult;
import org.jieti.core.population.Reproduction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// World Bank, GovTech Maturity Index 2020 and 2022: four components of 198 economies.
class GtmiTest {
    private final IndexModel gtmi = Figures.model("gtmi@2022");

    @ParameterizedTest
    @ValueSource(strings = {"2020", "2022"})
    void index_is_the_mean_of_its_components(String edition) {
        Reproduction reproduction =
                Objects.requireNonNull(
                        Figures.score("gtmi/" + edition + ".csv", gtmi).reproduction());

        assertThat(reproduction.compared()).isEqualTo(198);
        assertThat(reproduction.largest()).isLessThanOrEqualTo(1e-12);
        assertThat(reproduction.holds()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020", "2022"})
    void every_group_is_the_published_one(String edition) {
        PopulationResult result = Figures.score("gtmi/" + edition + ".csv", gtmi);
        List<Map<String, String>> published =
                Figures.rows("gtmi-groups.csv").stream()
                        .filter(row -> edition.equals(row.get("edition")))
                        .toList();

        assertThat(published).hasSize(198);
        for (Map<String, String> row : published) {
            assertThat(Figures.scored(result, String.valueOf(row.get("unit"))).band())
                    .as("group of %s", row)
                    .isNotNull()
                    .returns(row.get("group"), band -> band.code());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020", "2022"})
    void contributions_add_up_to_the_index(String edition) {
        for (MemberResult member : Figures.score("gtmi/" + edition + ".csv", gtmi).members()) {
            Outcome.Scored scored = (Outcome.Scored) member.outcome();
            IndexScore.Tier derivation = Objects.requireNonNull(member.derivation());
            double sum = 0;
            for (IndexScore part : derivation.parts()) {
                sum += ((Effect.Contribution) Objects.requireNonNull(part.effect())).points();
            }
            assertThat(sum).isCloseTo(scored.index(), within(1e-9));
        }
    }
}
