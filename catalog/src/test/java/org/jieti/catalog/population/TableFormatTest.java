package org.jieti.catalog.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jieti.catalog.Catalog;
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
class TableFormatTest {
    private static final Catalog CATALOG = new Catalog(Golden.root().resolve("models"));

    @TempDir private Path folder = Path.of("");

    private final IndexModel gtmi = Figures.model("gtmi@2022");

    private Parsed<Population> read(byte[] content) throws IOException {
        Path file = folder.resolve("table.csv");
        Files.write(file, content);
        return CATALOG.population(file, gtmi);
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
                .containsExactly("2:3 file.encoding");
    }

    @Test
    void quotes_that_never_end_yield_no_score() throws IOException {
        assertThat(read("unit,cgsi,psdi,dcei,gtei\n\"A,1,1,1,1\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Parsed.Invalid.class);
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
