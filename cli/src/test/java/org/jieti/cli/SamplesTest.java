package org.jieti.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.jieti.core.model.Language;
import org.jieti.testkit.Golden;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The samples score as they did when their results were last reviewed.
class SamplesTest {
    private static final String EXPECTED = "samples/dgimm/expected/";

    @ParameterizedTest
    @ValueSource(strings = {"starting-county", "growing-city", "leading-city"})
    void a_sample_scores_as_reviewed(String sample) {
        String file = Ran.SAMPLES.resolve(sample + ".yaml").toString();

        Golden.assertMatches(EXPECTED + sample + ".zh.txt", score(Language.ZH, file));
        Golden.assertMatches(EXPECTED + sample + ".en.txt", score(Language.EN, file));
        Golden.assertMatches(
                EXPECTED + sample + ".json", score(Language.ZH, file, "--format", "json"));
    }

    private static String score(Language language, String file, String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "score";
        arguments[1] = file;
        System.arraycopy(options, 0, arguments, 2, options.length);
        Ran ran = Ran.in(language, arguments);
        assertThat(ran.code()).isEqualTo(ExitCode.DONE);
        assertThat(ran.err()).isEmpty();
        return ran.out();
    }
}
