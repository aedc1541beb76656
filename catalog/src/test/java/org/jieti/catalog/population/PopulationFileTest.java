package org.jieti.catalog.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jieti.catalog.Catalog;
import org.jieti.catalog.batch.Progress;
import org.jieti.catalog.batch.TextEncoding;
import org.jieti.catalog.finding.Finding;
import org.jieti.catalog.finding.Parsed;
import org.jieti.core.model.Language;
import org.jieti.core.population.IndexModel;
import org.jieti.core.population.Member;
import org.jieti.core.population.Population;
import org.jieti.testkit.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables that are not what they should be: every finding at once, each with its place.
class PopulationFileTest {
    private static final Catalog CATALOG = new Catalog(Golden.root().resolve("models"));

    @TempDir private Path folder = Path.of("");

    private final IndexModel gtmi = Figures.model("gtmi@2022");

    private Parsed<Population> read(byte[] content) throws IOException {
        return read("table.csv", content);
    }

    private Parsed<Population> read(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, content);
        return CATALOG.population(file, gtmi);
    }

    private List<String> lines(String text) throws IOException {
        return findings(read("rows.ndjson", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Member> members(Parsed<Population> parsed) {
        return switch (parsed) {
            case Parsed.Ok<Population> ok -> ok.value().members();
            case Parsed.Invalid<Population> invalid ->
                    throw new AssertionError("Refused: " + invalid.findings());
        };
    }

    private List<String> findings(String text) throws IOException {
        return findings(read(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// Place and rule of each finding, which must have words in both languages.
    private static List<String> findings(Parsed<Population> parsed) {
        for (Finding finding : parsed.findings()) {
            assertThat(finding.message(Language.ZH)).isNotBlank().doesNotContain("{");
            assertThat(finding.hint(Language.EN)).isNotBlank().doesNotContain("{");
        }
        return parsed.findings().stream()
                .map(
                        finding ->
                                finding.location().line()
                                        + ":"
                                        + finding.location().column()
                                        + " "
                                        + finding.rule())
                .toList();
    }

    @Test
    void every_bad_cell_is_reported_at_once() throws IOException {
        assertThat(
                        findings(
                                """
                                unit,surveyed,cgsi,psdi,dcei,gtei
                                A,yes,0.5,NA,"1,5",50%
                                B,maybe,0.1,0.2,0.3,Infinity
                                A,yes,0.1,0.2,0.3,0.4
                                ,yes,0.1,0.2,0.3,0.4
                                C,yes,0.1
                                D,yes,1e999,0.2,0.3,0.4
                                """))
                .containsExactly(
                        "2:4 table.number",
                        "2:5 table.number",
                        "2:6 table.number",
                        "3:2 table.surveyed",
                        "3:6 table.number",
                        "4:1 table.unit.duplicate",
                        "5:1 table.unit.blank",
                        "6:1 table.row.short",
                        "7:3 table.number");
    }

    @Test
    void heading_lists_what_is_missing_double_or_not_read() throws IOException {
        assertThat(findings("unit,cgsi,cgsi,psdi,year\nA,1,1,1,2022\n"))
                .containsExactly(
                        "1:1 table.column.missing",
                        "1:3 table.column.duplicate",
                        "1:5 table.column.unused");
        assertThat(findings("code,cgsi,psdi,dcei,gtei\nA,1,1,1,1\n"))
                .contains("1:1 table.column.missing");
    }

    @Test
    void table_without_rows_or_in_another_encoding_is_refused() throws IOException {
        assertThat(findings("unit,cgsi,psdi,dcei,gtei\n")).containsExactly("0:0 table.rows.none");
        assertThat(findings("")).containsExactly("0:0 file.empty");
        assertThat(
                        findings(
                                read(
                                        "unit,name,cgsi,psdi,dcei,gtei\nA,测试,1,1,1,1\n"
                                                .getBytes(Charset.forName("GB18030")))))
                .containsExactly("2:3 batch.encoding");
    }

    private static final String WIDE =
            """
            unit,name,surveyed,cgsi,psdi,dcei,gtei
            A,甲国（虚构）,,0.1,0.2,0.3,0.4
            B,,no,0.5,,0.7,0.8
            """;

    @Test
    void table_of_answers_holds_the_same_population() throws IOException {
        String answers =
                """
                unit,item,rating,value,measure_unit,reason,name,surveyed
                A,cgsi,,0.1,,,甲国（虚构）,
                B,gtei,,0.8,,an estimate,,no
                A,psdi,,0.2,,,甲国（虚构）,
                A,dcei,,0.3,,,,
                B,psdi,,,,,,
                B,cgsi,,0.5,,,,no
                B,dcei,,0.7,,,,
                A,gtei,,0.4,,,,
                """;

        assertThat(members(read(answers.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(members(read(WIDE.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void lines_of_json_hold_the_same_population() throws IOException {
        String lines =
                """
                {"unit": "A", "name": "甲国（虚构）", "cgsi": 0.1, "psdi": 0.2, "dcei": 0.3, "gtei": 0.4}

                {"unit": "B", "surveyed": false, "cgsi": 0.5, "psdi": null, "dcei": 0.7, "gtei": 0.8}
                """;

        assertThat(members(read("rows.ndjson", lines.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(members(read(WIDE.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void gb18030_is_read_where_it_is_asked_for() throws IOException {
        Path file = folder.resolve("table.csv");
        Files.write(file, WIDE.getBytes(Charset.forName("GB18030")));

        assertThat(members(CATALOG.population(file, TextEncoding.GB18030, gtmi, Progress.NONE)))
                .extracting(Member::name)
                .containsExactly("甲国（虚构）", "B");
    }

    @Test
    void every_bad_row_of_answers_is_reported_at_once() throws IOException {
        assertThat(
                        findings(
                                """
                                unit,item,rating,value,measure_unit,reason,name
                                A,cgsi,,0.1,%,,Aland
                                A,psdi,met,,,,
                                A,dcei,,high,%,,Bland
                                ,gtei,,0.4,,,
                                A,,,0.4,,,
                                A,gtmi2,,0.4,,,
                                A,cgsi,,0.2,,,
                                A,gtei
                                """))
                .containsExactly(
                        "2:5 table.item.measure-unit",
                        "3:3 table.item.rating",
                        "4:4 table.number",
                        "4:7 batch.unit.conflict",
                        "5:1 table.unit.blank",
                        "6:2 table.item.blank",
                        "7:2 table.item.unknown",
                        "8:2 table.item.duplicate",
                        "9:1 table.row.short");
        assertThat(findings("id,item,value\nA,cgsi,1\n"))
                .containsExactlyInAnyOrder("1:1 table.column.missing", "1:1 table.column.unused");
    }

    @Test
    void every_bad_line_of_json_is_reported_at_once() throws IOException {
        assertThat(
                        lines(
                                """
                                {"unit": "A", "cgsi": "high", "psdi": [1, 2], "year": 2022}
                                ["B", 1, 2]
                                {"unit": "B", "cgsi": 1, "dcei": true, "surveyed": "later"}
                                {"unit": "B", "cgsi": 1
                                {"cgsi": 1}
                                """))
                .containsExactlyInAnyOrder(
                        "1:1 table.column.missing",
                        "1:23 table.number",
                        "1:39 table.line.value",
                        "1:47 table.column.unused",
                        "2:1 table.line.object",
                        "3:34 table.number",
                        "3:52 table.surveyed",
                        "4:24 json.syntax",
                        "5:1 table.unit.blank");
    }

    @Test
    void what_is_no_table_is_refused_for_what_it_is() throws IOException {
        assertThat(findings(read("unit.yaml", "model: gtmi@2022".getBytes(StandardCharsets.UTF_8))))
                .containsExactly("0:0 table.kind");
        assertThat(findings(CATALOG.population(folder, gtmi))).containsExactly("0:0 table.kind");
        assertThat(findings(CATALOG.population(folder.resolve("none.csv"), gtmi)))
                .containsExactly("0:0 file.missing");
        assertThat(lines("\n")).containsExactly("0:0 table.rows.none");
    }

    @Test
    void quotes_that_never_end_or_end_too_soon_are_reported_in_their_place() throws IOException {
        assertThat(findings("unit,cgsi,psdi,dcei,gtei\n\"A,1,1,1,1\n"))
                .containsExactly("2:1 batch.csv.open");
        assertThat(findings("unit,cgsi,psdi,dcei,gtei\n\"A\"n,1,1,1,1\n"))
                .containsExactly("2:4 batch.csv.quote");
    }

    @Test
    void empty_cell_is_missing_and_byte_order_mark_and_windows_lines_are_read() throws IOException {
        Parsed<Population> parsed =
                read(
                        "\uFEFFunit,cgsi,psdi,dcei,gtei\r\nA,,0.2,0.3,0.4\r\nB,1,1,1,1\r\n"
                                .getBytes(StandardCharsets.UTF_8));

        assertThat(parsed).isInstanceOf(Parsed.Ok.class);
        Member first = ((Parsed.Ok<Population>) parsed).value().members().getFirst();
        assertThat(first.value("cgsi")).isNull();
        assertThat(first.value("psdi")).isEqualTo(0.2);
        assertThat(first.name()).isEqualTo("A");
    }
}
