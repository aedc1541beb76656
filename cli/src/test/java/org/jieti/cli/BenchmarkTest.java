package org.jieti.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jieti.core.model.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command `benchmark`, on units that are invented.
class BenchmarkTest {
    @TempDir private Path folder = Path.of("");

    private static String done(Language language, String... arguments) {
        Ran ran = Ran.in(language, arguments);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isEqualTo(ExitCode.DONE);
        return ran.out();
    }

    /// So many units of each group; unit i of a group has i criteria of the first domain met.
    private String units(String name, int... sizes) throws IOException {
        StringBuilder table =
                new StringBuilder("unit,item,rating,value,measure_unit,reason,name,peerGroup\n");
        for (int group = 0; group < sizes.length; group++) {
            for (int i = 0; i < sizes[group]; i++) {
                String id = "g" + group + "u" + i;
                for (int criterion = 1; criterion <= 2; criterion++) {
                    table.append(id)
                            .append(",vision.policy.planning.")
                            .append(criterion)
                            .append(".1,")
                            .append(i % 2 == criterion % 2 || i % 3 == 0 ? "met" : "partly")
                            .append(",,,,")
                            .append("Invented ")
                            .append(id)
                            .append(",Group ")
                            .append(group)
                            .append('\n');
                }
            }
        }
        return Files.writeString(folder.resolve(name + ".csv"), table.toString()).toString();
    }

    @Test
    void groups_are_published_above_the_floor_only() throws IOException {
        String file = units("2026", 12, 7, 3);

        String en = done(Language.EN, "benchmark", file, "--model", "dgimm");
        String zh = done(Language.ZH, "benchmark", file, "--model", "dgimm");

        assertThat(en)
                .contains("Benchmark among peers: 2026", "All units", "Group 0", "20 or more units")
                .contains(
                        "Withheld, since too few units would stand behind them: Group 1, Group 2.")
                .doesNotContain("Invented", "g0u0");
        assertThat(zh).contains("同类对标：2026", "全部单位", "不予发布：Group 1、Group 2");
    }

    @Test
    void a_unit_sees_its_own_place_and_nobody_elses() throws IOException {
        String file = units("2026", 12);

        String own = done(Language.EN, "benchmark", file, "--model", "dgimm", "--unit", "g0u3");

        assertThat(own).contains("Invented g0u3 among its peers", "quarter", "Its rank is");
        assertThat(own.replace("Invented g0u3", "")).doesNotContain("Invented", "g0u");
    }

    @Test
    void every_form_keeps_the_floor_and_json_fits_its_schema() throws IOException {
        String now = units("2026", 12, 7, 3);
        String before = units("2025", 12, 7);

        for (String format : new String[] {"text", "json", "html", "csv"}) {
            String out =
                    done(
                            Language.EN,
                            "benchmark",
                            now,
                            "--model",
                            "dgimm",
                            "--earlier",
                            before,
                            "--format",
                            format);
            assertThat(out).as(format).contains("Group 0").doesNotContain("Invented", "g0u");
            if (format.equals("json")) {
                Fits.schema(out, "peers.v1", folder);
            }
        }
    }

    @Test
    void a_floor_that_is_none_and_a_unit_that_is_not_there_are_refused() throws IOException {
        String file = units("2026", 12);

        Ran low = Ran.in(Language.EN, "benchmark", file, "--model", "dgimm", "--floor", "2");
        Ran nobody = Ran.in(Language.EN, "benchmark", file, "--model", "dgimm", "--unit", "x");

        assertThat(low.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(low.err()).contains("at least 3");
        assertThat(nobody.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(nobody.err()).contains("no unit “x”");
    }
}
