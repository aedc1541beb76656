package org.jieti.catalog.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jieti.catalog.batch.TextEncoding;
import org.jieti.catalog.finding.Findings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableReaderTest {
    private static final Heading HEADING =
            new Heading(
                    Map.of("编码", "code", "code", "code", "name", "name", "region", "region"),
                    Set.of("code", "name"));

    @TempDir private Path folder;
    private final Findings findings = new Findings();

    private static List<NamedTable.Row> rows(@Nullable NamedTable table) {
        return table == null ? List.of() : table.rows();
    }

    private @Nullable NamedTable read(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return TableReader.read(file, name, TextEncoding.UTF_8, HEADING, findings);
    }

    private List<String> found() {
        return findings.sorted().stream()
                .map(finding -> finding.rule() + " " + finding.location())
                .toList();
    }

    @Test
    void columns_are_known_by_any_of_their_names_in_any_order_and_blank_rows_are_passed_over()
            throws IOException {
        NamedTable table = read("t.csv", "\uFEFFName, 编码 \n甲,1\n,\n\"乙,丙\",2\n");

        assertThat(found()).isEmpty();
        assertThat(rows(table))
                .extracting(
                        NamedTable.Row::number, row -> row.text("code"), row -> row.text("name"))
                .containsExactly(tuple(2, "1", "甲"), tuple(4, "2", "乙,丙"));
        assertThat(rows(table).getFirst().text("region")).isEmpty();
    }

    @Test
    void what_is_wrong_with_the_heading_is_told_at_once() throws IOException {
        read("t.csv", "code,kode,编码\n1,2,3\n");

        assertThat(found())
                .containsExactly(
                        "table.column.missing t.csv:CSV!A1",
                        "table.column.unknown t.csv:CSV!B1",
                        "table.column.duplicate t.csv:CSV!C1");
    }

    @Test
    void a_cell_without_a_heading_is_told() throws IOException {
        read("t.csv", "code,name\n1,甲,stray\n");

        assertThat(found()).containsExactly("table.cell.nowhere t.csv:CSV!C2");
    }

    @Test
    void what_is_no_table_is_refused() throws IOException {
        assertThat(read("t.ods", "code,name")).isNull();
        assertThat(read("t.csv", "code,name\n")).isNotNull();
        assertThat(read("t.xlsx", "no workbook")).isNull();

        assertThat(found())
                .containsExactlyInAnyOrder(
                        "table.kind t.ods", "table.rows.none t.csv", "workbook.format t.xlsx");
    }

    @Test
    void a_text_in_another_encoding_is_refused_from_the_line_where_it_departs() throws IOException {
        Path file = folder.resolve("t.csv");
        // 测 is B2 E2 in GB18030, and a UTF-8 character never begins with B2
        Files.write(file, "code,name\n1,测\n".getBytes(Charset.forName("GB18030")));

        assertThat(TableReader.read(file, "t.csv", TextEncoding.UTF_8, HEADING, findings)).isNull();
        assertThat(found()).containsExactly("table.encoding t.csv:CSV!A2");
        assertThat(
                        rows(
                                TableReader.read(
                                        file,
                                        "t.csv",
                                        TextEncoding.GB18030,
                                        HEADING,
                                        new Findings())))
                .extracting(row -> row.text("name"))
                .containsExactly("测");
    }
}
