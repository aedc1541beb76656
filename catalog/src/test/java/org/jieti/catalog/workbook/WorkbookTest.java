package org.jieti.catalog.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jieti.catalog.Catalog;
import org.jieti.catalog.finding.Finding;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.fixture.Models;
import org.jieti.catalog.format.Json;
import org.jieti.catalog.source.Value;
import org.jieti.core.model.Language;
import org.jieti.core.model.ModelDiff;
import org.jieti.core.model.ModelEdition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookTest {
    @TempDir private Path folder;

    private Workbooks workbooks() {
        return new Workbooks(folder);
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
        ModelFolder before = Workbooks.sound(Workbooks.shipped().folderNamed(name));

        ModelFolder after = Workbooks.sound(Catalog.imported(workbooks().exported(before)));

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
        ModelFolder before = Workbooks.sound(Workbooks.shipped().folderNamed(name));
        Path home = folder.resolve("home");
        for (Map.Entry<Path, String> file :
                ModelFiles.of(Workbooks.sound(Catalog.imported(workbooks().exported(before))))
                        .entrySet()) {
            Path path = home.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        String file = home.resolve("model.yaml").toString();

        ModelFolder after = Workbooks.sound(Workbooks.shipped().folderNamed(file));
        ModelEdition old = Workbooks.sound(Workbooks.shipped().editionNamed(name));
        ModelEdition fresh = Workbooks.sound(Workbooks.shipped().editionNamed(file));

        assertThat(values(after.model())).isEqualTo(values(before.model()));
        assertThat(after.weightSets().values().stream().map(Json::of))
                .containsExactlyElementsOf(
                        before.weightSets().values().stream().map(Json::of).toList());
        assertThat(fresh.model()).isEqualTo(old.model());
        assertThat(ModelDiff.of(old, fresh).isEmpty()).isTrue();
    }

    @Test
    void a_model_comes_back_from_a_workbook_that_libreoffice_saved() throws Exception {
        ModelFolder before = Workbooks.sound(Workbooks.shipped().folderNamed("dgimm"));
        Path file = workbooks().exported(before);
        Path saved = LibreOffice.saved(file, folder);

        ModelFolder after = Workbooks.sound(Catalog.imported(saved));
        assertThat(values(after.model())).isEqualTo(values(before.model()));
        assertThat(ModelFiles.of(after))
                .isEqualTo(ModelFiles.of(Workbooks.sound(Catalog.imported(file))));
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
                        Workbooks.sound(new Catalog(models).folderNamed("small")),
                        Language.EN,
                        findings);

        assertThat(findings.sorted())
                .extracting(Finding::rule)
                .containsExactly("workbook.weights.record");
        Path file = Files.write(folder.resolve("small.xlsx"), bytes == null ? new byte[0] : bytes);
        assertThat(Workbooks.sound(Catalog.imported(file)).weightSets()).containsOnlyKeys("equal");
    }

    @Test
    void a_truth_value_reads_as_excel_and_as_libreoffice_save_it() throws IOException {
        ModelFolder before = Workbooks.sound(Workbooks.shipped().folderNamed("dgimm"));
        Path file = workbooks().exported(before);
        for (String saved :
                List.of(
                        "t=\"b\"><v>1</v></c>",
                        "t=\"b\"><f aca=\"false\">TRUE()</f><v>1</v></c>")) {
            Path changed =
                    workbooks()
                            .rewritten(
                                    file,
                                    "xl/worksheets/sheet7.xml",
                                    xml ->
                                            xml.replaceFirst(
                                                    "(<c r=\"V5\"[^>]*?) t=\"s\"><v>[0-9]+</v></c>",
                                                    "$1 " + saved));

            assertThat(values(Workbooks.sound(Catalog.imported(changed)).model()))
                    .isEqualTo(values(before.model()));
        }
    }
}
