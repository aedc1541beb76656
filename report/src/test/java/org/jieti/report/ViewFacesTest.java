package org.jieti.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jieti.catalog.finding.Finding;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.format.Schemas;
import org.jieti.catalog.source.Sources;
import org.jieti.core.crosswalk.Carried;
import org.jieti.core.crosswalk.View;
import org.jieti.core.model.Language;
import org.jieti.core.result.Result;
import org.jieti.report.html.Page;
import org.jieti.report.html.ThroughHtml;
import org.jieti.report.json.ResultJson;
import org.jieti.report.json.ViewJson;
import org.jieti.report.words.Numbers;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON and page of an assessment seen through another model show what the view holds.
class ViewFacesTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final ThroughHtml HTML = new ThroughHtml();

    @TempDir private Path folder = Path.of("");

    /// Both ways between models with and without levels, with a profile, and with measures.
    static Stream<View> views() {
        return Stream.of(
                Samples.through("dgimm@2021.1", "gartner@2021.1"),
                Samples.through("dgimm@2021.1", "odmm@2021.1"),
                Samples.through("gartner@2021.1", "dgimm@2021.1"),
                Samples.through("odmm@2021.1", "nag@2021.1"),
                Samples.through("nag@2021.1", "dgimm@2021.1"));
    }

    private static JsonNode json(View view) {
        return MAPPER.readTree(ViewJson.render(view, Samples.crosswalk()));
    }

    private static Page page(View view, Language language) {
        return Page.of(
                HTML.render(
                        view,
                        Samples.crosswalk(),
                        Samples.publishedGuidance(view.result()),
                        language));
    }

    @ParameterizedTest
    @MethodSource("views")
    void json_fits_its_schema(View view) throws IOException {
        Path file = folder.resolve("view.json");
        Files.writeString(file, ViewJson.render(view, Samples.crosswalk()));
        Findings findings = new Findings();
        Schemas.check(
                Objects.requireNonNull(Sources.read(file, file.toString(), findings)),
                "view.v1",
                findings);
        assertThat(findings.sorted().stream().map((Finding f) -> f.line(Language.EN)).toList())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("views")
    void json_holds_what_carried_over_and_what_it_comes_to(View view) {
        JsonNode json = json(view);

        assertThat(json.at("/counts/carried").intValue()).isEqualTo(view.carried().size());
        assertThat(json.at("/counts/lowerBounds").intValue()).isEqualTo(view.lowerBounds());
        assertThat(json.at("/counts/open").intValue()).isEqualTo(view.open().size());
        assertThat(json.at("/carried").size()).isEqualTo(view.carried().size());
        assertThat(json.at("/open").size()).isEqualTo(view.open().size());
        for (int i = 0; i < view.carried().size(); i++) {
            Carried carried = view.carried().get(i);
            JsonNode written = json.at("/carried/" + i);
            assertThat(written.at("/criterion").stringValue())
                    .isEqualTo(carried.criterion().id().value());
            assertThat(written.at("/link/id").stringValue()).isEqualTo(carried.link().id());
            assertThat(written.at("/bound").stringValue())
                    .isEqualTo(carried.bound() == Carried.Bound.EXACT ? "exact" : "at-least");
            assertThat(written.at("/from").size()).isEqualTo(carried.from().size());
        }
        assertThat(json.at("/result")).isEqualTo(MAPPER.readTree(ResultJson.render(view.result())));
        Result reach = view.reach();
        if (reach.tree().total() == null) {
            assertThat(json.at("/possible/score").isNull()).isTrue();
        } else {
            assertThat(json.at("/possible/score").doubleValue())
                    .isEqualTo(reach.tree().total().highest());
        }
    }

    @ParameterizedTest
    @MethodSource("views")
    void the_page_stands_alone_in_both_languages(View view) {
        for (Language language : Language.values()) {
            Page page = page(view, language);
            assertThat(page.markup()).doesNotContain("th:", "${", "#{", "??", "null");
            assertThat(page.markup())
                    .doesNotContain("<link", "<img", "<iframe", "<script", " src=", "@import");
            assertThat(page.html()).doesNotContain("url(", "http:", "https:");
            List<String> ids = page.texts("//@id");
            assertThat(ids).doesNotHaveDuplicates();
            assertThat(page.texts("//@href"))
                    .allSatisfy(href -> assertThat(ids).contains(href.substring(1)));
        }
        assertThat(page(view, Language.EN).markup())
                .doesNotContainPattern(
                        Pattern.compile("[\\p{IsHan}\\u3000-\\u303f\\uff00-\\uffef]"));
    }

    @ParameterizedTest
    @MethodSource("views")
    void the_page_shows_every_criterion_where_it_belongs(View view) {
        Page page = page(view, Language.EN);

        assertThat(page.texts("//*[@id='carried']//tr/@data-node"))
                .containsExactlyElementsOf(
                        view.carried().stream()
                                .map(each -> each.criterion().id().value())
                                .toList());
        assertThat(page.texts("//*[@id='open']//tr/@data-node"))
                .containsExactlyElementsOf(
                        view.open().stream().map(each -> each.criterion().id().value()).toList());
        assertThat(page.texts("//*[@id='carried']//*[@class='bound']"))
                .hasSize(view.lowerBounds())
                .allMatch("at least"::equals);
        assertThat(page.texts("//*[@id='overview']//dd/b"))
                .containsExactly(
                        Integer.toString(view.carried().size()),
                        Integer.toString(view.lowerBounds()),
                        Integer.toString(view.open().size()),
                        Numbers.percent(view.result().tree().coverage().answeredShare()));
    }
}
