package org.jieti.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jieti.catalog.Catalog;
import org.jieti.catalog.finding.Parsed;
import org.jieti.core.model.Language;
import org.jieti.core.population.IndexModel;
import org.jieti.core.population.Member;
import org.jieti.core.population.Population;
import org.jieti.core.population.PopulationResult;
import org.jieti.core.population.PopulationScoring;
import org.jieti.report.overview.PopulationOverview;
import org.jieti.testkit.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page of many units as Debian's Chromium builds it.
class OverviewInBrowserTest {
    /// A page that never settles is given up.
    private static final long MOST_SECONDS = 120;

    @TempDir private Path folder = Path.of("");

    private static PopulationResult scored(int units) {
        Catalog catalog = new Catalog(Golden.root().resolve("models"));
        if (!(catalog.indexModelNamed("gtmi@2022") instanceof Parsed.Ok<IndexModel> model)) {
            throw new AssertionError("No gtmi@2022");
        }
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < units; i++) {
            double value = i * 617 % units / (double) units;
            members.add(
                    new Member(
                            "u" + i,
                            "单位 " + i + "（虚构）",
                            Member.Survey.SURVEYED,
                            Map.of(),
                            Map.of("cgsi", value, "psdi", value, "dcei", value, "gtei", value)));
        }
        return PopulationScoring.score(model.value(), new Population(members));
    }

    private String built(int units) throws IOException, InterruptedException {
        Path page = folder.resolve("page.html");
        try (Writer out = Files.newBufferedWriter(page)) {
            new OverviewHtml().write(PopulationOverview.of(scored(units), Language.ZH), out);
        }
        Path dom = folder.resolve("dom.html");
        Process chromium =
                new ProcessBuilder(
                                "/usr/bin/chromium",
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--user-data-dir=" + folder.resolve("profile"),
                                "--virtual-time-budget=2000",
                                "--dump-dom",
                                page.toUri().toString())
                        .redirectOutput(dom.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            assertThat(chromium.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            chromium.descendants().forEach(ProcessHandle::destroyForcibly);
            chromium.destroyForcibly();
        }
        return Files.readString(dom);
    }

    private static long dots(String dom) {
        String chart = dom.substring(dom.indexOf("<svg"), dom.indexOf("</svg>"));
        return Pattern.compile("fill=\"var\\(--s[1-5]\\)\"").matcher(chart).results().count();
    }

    @Test
    void every_unit_has_its_dot_and_tables_can_be_sorted_and_filtered() throws Exception {
        String dom = built(60);

        assertThat(dots(dom)).isEqualTo(60);
        assertThat(dom).contains("<button type=\"button\">排名</button>");
        assertThat(dom).doesNotContain("<p class=\"filter\" hidden");
    }

    /// The charting library draws more than 3,000 dots bit by bit unless it is told not to.
    @Test
    void chart_of_a_nation_is_drawn_whole() throws Exception {
        assertThat(dots(built(3500))).isEqualTo(3500);
    }
}
