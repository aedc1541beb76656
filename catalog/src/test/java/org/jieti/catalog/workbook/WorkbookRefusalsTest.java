package org.jieti.catalog.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jieti.catalog.Catalog;
import org.jieti.catalog.finding.Finding;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.fixture.Models;
import org.jieti.core.model.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What a workbook may not hold, found at its cell.
class WorkbookRefusalsTest {
    @TempDir private Path folder;

    private Workbooks workbooks() {
        return new Workbooks(folder);
    }

    @Test
    void a_formula_is_refused_at_its_cell() throws IOException {
        // the third sheet holds the ratings: D3 is the fulfilment of the first
        Path file =
                workbooks()
                        .rewritten(
                                workbooks().exported("nag"),
                                "xl/worksheets/sheet3.xml",
                                xml ->
                                        xml.replaceFirst(
                                                "(<c r=\"D3\"[^>]*>)<v>1</v>",
                                                "$1<f>1*1</f><v>1</v>"));

        assertThat(workbooks().lines(file))
                .singleElement()
                .asString()
                .startsWith("F:Ratings!D3 workbook.formula ");
    }

    @Test
    void what_is_wrong_is_found_at_its_cell() throws IOException {
        Path file =
                workbooks()
                        .rewritten(
                                workbooks().exported("nag"),
                                "xl/sharedStrings.xml",
                                xml -> xml.replaceFirst(">requirement<", ">wish<"));

        assertThat(workbooks().lines(file))
                .isNotEmpty()
                .allMatch(line -> line.matches("F:Criteria![A-Z]+[0-9]+ schema\\.enum .*"));
    }

    @Test
    void a_weight_left_out_is_found_and_so_is_a_sum() throws IOException {
        Path file =
                workbooks()
                        .rewritten(
                                workbooks().exported("nag"),
                                "xl/worksheets/sheet11.xml",
                                xml -> xml.replaceFirst("<c r=\"D4\"[^>]*><v>[0-9]+</v></c>", ""));

        assertThat(workbooks().lines(file))
                .anyMatch(line -> line.startsWith("F:Weights weights.missing "));
    }

    @Test
    void an_unknown_column_is_refused() throws IOException {
        Path file =
                workbooks()
                        .rewritten(
                                workbooks().exported("nag"),
                                "xl/sharedStrings.xml",
                                xml -> xml.replaceFirst(">evidence zh<", ">evidnce zh<"));

        assertThat(workbooks().lines(file))
                .anyMatch(line -> line.matches("F:Criteria![A-Z]+1 workbook.column.unknown .*"));
    }

    @Test
    void entities_are_refused_before_anything_is_parsed() throws IOException {
        Path file =
                workbooks()
                        .rewritten(
                                workbooks().exported("nag"),
                                "xl/sharedStrings.xml",
                                xml ->
                                        xml.replaceFirst(
                                                "<sst",
                                                "<!DOCTYPE sst [<!ENTITY x SYSTEM"
                                                        + " \"file:///etc/hostname\">]><sst"));

        assertThat(Catalog.imported(file).findings())
                .singleElement()
                .extracting(Finding::rule)
                .isEqualTo("workbook.entities");
    }

    @Test
    void a_zip_bomb_is_refused() throws IOException {
        Path file = folder.resolve("bomb.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] blanks = " ".repeat(1024 * 1024).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i <= WorkbookGuard.LARGEST_UNPACKED_BYTES / blanks.length; i++) {
                zip.write(blanks);
            }
        }
        assertThat(Files.size(file)).isLessThan(1024 * 1024);

