package org.jieti.weighting.pooling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jieti.weighting.ahp.PairwiseMatrix;
import org.jieti.weighting.ahp.Priorities;
import org.jieti.weighting.ahp.RandomIndex;
import org.junit.jupiter.api.Test;

/// Two hundred people's judgements on five features of a city, one by one and pooled, as the R
/// package ahpsurvey computes them.
class CitySurveyTest {
    private static final List<String> FEATURES =
            List.of("culture", "family", "housing", "jobs", "transport");
    /// The reference iterates each person's eigenvector to about five digits.
    private static final double CLOSE = 2e-5;

    private static final RandomIndex CHO = RandomIndex.named("cho-2019");

    private static final double[] MEANS = {
        0.155897814885678,
        0.4521323575336,
        0.0710499632774153,
        0.280765553409274,
        0.0401543108940325
    };

    private static final double[] GEOMETRIC_MEANS = {
        0.152610184427091,
        0.448272761689336,
        0.0705251945495085,
        0.275791233973677,
        0.0396502713379227
    };

    private static final double[] POOLED_JUDGEMENTS = {
        0.155150118090719,
        0.45290834908375,
        0.0734993004295361,
        0.277589056104433,
        0.0408531762915614
    };

    private static List<NamedCsvRecord> rows(String file) {
        try (InputStream in =
                        Objects.requireNonNull(RandomIndex.class.getResourceAsStream(file), file);
                CsvReader<NamedCsvRecord> reader =
                        CsvReader.builder()
                                .ofNamedCsvRecord(
                                        new String(in.readAllBytes(), StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double ratio(String written) {
        int slash = written.indexOf('/');
        return slash < 0
                ? Double.parseDouble(written)
                : Double.parseDouble(written.substring(0, slash))
                        / Double.parseDouble(written.substring(slash + 1));
    }

    private static List<PairwiseMatrix> matrices() {
        List<PairwiseMatrix> matrices = new ArrayList<>();
        for (NamedCsvRecord row : rows("city-survey.csv")) {
            int expert = Integer.parseInt(row.getField("expert"));
            if (matrices.size() < expert) {
                matrices.add(PairwiseMatrix.empty(5));
            }
            matrices.set(
                    expert - 1,
                    matrices.get(expert - 1)
                            .with(
                                    FEATURES.indexOf(row.getField("first")),
                                    FEATURES.indexOf(row.getField("second")),
                                    ratio(row.getField("ratio"))));
        }
        return matrices;
    }

    private static double[] equalVoices(int experts) {
        double[] voices = new double[experts];
        Arrays.fill(voices, 1);
        return voices;
    }

    private static double[][] individual() {
        return matrices().stream()
                .map(matrix -> Priorities.of(matrix).weights())
                .toArray(double[][]::new);
    }

    @Test
    void everybody_has_the_weights_and_the_ratio_of_the_reference() {
        List<PairwiseMatrix> matrices = matrices();
        List<NamedCsvRecord> expected = rows("city-survey-priorities.csv");

        assertThat(matrices).hasSize(200);
        for (int k = 0; k < 200; k++) {
            Priorities priorities = Priorities.of(matrices.get(k));
            NamedCsvRecord row = expected.get(k);
            for (int i = 0; i < 5; i++) {
                assertThat(priorities.weights()[i])
                        .as("expert %d, %s", k + 1, FEATURES.get(i))
                        .isEqualTo(
                                Double.parseDouble(row.getField(FEATURES.get(i))), within(CLOSE));
            }
            assertThat(priorities.ratio(CHO))
                    .as("expert %d", k + 1)
                    .isEqualTo(Double.parseDouble(row.getField("ratio")), within(CLOSE));
        }
    }

    @Test
    void judgements_pool_to_the_matrix_and_the_weights_of_the_reference() {
        PairwiseMatrix pooled = Pooled.judgements(matrices(), equalVoices(200));

        assertThat(pooled.ratio(0, 1)).isEqualTo(0.220202679323697, within(1e-12));
        assertThat(pooled.ratio(0, 2)).isEqualTo(3.09251911803951, within(1e-12));
        assertThat(pooled.ratio(1, 4)).isEqualTo(6.14582399313839, within(1e-12));
        assertThat(Priorities.of(pooled).weights())
                .containsExactly(POOLED_JUDGEMENTS, within(1e-9));
    }

    @Test
    void priorities_pool_to_the_geometric_means_of_the_reference_renormalised() {
        double[] reference = GEOMETRIC_MEANS.clone();
        double sum = Arrays.stream(reference).sum();
        for (int i = 0; i < 5; i++) {
            reference[i] /= sum;
        }

        assertThat(sum).as("the reference does not renormalise").isEqualTo(0.987, within(0.0005));
        assertThat(Pooled.priorities(individual(), equalVoices(200)))
                .containsExactly(reference, within(CLOSE));
    }

    @Test
    void weights_pool_to_the_means_of_the_reference() {
        assertThat(Pooled.mean(individual(), equalVoices(200)))
                .containsExactly(MEANS, within(CLOSE));
    }
}
