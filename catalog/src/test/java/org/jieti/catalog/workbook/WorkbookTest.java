package org.jieti.catalog.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jieti.catalog.Catalog;
import org.jieti.catalog.finding.Finding;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Parsed;
import org.jieti.catalog.fixture.Models;
import org.jieti.catalog.format.Json;
import org.jieti.catalog.source.Value;
import org.jieti.core.model.Language;
import org.jieti.core.model.ModelDiff;
import org.jieti.core.model.ModelEdition;
import org.jieti.testkit.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookTest {
    @TempDir private Path folder;

    private static Catalog shipped() {
        return new Catalog(
                List.of(
                        Golden.root().resolve("models"),
                        Golden.root().resolve("samples/variants")));
    }

    private static <T> T sound(Parsed<T> parsed) {
        assertThat(parsed.findings()).isEmpty();
        return ((Parsed.Ok<T>) parsed).value();
    }

    private Path exported(ModelFolder model) throws IOException {
        Findings findings = new Findings();
        byte[] bytes = WorkbookWriter.write(model, Language.ZH, findings);
        assertThat(findings.sorted()).isEmpty();
        return Files.write(folder.resolve("model.xlsx"), bytes == null ? new byte[0] : bytes);
    }

    private List<String> lines(Path workbook) {
        return Catalog.imported(workbook).findings().stream()
                .map(finding -> finding.line(Language.EN).replace(workbook.toString(), "F"))
                .toList();
    }

    /// Every value in reading order, numbers as the numbers they are.
    private static List<String> values(Value value) {
        List<String> values = new ArrayList<>();
        collect("", value, values);
        return values;
    }

    private static void collect(String path, Value value, List<String> values) {
        switch (value) {
            case Value.Mapping mapping ->
                    mapping.entries().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .forEach(
                                    entry ->
                                            collect(
                                                    path + "/" + entry.getKey(),
                                                    entry.getValue().value(),
                                                    values));
            case Value.Sequence sequence -> {
                for (int i = 0; i < sequence.items().size(); i++) {
                    collect(path + "/" + i, sequence.items().get(i), values);
                }
            }
            case Value.Scalar scalar ->
                    values.add(
                            path
                                    + " = "
                                    + (scalar.type() == Value.Type.NUMBER
                                            ? Double.parseDouble(scalar.text())
                                            : scalar.type() + " " + scalar.text()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dgimm", "gartner", "nag", "odmm", "port-city"})
    void a_model_comes_back_from_its_workbook_without_loss(String name) throws IOException {
        ModelFolder before = sound(shipped().folderNamed(name));

        ModelFolder after = sound(Catalog.imported(exported(before)));

        assertThat(values(after.model())).isEqualTo(values(before.model()));
        assertThat(after.weightSets().keySet())
                .containsExactlyElementsOf(before.weightSets().keySet());
        assertThat(after.weightSets().values().stream().map(WorkbookTest::values))
                .containsExactlyElementsOf(
                        before.weightSets().values().stream().map(WorkbookTest::values).toList());
        assertThat(after.clauses() == null).isEqualTo(before.clauses() == null);
        if (before.clauses() != null && after.clauses() != null) {
            assertThat(values(after.clauses())).isEqualTo(values(before.clauses()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dgimm", "nag"})
    void the_files_of_an_import_are_the_model_again(String name) throws IOException {
        ModelFolder before = sound(shipped().folderNamed(name));
        Path home = folder.resolve("home");
        for (Map.Entry<Path, String> file :
                ModelFiles.of(sound(Catalog.imported(exported(before)))).entrySet()) {
            Path path = home.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        String file = home.resolve("model.yaml").toString();

        ModelFolder after = sound(shipped().folderNamed(file));
        ModelEdition old = sound(shipped().editionNamed(name));
        ModelEdition fresh = sound(shipped().editionNamed(file));

        assertThat(values(after.model())).isEqualTo(values(before.model()));
        assertThat(after.weightSets().values().stream().map(Json::of))
                .containsExactlyElementsOf(
                        before.weightSets().values().stream().map(Json::of).toList());
        assertThat(fresh.model()).isEqualTo(old.model());
        assertThat(ModelDiff.of(old, fresh).isEmpty()).isTrue();
    }

    @Test
    void a_model_comes_back_from_a_workbook_that_libreoffice_saved() throws Exception {
        ModelFolder before = sound(shipped().folderNamed("dgimm"));
        Path file = exported(before);
        Path saved = LibreOffice.saved(file, folder);

        ModelFolder after = sound(Catalog.imported(saved));
        assertThat(values(after.model())).isEqualTo(values(before.model()));
        assertThat(ModelFiles.of(after)).isEqualTo(ModelFiles.of(sound(Catalog.imported(file))));
    }

    @Test
    void the_record_of_a_weight_set_stays_behind_and_that_is_said() throws IOException {
        Path models = folder.resolve("models");
        Path home = new Models(models).home();
        Path set = home.resolve("weights/equal.yaml");
        Files.writeString(
                set, Files.readString(set) + "record: {experts: [{id: E1}], groups: []}\n");
        Findings findings = new Findings();

        byte[] bytes =
                WorkbookWriter.write(
                        sound(new Catalog(models).folderNamed("small")), Language.EN, findings);

        assertThat(findings.sorted())
                .extracting(Finding::rule)
                .containsExactly("workbook.weights.record");
        Path file = Files.write(folder.resolve("small.xlsx"), bytes == null ? new byte[0] : bytes);
        assertThat(sound(Catalog.imported(file)).weightSets()).containsOnlyKeys("equal");
    }

    /// A workbook with one part rewritten.
    private Path rewritten(Path workbook, String part, UnaryOperator<String> change)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipFile zip = new ZipFile(workbook.toFile());
                ZipOutputStream copy = new ZipOutputStream(out)) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                copy.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream in = zip.getInputStream(entry)) {
                    String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    String changed = entry.getName().equals(part) ? change.apply(text) : text;
                    copy.write(changed.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return Files.write(folder.resolve("changed.xlsx"), out.toByteArray());
    }

    private Path exported(String name) throws IOException {
        return exported(sound(shipped().folderNamed(name)));
    }

    @Test
    void a_formula_is_refused_at_its_cell() throws IOException {
        // the third sheet holds the ratings: D3 is the fulfilment of the first
        Path file =
                rewritten(
                        exported("nag"),
                        "xl/worksheets/sheet3.xml",
                        xml ->
                                xml.replaceFirst(
                                        "(<c r=\"D3\"[^>]*>)<v>1</v>", "$1<f>1*1</f><v>1</v>"));

        assertThat(lines(file))
                .singleElement()
                .asString()
                .startsWith("F:Ratings!D3 workbook.formula ");
    }

    @Test
    void a_truth_value_reads_as_excel_and_as_libreoffice_save_it() throws IOException {
        ModelFolder before = sound(shipped().folderNamed("dgimm"));
        Path file = exported(before);
        for (String saved :
                List.of(
                        "t=\"b\"><v>1</v></c>",
                        "t=\"b\"><f aca=\"false\">TRUE()</f><v>1</v></c>")) {
            Path changed =
                    rewritten(
                            file,
                            "xl/worksheets/sheet7.xml",
                            xml ->
                                    xml.replaceFirst(
                                            "(<c r=\"V5\"[^>]*?) t=\"s\"><v>[0-9]+</v></c>",
                                            "$1 " + saved));

            assertThat(values(sound(Catalog.imported(changed)).model()))
                    .isEqualTo(values(before.model()));
        }
    }

    @Test
    void what_is_wrong_is_found_at_its_cell() throws IOException {
        Path file =
                rewritten(
                        exported("nag"),
                        "xl/sharedStrings.xml",
                        xml -> xml.replaceFirst(">requirement<", ">wish<"));

        assertThat(lines(file))
                .isNotEmpty()
                .allMatch(line -> line.matches("F:Criteria![A-Z]+[0-9]+ schema\\.enum .*"));
    }

    @Test
    void a_weight_left_out_is_found_and_so_is_a_sum() throws IOException {
        Path file =
                rewritten(
                        exported("nag"),
                        "xl/worksheets/sheet11.xml",
                        xml -> xml.replaceFirst("<c r=\"D4\"[^>]*><v>[0-9]+</v></c>", ""));

        assertThat(lines(file)).anyMatch(line -> line.startsWith("F:Weights weights.missing "));
    }

    @Test
    void an_unknown_column_is_refused() throws IOException {
        Path file =
                rewritten(
                        exported("nag"),
                        "xl/sharedStrings.xml",
                        xml -> xml.replaceFirst(">evidence zh<", ">evidnce zh<"));

        assertThat(lines(file))
                .anyMatch(line -> line.matches("F:Criteria![A-Z]+1 workbook.column.unknown .*"));
    }

    @Test
    void entities_are_refused_before_anything_is_parsed() throws IOException {
        Path file =
                rewritten(
                        exported("nag"),
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
                rewritten(
                        exported("nag"),
                        "xl/sharedStrings.xml",
                        xml -> xml.replaceFirst(">indicator<", ">rung<"));

        assertThat(lines(file))
                .anyMatch(line -> line.matches("F:Indicators![A-Z]+[0-9]+ workbook\\.tier .*"));
    }

    @Test
    void a_column_that_occurs_twice_is_found_at_its_head() throws IOException {
        Path file =
                rewritten(
                        exported("nag"),
                        "xl/sharedStrings.xml",
                        xml -> xml.replaceFirst(">evidence zh<", ">evidence en<"));

        assertThat(lines(file))
                .anyMatch(
                        line ->
                                line.matches(
                                        "F:Criteria![A-Z]+1 workbook\\.column\\.duplicate .*"));
    }

    @Test
    void a_sheet_under_another_name_is_missing_and_left_out() throws IOException {
        Path file =
                rewritten(
                        exported("nag"),
                        "xl/workbook.xml",
                        xml -> xml.replaceFirst("name=\"Clauses\"", "name=\"Causes\""));

        assertThat(Catalog.imported(file).findings())
                .extracting(Finding::rule)
                .contains("workbook.sheet.missing", "workbook.sheet.unknown");
    }
}