        assertThat(Catalog.imported(file).findings())
                .singleElement()
                .extracting(Finding::rule)
                .isEqualTo("workbook.bomb");
    }

    @Test
    void what_is_no_workbook_is_refused() throws IOException {
        Path text = Files.writeString(folder.resolve("text.xlsx"), "id,name\n");

        assertThat(Catalog.imported(text).findings())
                .singleElement()
                .extracting(Finding::rule)
                .isEqualTo("workbook.format");
        assertThat(Catalog.imported(folder.resolve("none.xlsx")).findings())
                .singleElement()
                .extracting(Finding::rule)
                .isEqualTo("file.missing");
    }

    @Test
    void a_word_that_is_no_tier_is_found_at_its_cell() throws IOException {
        Path file =
                workbooks()
                        .rewritten(
                                workbooks().exported("nag"),
                                "xl/sharedStrings.xml",
                                xml -> xml.replaceFirst(">indicator<", ">rung<"));

        assertThat(workbooks().lines(file))
                .anyMatch(line -> line.matches("F:Indicators![A-Z]+[0-9]+ workbook.tier .*"));
    }

    @Test
    void a_column_that_occurs_twice_is_found_at_its_head() throws IOException {
        Path file =
                workbooks()
                        .rewritten(
                                workbooks().exported("nag"),
                                "xl/sharedStrings.xml",
                                xml -> xml.replaceFirst(">evidence zh<", ">evidence en<"));

        assertThat(workbooks().lines(file))
                .anyMatch(line -> line.matches("F:Criteria![A-Z]+1 workbook.column.duplicate .*"));
    }

    @Test
    void a_sheet_under_another_name_is_missing_and_left_out() throws IOException {
        Path file =
                workbooks()
                        .rewritten(
                                workbooks().exported("nag"),
                                "xl/workbook.xml",
                                xml -> xml.replaceFirst("name=\"Clauses\"", "name=\"Causes\""));

        assertThat(Catalog.imported(file).findings())
                .extracting(Finding::rule)
                .contains("workbook.sheet.missing", "workbook.sheet.unknown");
    }

    /// Rule, model, sheet, a pattern in the sheet, what stands there instead, the place found.
    static Stream<Arguments> breaches() {
        return Stream.of(
                // the third row, the first below the two heads, loses its id
                breach(
                        "workbook.cell.missing",
                        SheetKind.DOMAINS,
                        "<c r=\"A3\"[^>]*><v>[0-9]+</v></c>",
                        "",
                        "F:Domains!A3"),
                breach(
                        "workbook.cell.nowhere",
                        SheetKind.LEVELS,
                        "(<row r=\"3\".*?)</row>",
                        "$1<c r=\"Z3\" t=\"n\"><v>7</v></c></row>",
                        "F:Levels!Z3"),
                // SG is column 501
                breach(
                        "workbook.columns",
                        SheetKind.WEIGHTS,
                        "(<row r=\"1\".*?)</row>",
                        "$1" + text("SG1", "weight other") + "</row>",
                        "F:Weights!SG1"),
                breach(
                        "workbook.rows",
                        SheetKind.CLAUSES,
                        "</sheetData>",
                        "<row r=\"100001\">" + text("A100001", "F9/1") + "</row></sheetData>",
                        "F:Clauses!A100001"),
                breach(
                        "workbook.error",
                        SheetKind.RATINGS,
                        "<c r=\"D3\"[^>]*><v>1</v></c>",
                        "<c r=\"D3\" t=\"e\"><v>#DIV/0!</v></c>",
                        "F:Ratings!D3"),
                // the second domain takes the id of the first
                breach(
                        "workbook.row.duplicate",
                        SheetKind.DOMAINS,
                        "(<c r=\"A3\"[^>]*><v>)([0-9]+)(.*?<c r=\"A4\"[^>]*><v>)[0-9]+",
                        "$1$2$3$2",
                        "F:Domains!A4"),
                breach(
                        "workbook.parent",
                        SheetKind.CRITERIA,
                        "<c r=\"A3\"[^>]*><v>[0-9]+</v></c>",
                        text("A3", "nowhere"),
                        "F:Criteria!A3"),
                // bands of a measure that no row names
                breach(
                        "workbook.parent",
                        SheetKind.BANDS,
                        "<c r=\"A3\"[^>]*><v>[0-9]+</v></c>",
                        text("A3", "nowhere"),
                        "F:Bands!A3"));
    }

    private static Arguments breach(
            String rule, SheetKind sheet, String pattern, String instead, String place) {
        return Arguments.of(rule, sheet, pattern, instead, place);
    }

    private static String text(String cell, String text) {
        return "<c r=\"" + cell + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("breaches")
    void a_breach_is_found_at_its_cell(
            String rule, SheetKind sheet, String pattern, String instead, String place)
            throws IOException {
        Path file = workbooks().rewritten("dgimm", sheet, pattern, instead);

        assertThat(workbooks().lines(file))
                .anyMatch(line -> line.startsWith(place + " " + rule + " "));
    }

    @Test
    void a_workbook_of_more_than_two_hundred_parts_is_refused() throws IOException {
        Path file = folder.resolve("parts.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int part = 0; part < 201; part++) {
                zip.putNextEntry(new ZipEntry("xl/worksheets/sheet" + part + ".xml"));
            }
        }

        assertThat(Catalog.imported(file).findings())
                .singleElement()
                .extracting(Finding::rule)
                .isEqualTo("workbook.parts");
    }

    @Test
    void a_text_that_no_cell_holds_is_refused_where_it_stands() throws IOException {
        Path models = folder.resolve("models");
        Path model = new Models(models).home().resolve("model.yaml");
        // a cell of Excel holds 32,767 characters
        Files.writeString(model, Files.readString(model).replace("For tests.", "x".repeat(32_768)));
        Findings findings = new Findings();

        byte[] bytes =
                WorkbookWriter.write(
                        Workbooks.sound(new Catalog(models).folderNamed("small")),
                        Language.EN,
                        findings);

        assertThat(bytes).isNull();
        assertThat(findings.sorted())
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.rule()).isEqualTo("workbook.text.long");
                            assertThat(finding.line(Language.EN)).contains("model.yaml:4:");
                        });
    }
}
