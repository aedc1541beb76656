package org.jieti.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.jieti.core.model.Language;
import org.jieti.testkit.Golden;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The samples score as they did when their results were last reviewed.
class SamplesTest {
    @ParameterizedTest
    @CsvSource({
        "dgimm, starting-county",
        "dgimm, growing-city",
        "dgimm, leading-city",
        "gartner, bay-city",
        "nag, plain-city",
        "odmm, river-city",
    })
    void a_sample_scores_as_reviewed(String model, String sample) {
        String folder = "samples/" + model + "/";
        String file = Golden.root().resolve(folder + sample + ".yaml").toString();
        String expected = folder + "expected/" + sample;

        Golden.assertMatches(expected + ".zh.txt", score(Language.ZH, file));
        Golden.assertMatches(expected + ".en.txt", score(Language.EN, file));
        Golden.assertMatches(expected + ".json", score(Language.ZH, file, "--format", "json"));
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
