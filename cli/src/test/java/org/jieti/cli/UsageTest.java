package org.jieti.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jieti.core.model.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What is wrong with a command line is said in the reader's language, with exit code 2.
class UsageTest {
    private static Arguments wrong(String zh, String en, String... arguments) {
        return Arguments.of(zh, en, List.of(arguments));
    }

    static List<Arguments> wrongCommandLines() {
        return List.of(
                wrong("无法识别：--nope。", "Unknown: --nope.", "score", Ran.GROWING, "--nope"),
                wrong("无法识别：scroe。", "Unknown: scroe.", "scroe"),
                wrong("无法识别：extra。", "Unknown: extra.", "models", "extra"),
                wrong("缺少参数：FILE。", "Missing: FILE.", "score"),
                wrong("缺少参数：FILE。", "Missing: FILE.", "validate"),
                wrong("缺少参数：MODEL。", "Missing: MODEL.", "new"),
                wrong("缺少参数：MODEL。", "Missing: MODEL.", "model", "show"),
                wrong("缺少参数：FILE。", "Missing: FILE.", "explain"),
                wrong("缺少参数：NODE。", "Missing: NODE.", "explain", Ran.GROWING),
                wrong("缺少参数：B。", "Missing: B.", "compare", Ran.GROWING),
                wrong("缺少参数：--target。", "Missing: --target.", "gap", Ran.GROWING),
                wrong("缺少参数：--out。", "Missing: --out.", "score", Ran.GROWING, "--out"),
                wrong(
                        "--format 的值“pdf”无效。",
                        "--format cannot be “pdf”.",
                        "score",
                        Ran.GROWING,
                        "--format",
                        "pdf"),
                wrong("--lang 的值“fr”无效。", "--lang cannot be “fr”.", "models", "--lang", "fr"),
                wrong(
                        "--force 的值“maybe”无效。",
                        "--force cannot be “maybe”.",
                        "new",
                        "dgimm",
                        "--force=maybe"),
                wrong(
                        "--preset 重复给出。",
                        "--preset is given twice.",
                        "score",
                        Ran.GROWING,
                        "--preset",
                        "band",
                        "--preset",
                        "staged"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("wrongCommandLines")
    void is_refused_in_the_reader_s_language(String zh, String en, List<String> arguments) {
        String[] line = arguments.toArray(String[]::new);

        Ran chinese = Ran.in(Language.ZH, line);
        Ran english = Ran.in(Language.EN, line);

        assertThat(chinese.err()).startsWith(zh + "\n用法见：jieti");
        assertThat(english.err()).startsWith(en + "\nSee: jieti");
        for (Ran ran : List.of(chinese, english)) {
            assertThat(ran.code()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err().lines()).hasSize(2);
        }
    }

    @Test
    void a_node_that_the_model_lacks_is_refused() {
        for (String node : List.of("data.nothing", "Data", "数据", "")) {
            Ran explain = Ran.in(Language.EN, "explain", Ran.GROWING, node);
            Ran show = Ran.in(Language.ZH, "model", "show", "dgimm", node);

            assertThat(explain.code()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(explain.err()).startsWith("dgimm@2021.1 has no node “" + node + "”.");
            assertThat(show.code()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(show.err()).startsWith("dgimm@2021.1 中没有节点“" + node + "”。");
        }
    }

    @Test
    void a_target_that_is_none_is_refused() {
        for (String target :
                List.of(
                        "6",
                        "VI",
                        "0",
                        "data",
                        "data=",
                        "data=9",
                        "nothing=IV",
                        "data=IV;x=1",
                        "")) {
            Ran ran = Ran.in(Language.EN, "gap", Ran.GROWING, "--target", target);

            assertThat(ran.code()).as(target).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(ran.err()).startsWith("“" + target + "” is no target.");
        }
    }

    @Test
    void unknown_models_weights_and_presets_are_refused_with_those_that_are_there() {
        assertThat(Ran.in(Language.EN, "model", "show", "none").err())
                .contains("model.missing", "Models at hand: dgimm@2021.1, ");
        assertThat(Ran.in(Language.EN, "score", Ran.GROWING, "--weights", "even").err())
                .contains("weights.set.unknown", "It ships with: equal, value-30.");
        assertThat(Ran.in(Language.EN, "score", Ran.GROWING, "--preset", "strict").err())
                .contains("preset.unknown", "Presets: share-80, staged, band.");
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', ZH",
        "en_GB.UTF-8, '', EN",
        "zh_CN.UTF-8, '', ZH",
        "de_DE.UTF-8, '', ZH",
        "C, '', ZH",
        "zh_CN.UTF-8, en, EN",
        "en_US.UTF-8, zh, ZH",
        "en_US.UTF-8, fr, EN"
    })
    void the_language_is_the_one_asked_for_or_that_of_the_environment(
            String environment, String asked, Language language) {
        String[] arguments =
                asked.isEmpty()
                        ? new String[] {"models"}
                        : new String[] {"models", "--lang", asked};

        assertThat(Main.language(arguments, Map.of("LANG", environment))).isEqualTo(language);
    }

    @Test
    void of_the_environment_lc_all_comes_first() {
        Map<String, String> environment =
                Map.of("LC_ALL", "en_US", "LC_MESSAGES", "zh_CN", "LANG", "zh_CN");

        assertThat(Main.language(new String[0], environment)).isEqualTo(Language.EN);
        assertThat(Main.language(new String[0], Map.of("LC_ALL", " ", "LANG", "en")))
                .isEqualTo(Language.EN);
    }

    @Test
    void the_language_may_be_asked_for_at_any_place() {
        List<String> words = List.of("model", "show", "dgimm", "data");
        String english = Ran.in(Language.EN, words.toArray(String[]::new)).out();
        Map<String, String> chinese = Map.of("LANG", "zh_CN.UTF-8");

        for (int at = 0; at <= words.size(); at++) {
            List<String> apart = new ArrayList<>(words);
            apart.addAll(at, List.of("--lang", "en"));
            List<String> joined = new ArrayList<>(words);
            joined.add(at, "--lang=en");

            assertThat(Ran.in(chinese, apart.toArray(String[]::new)).out())
                    .as(apart.toString())
                    .isEqualTo(english);
            assertThat(Ran.in(chinese, joined.toArray(String[]::new)).out())
                    .as(joined.toString())
                    .isEqualTo(english);
        }
    }
}
