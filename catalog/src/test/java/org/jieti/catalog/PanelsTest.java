package org.jieti.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jieti.catalog.batch.TextEncoding;
import org.jieti.catalog.finding.Finding;
import org.jieti.catalog.finding.Parsed;
import org.jieti.core.agreement.Panel;
import org.jieti.core.agreement.Rater;
import org.jieti.core.assessment.Answer;
import org.jieti.core.model.NodeId;
import org.jieti.testkit.Golden;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PanelsTest {
    private static final Panels PANELS = new Panels(new Catalog(Golden.root().resolve("models")));
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
    private static final String ITEM = "vision.policy.planning.1.1";

    @TempDir private Path folder = Path.of("");

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
        return file;
    }

    private static String assessment(String unit, String rating) {
        return """
        model: dgimm@2021.1
        unit: {id: "%s", name: 某市}
        asOf: 2026-06-30
        answers:
          %s: {rating: %s}
        """
                .formatted(unit, ITEM, rating);
    }

    private static Parsed<Panel> read(@Nullable String model, Path... inputs) {
        return PANELS.read(List.of(inputs), model, TextEncoding.UTF_8, TODAY);
    }

    private static Panel ok(Parsed<Panel> parsed) {
        return switch (parsed) {
            case Parsed.Ok<Panel> ok -> ok.value();
            case Parsed.Invalid<Panel> invalid ->
                    throw new AssertionError(invalid.findings().toString());
        };
    }

    private static List<String> rules(Parsed<Panel> parsed) {
        assertThat(parsed).isInstanceOf(Parsed.Invalid.class);
        return parsed.findings().stream().map(Finding::rule).toList();
    }

    private static String rating(Rater rater) {
        return rater.assessment().answer(new NodeId(ITEM)) instanceof Answer.Rated rated
                ? rated.rating().id()
                : "none";
    }

    @Test
    void the_assessments_of_a_folder_are_raters_called_as_their_files_are() throws IOException {
        file("liu.yaml", assessment("u", "met"));
        file("an.yaml", assessment("u", "partly"));
        file("notes.txt", "no assessment");
        Panel panel = ok(read(null, folder));
        assertThat(panel.raters()).extracting(Rater::id).containsExactly("an", "liu");
        assertThat(panel.raters()).extracting(PanelsTest::rating).containsExactly("partly", "met");
    }

    @Test
    void raters_of_different_units_and_of_different_models_are_no_panel() throws IOException {
        Path a = file("a.yaml", assessment("u", "met"));
        Path b = file("b.yaml", assessment("v", "met"));
        assertThat(rules(read(null, a, b))).containsExactly("panel.unit");
        Path c = file("c.yaml", assessment("u", "met").replace("dgimm@2021.1", "nag@2021.1"));
        assertThat(rules(read(null, a, c))).containsExactly("assessment.model");
    }

    @Test
    void everything_wrong_with_any_rater_comes_out_at_once() throws IOException {
        Path a = file("a.yaml", assessment("u", "splendid"));
        Path b = file("b.yaml", assessment("u", "dreadful"));
        assertThat(rules(read(null, a, b)))
                .containsExactly("assessment.rating.scale", "assessment.rating.scale");
    }

    @Test
    void two_files_of_the_same_name_are_two_raters_of_the_same_name() throws IOException {
        Path a = file("a.yaml", assessment("u", "met"));
        Path again = file("more/a.yaml", assessment("u", "met"));
        assertThat(rules(read(null, a, again))).containsExactly("panel.rater.duplicate");
    }

    @Test
    void what_is_no_assessment_or_is_not_there_is_reported() throws IOException {
        assertThat(rules(read(null, folder.resolve("none.yaml")))).containsExactly("file.missing");
        assertThat(rules(read(null, folder))).containsExactly("batch.folder.empty");
        Path links = file("links.yaml", "links: []\n");
        assertThat(rules(read(null, links))).containsExactly("assessment.kind");
        assertThat(rules(read("no-such-model", links))).containsExactly("model.missing");
    }

    @Test
    void a_table_holds_all_raters_and_states_the_unit_once() throws IOException {
        Path table =
                file(
                        "round.csv",
                        """
                        rater,item,rating,unit,name
                        a,%1$s,met,u-7,N
                        b,%1$s,partly,,
                        """
                                .formatted(ITEM));
        Panel panel = ok(read("dgimm", table));
        assertThat(panel.raters()).extracting(Rater::id).containsExactly("a", "b");
        assertThat(panel.raters()).extracting(PanelsTest::rating).containsExactly("met", "partly");
        assertThat(panel.raters())
                .allSatisfy(
                        rater -> {
                            assertThat(rater.assessment().unit().id()).isEqualTo("u-7");
                            assertThat(rater.assessment().asOf()).isEqualTo(TODAY);
                        });
    }

    @Test
    void a_table_in_gb18030_is_read_as_such() throws IOException {
        Path table = folder.resolve("round.csv");
        Files.write(
                table,
                "rater,item,rating\n刘,%s,met\n"
                        .formatted(ITEM)
                        .getBytes(Charset.forName("GB18030")));
        assertThat(ok(PANELS.read(List.of(table), "dgimm", TextEncoding.GB18030, TODAY)).raters())
                .extracting(Rater::id)
                .containsExactly("刘");
    }

    @Test
    void a_table_stands_alone_and_needs_a_model() throws IOException {
        Path table = file("t.csv", "rater,item,rating\na,%s,met\n".formatted(ITEM));
        assertThat(rules(read(null, table))).containsExactly("panel.table.model");
        assertThat(rules(read("dgimm", table, file("a.yaml", assessment("u", "met")))))
                .containsExactly("panel.table.alone");
    }

    @Test
    void rows_without_a_rater_given_twice_or_in_conflict_are_reported_at_their_places()
            throws IOException {
        Path table =
                file(
                        "t.csv",
                        """
                        rater,item,rating,unit
                        ,%1$s,met,u
                        a,%1$s,met,u
                        a,%1$s,partly,u
                        a,vision.policy.planning.1.2,met,v
                        b,%1$s,met,w
                        """
                                .formatted(ITEM));
        Parsed<Panel> parsed = read("dgimm", table);
        assertThat(parsed).isInstanceOf(Parsed.Invalid.class);
        assertThat(parsed.findings())
                .extracting(
                        finding ->
                                "%d:%d %s"
                                        .formatted(
                                                finding.location().line(),
                                                finding.location().column(),
                                                finding.rule()))
                .containsExactly(
                        "2:1 panel.row.rater",
                        "4:3 panel.row.duplicate",
                        "5:34 panel.row.conflict",
                        "6:34 panel.unit");
    }
}
