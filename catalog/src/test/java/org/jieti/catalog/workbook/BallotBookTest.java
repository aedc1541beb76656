package org.jieti.catalog.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jieti.catalog.Catalog;
import org.jieti.catalog.WeighingFile;
import org.jieti.catalog.WeighingRequest;
import org.jieti.catalog.finding.Finding;
import org.jieti.catalog.finding.Parsed;
import org.jieti.catalog.fixture.Models;
import org.jieti.catalog.fixture.Rendered;
import org.jieti.core.elicitation.Elicitation;
import org.jieti.core.elicitation.Method;
import org.jieti.core.model.Language;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The workbook that experts fill in comes back as what they stated.
class BallotBookTest {
    private final Path folder;
    private final Catalog catalog;

    BallotBookTest(@TempDir Path folder) {
        this.folder = folder;
        this.catalog = new Models(folder).catalog();
    }

    private MaturityModel model() {
        return ((Parsed.Ok<MaturityModel>) catalog.modelNamed("small")).value();
    }

    private byte[] form(Method method, Language language) {
        return BallotForm.write(
                method, model(), Arrays.asList(null, new NodeId("alpha")), 2, language);
    }

    /// Types texts into the empty cells of a sheet.
    ///
    /// @param cells text by address, as in `E3`
    private byte[] filled(byte[] workbook, String sheet, Map<String, String> cells)
            throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(write(workbook).toFile())) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        String part = "xl/worksheets/" + sheet + ".xml";
        String text = new String(parts.get(part), StandardCharsets.UTF_8);
        for (Map.Entry<String, String> cell : cells.entrySet()) {
            String filled =
                    text.replaceFirst(
                            "<c r=\"%s\"( s=\"[0-9]+\")?\\s*(/>|></c>)".formatted(cell.getKey()),
                            "<c r=\"%s\"$1 t=\"inlineStr\"><is><t>%s</t></is></c>"
                                    .formatted(cell.getKey(), cell.getValue()));
            assertThat(filled).as("%s of %s", cell.getKey(), sheet).isNotEqualTo(text);
            text = filled;
        }
        parts.put(part, text.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> each : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
            }
        }
        return out.toByteArray();
    }

    private Path write(byte[] workbook) throws IOException {
        return Files.write(folder.resolve("ballots.xlsx"), workbook);
    }

    private Parsed<WeighingFile> read(Path file, Method method) {
        return catalog.weighing(file, new WeighingRequest(method, null, null, null, null, null));
    }

    private Elicitation sound(Path file, Method method) {
        Parsed<WeighingFile> read = read(file, method);
        assertThat(read.findings()).isEmpty();
        return ((Parsed.Ok<WeighingFile>) read).value().elicitation();
    }

    /// The sheets are the weighing, the experts, the guide, and one for each expert.
    private Path pairs(Language language, String first, String second) throws IOException {
        byte[] workbook = form(Method.AHP, language);
        workbook = filled(workbook, "sheet2", Map.of("C3", "2026-06-30"));
        workbook =
                filled(workbook, "sheet4", Map.of("E3", first, "F3", "3", "E5", second, "F5", "2"));
        return write(filled(workbook, "sheet5", Map.of("E3", second)));
    }

    private static void assertPairs(Elicitation elicitation) {
        assertThat(elicitation.model().id()).hasToString("small@1");
        assertThat(elicitation.expert("E1").given()).hasToString("2026-06-30");
        assertThat(elicitation.groups()).hasSize(2);
        assertThat(elicitation.groups().get(0).statements()).hasSize(2);
        Statement.Compared domains =
                (Statement.Compared) elicitation.groups().get(0).statements().getFirst();
        Statement.Compared alpha =
                (Statement.Compared) elicitation.groups().get(1).statements().getFirst();
        assertThat(domains.expert()).isEqualTo("E1");
        assertThat(domains.judgements().getFirst().ratio()).isEqualTo(3);
        assertThat(alpha.judgements().getFirst().ratio()).isEqualTo(0.5, within(1e-15));
    }

    @Test
    void pairs_come_back_as_they_were_filled_in_in_chinese() throws IOException {
        assertPairs(sound(pairs(Language.ZH, "前者", "后者"), Method.AHP));
    }

    @Test
    void pairs_come_back_as_they_were_filled_in_in_english() throws IOException {
        assertPairs(sound(pairs(Language.EN, "first", "second"), Method.AHP));
    }

    @Test
    void pairs_come_back_from_a_workbook_that_libreoffice_saved() throws Exception {
        Path file = pairs(Language.ZH, "前者", "后者");

        assertPairs(sound(LibreOffice.saved(file, folder), Method.AHP));
    }

    @Test
    void rounds_of_a_delphi_stand_side_by_side() throws IOException {
        byte[] workbook =
                filled(
                        form(Method.DELPHI, Language.ZH),
                        "sheet4",
                        Map.of("C3", "50", "C4", "50", "D3", "60", "D4", "40"));

        Elicitation elicitation = sound(write(workbook), Method.DELPHI);

        assertThat(elicitation.groups().getFirst().statements())
                .extracting(statement -> ((Statement.Shares) statement).round())
                .containsExactly(1, 2);
    }

    @Test
    void best_and_worst_come_back() throws IOException {
        byte[] workbook =
                filled(
                        form(Method.BEST_WORST, Language.EN),
                        "sheet4",
                        Map.of(
                                "C3", "best", "C4", "worst", "D3", "1", "D4", "5", "E3", "5", "E4",
                                "1"));

        Statement.BestWorst stated =
                (Statement.BestWorst)
                        sound(write(workbook), Method.BEST_WORST)
                                .groups()
                                .getFirst()
                                .statements()
                                .getFirst();

        assertThat(stated.best()).isEqualTo(new NodeId("alpha"));
        assertThat(stated.bestToOthers()).containsEntry(new NodeId("beta"), 5.0);
    }

    @Test
    void what_is_wrong_is_found_at_its_cell() throws IOException {
        byte[] workbook =
                filled(
                        form(Method.AHP, Language.EN),
                        "sheet4",
                        Map.of("E3", "both", "F3", "3", "F5", "4"));
        Path file = write(workbook);

        Parsed<WeighingFile> read = read(file, Method.AHP);

        assertThat(read.findings())
                .extracting(finding -> finding.location() + " " + finding.rule())
                .containsExactly(file + ":E1!F5 weighing.row.more");
        Path other = write(filled(form(Method.AHP, Language.EN), "sheet4", Map.of("E3", "both")));
        assertThat(read(other, Method.AHP).findings())
                .extracting(finding -> finding.location() + " " + finding.rule())
                .containsExactly(other + ":E1!E3 weighing.ratio");
        Rendered.assertSound(read.findings());
    }

    @Test
    void a_form_that_nobody_filled_in_weighs_nothing() throws IOException {
        assertThat(read(write(form(Method.AHP, Language.ZH)), Method.AHP).findings())
                .extracting(Finding::rule)
                .containsExactly("weighing.nothing");
    }

    @ParameterizedTest
    @EnumSource(names = {"DIRECT", "BUDGET", "AHP", "BEST_WORST", "RANKING", "DELPHI"})
    void every_method_that_asks_people_has_a_form_in_both_languages(Method method) {
        for (Language language : List.of(Language.ZH, Language.EN)) {
            assertThat(form(method, language)).isNotEmpty();
        }
    }
}
