package org.jieti.catalog.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jieti.catalog.Catalog;
import org.jieti.catalog.finding.Finding;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Parsed;
import org.jieti.core.assessment.Answer;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.assessment.Reading;
import org.jieti.core.assessment.Unit;
import org.jieti.core.model.Language;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.MeasureId;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.WeightSet;
import org.jieti.core.result.ScoringInput;
import org.jieti.core.result.Yardstick;
import org.jieti.testkit.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchTest {
    private static final Catalog CATALOG = new Catalog(Golden.root().resolve("models"));
    private static final MaturityModel MODEL = ok(CATALOG.modelNamed("dgimm@2021.1"));
    private static final WeightSet WEIGHTS = ok(CATALOG.weights(MODEL, "equal"));
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    private static final String HEADER = "unit,item,rating,value,measure_unit,reason\n";
    private static final String DETAILED =
            "unit,item,rating,value,measure_unit,reason,name,region,peerGroup,asOf\n";
    private static final String CRITERION = "vision.policy.planning.1.1";
    private static final String OTHER = "vision.policy.planning.1.2";
    private static final String JSON =
            "{\"model\":\"dgimm@2021.1\",\"unit\":{\"id\":\"%s\",\"name\":\"N\"},\"asOf\":"
                    + "\"2026-06-30\",\"answers\":{\""
                    + CRITERION
                    + "\":{\"rating\":\"%s\"}}}\n";

    @TempDir Path folder;

    private static <T> T ok(Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Ok<T> ok -> ok.value();
            case Parsed.Invalid<T> invalid ->
                    throw new AssertionError(invalid.findings().toString());
        };
    }

    private record Read(List<Assessment> assessments, List<Finding> findings) {
        /// Places and rules, without the file's name.
        List<String> places() {
            return findings.stream()
                    .map(
                            finding ->
                                    finding.location().line()
                                            + ":"
                                            + finding.location().column()
                                            + " "
                                            + finding.rule())
                    .toList();
        }

        Assessment only() {
            assertThat(findings).isEmpty();
            assertThat(assessments).hasSize(1);
            return assessments.getFirst();
        }
    }

    private Read read(Path input, TextEncoding encoding) {
        Findings findings = new Findings();
        List<Assessment> assessments =
                BatchFiles.read(
                                new BatchRequest(input, "dgimm", null, null, encoding, TODAY),
                                Yardstick.of(MODEL, WEIGHTS),
                                Progress.NONE,
                                findings)
                        .stream()
                        .map(ScoringInput::assessment)
                        .toList();
        // Every finding has its text, in both languages.
        findings.sorted().forEach(finding -> assertThat(finding.line(Language.ZH)).isNotBlank());
        findings.sorted().forEach(finding -> assertThat(finding.line(Language.EN)).isNotBlank());
        return new Read(assessments, findings.sorted());
    }

    private Read csv(String text) {
        return read(file("units.csv", text.getBytes(StandardCharsets.UTF_8)), TextEncoding.UTF_8);
    }

    private Path file(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void each_kind_of_row_becomes_its_answer() {
        Assessment assessment =
                csv(DETAILED
                                + "u1,"
                                + CRITERION
                                + ",met,,,seen on site,虚构市,虚构省,地级市,2026-05-01\n"
                                + "u1,"
                                + OTHER
                                + ",na,,,no such office,,,,\n"
                                + "u1,vision.policy.planning.2.1,insufficient,,,draft"
                                + " only,,,,\n"
                                + "u1,cloud-share,,62.5,%,,,,,\n")
                        .only();

        assertThat(assessment.unit()).isEqualTo(new Unit("u1", "虚构市", "虚构省", "地级市"));
        assertThat(assessment.asOf()).isEqualTo(LocalDate.of(2026, 5, 1));
        assertThat(assessment.answer(new NodeId(CRITERION)))
                .isEqualTo(new Answer.Rated(MODEL.ratings().best(), "seen on site"));
        assertThat(assessment.answer(new NodeId(OTHER)))
                .isEqualTo(new Answer.NotApplicable("no such office"));
        assertThat(assessment.answer(new NodeId("vision.policy.planning.2.1")))
                .isEqualTo(new Answer.InsufficientEvidence("draft only"));
        assertThat(assessment.measures())
                .containsEntry(new MeasureId("cloud-share"), new Reading(62.5, "%"));
    }

    @Test
    void rows_of_a_unit_may_stand_apart_and_units_keep_the_order_of_their_first_rows() {
        Read read =
                csv(
                        HEADER
                                + "b,"
                                + CRITERION
                                + ",met,,,\na,"
                                + CRITERION
                                + ",met,,,\nb,"
                                + OTHER
                                + ",met,,,\n");

        assertThat(read.findings()).isEmpty();
        assertThat(read.assessments())
                .extracting(each -> each.unit().id())
                .containsExactly("b", "a");
        assertThat(read.assessments().getFirst().answers()).hasSize(2);
        assertThat(read.assessments().getFirst().asOf()).isEqualTo(TODAY);
    }

    @Test
    void columns_come_in_any_order_and_details_on_any_row() {
        Assessment assessment =
                csv("peerGroup,reason,item,unit,measure_unit,value,rating\n,,"
                                + CRITERION
                                + ",u1,,,met\n市,,"
                                + OTHER
                                + ",u1,,,met\n")
                        .only();

        assertThat(assessment.unit()).isEqualTo(new Unit("u1", "u1", "", "市"));
    }

    @Test
    void quotes_line_breaks_in_cells_and_blank_lines_are_read() {
        Assessment assessment =
                csv(HEADER
                                + "\r\n"
                                + "\"u1\","
                                + CRITERION
                                + ",na,,,\"two lines,\r\nand \"\"quotes\"\"\"\r\n"
                                + "   \r\n,,,,,\r\n"
                                + "u1,"
                                + OTHER
                                + ",met,,,")
                        .only();

        assertThat(assessment.answer(new NodeId(CRITERION)))
                .isEqualTo(new Answer.NotApplicable("two lines,\r\nand \"quotes\""));
        assertThat(assessment.answers()).hasSize(2);
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_header() {
        csv("\uFEFF" + HEADER + "u1," + CRITERION + ",met,,,\n").only();
    }

    @Test
    void a_table_in_gb18030_is_read_when_asked() {
        byte[] bytes =
                (HEADER + "虚构市㐂," + CRITERION + ",na,,,没有此职能\n")
                        .getBytes(Charset.forName("GB18030"));
        Path file = file("gb.csv", bytes);

        assertThat(read(file, TextEncoding.GB18030).only().unit().id()).isEqualTo("虚构市㐂");
        assertThat(read(file, TextEncoding.UTF_8).places()).containsExactly("2:1 batch.encoding");
    }

    @Test
    void utf_8_with_its_mark_is_not_read_as_gb18030() {
        byte[] bytes = ("\uFEFF" + HEADER).getBytes(StandardCharsets.UTF_8);

        assertThat(read(file("bom.csv", bytes), TextEncoding.GB18030).places())
                .containsExactly("1:1 batch.encoding.mark");
    }

    @Test
    void all_bad_rows_are_reported_together_each_at_its_cell() {
        Read read =
                csv(
                        DETAILED
                                + ",x,met,,,,,,,\n"
                                + "u1,,met,,,,,,,\n"
                                + "u1,nope,met,,,,,,,\n"
                                + "u1,"
                                + CRITERION
                                + ",good,,,,,,,\n"
                                + "u1,"
                                + CRITERION
                                + ",met,,,,,,,\n"
                                + "u1,"
                                + OTHER
                                + ",na,,, ,,,,\n"
                                + "u1,vision.policy.planning.2.1,,,,,,,,\n"
                                + "u1,vision.policy.planning.2.2,met,3,%,,,,,\n"
                                + "u1,vision.policy.planning.3.1,met\n"
                                + "u1,cloud-share,met,,,,,,,\n"
                                + "u1,online-share,,\"1,4\",,,,,,\n"
                                + "u1,onestop-rate,,NaN,%,,,,,\n"
                                + "u1,e-document-rate,,300,%,,,,,\n"
                                + "u1,availability,,30,days,,,,,\n"
                                + "u2,vision.policy.planning.3.2,insufficient,,,,甲,,,\n"
                                + "u2,vision.policy.planning.1.1,met,,,,乙,,,30.6.2026\n");

        assertThat(read.places())
                .containsExactly(
                        "2:1 batch.row.unit",
                        "2:2 batch.item.unknown",
                        "3:4 batch.row.item",
                        "4:4 batch.item.unknown",
                        "5:31 assessment.rating.scale",
                        "6:4 batch.row.duplicate",
                        "7:36 batch.row.reason",
                        "8:31 batch.row.rating",
                        "9:35 batch.row.value",
                        "9:37 batch.row.value",
                        "10:1 batch.row.cells",
                        "11:16 batch.row.measure",
                        "12:18 batch.row.number",
                        "12:24 batch.row.measure-unit",
                        "13:18 batch.row.number",
                        "14:21 assessment.measure.range",
                        "15:21 assessment.measure.unit",
                        "16:46 batch.row.reason",
                        "17:38 batch.unit.conflict",
                        "17:42 assessment.date");
    }

    @Test
    void places_hold_after_cells_with_line_breaks() {
        Read read =
                csv(HEADER + "u1," + CRITERION + ",na,,,\"a\nb\"\nu1," + OTHER + ",\"x\ny\",7,,\n");

        assertThat(read.places())
                .containsExactly("4:31 assessment.rating.scale", "5:4 batch.row.value");
    }

    @Test
    void a_metric_criterion_is_not_rated_by_hand() {
        String metric =
                MODEL.criteria().stream()
                        .filter(each -> each.reading() != null)
                        .findFirst()
                        .orElseThrow()
                        .id()
                        .value();
        int column = 1 + "u1,".length() + metric.length() + 1;

        assertThat(csv(HEADER + "u1," + metric + ",met,,,\n").places())
                .containsExactly("2:" + column + " assessment.answer.metric");
    }

    @Test
    void too_much_that_is_not_applicable_is_reported_at_the_unit() {
        StringBuilder rows = new StringBuilder(HEADER + "u0," + CRITERION + ",met,,,\n");
        MODEL.criteria().stream()
                .filter(each -> each.id().value().startsWith("vision."))
                .filter(each -> each.mayBeNotApplicable())
                .forEach(each -> rows.append("u1," + each.id() + ",na,,,none\n"));

        assertThat(csv(rows.toString()).places()).containsExactly("3:1 assessment.na.cap");
    }

    @Test
    void a_header_is_checked_before_any_row() {
        assertThat(csv("unit,item,score,rating,item\nu1,x,,met,\n").places())
                .containsExactly(
                        "1:1 batch.column.missing",
                        "1:11 batch.column.unknown",
                        "1:24 batch.column.duplicate");
        assertThat(csv("\n").places()).containsExactly("0:0 batch.csv.empty");
        assertThat(csv(HEADER).places()).containsExactly("0:0 batch.csv.no-rows");
    }

    @Test
    void broken_quotes_are_found_where_they_are() {
        assertThat(csv(HEADER + "u1," + CRITERION + ",na,,,\"open\nu2,x,y,,,\n").places())
                .containsExactly("2:36 batch.csv.open");
        assertThat(csv(HEADER + "u1,\"x\"y,met,,,\nu2,z,met,,,\n").places())
                .containsExactly("2:7 batch.csv.quote");
    }

    @Test
    void a_quote_that_is_never_closed_is_found_in_a_table_of_any_length() {
        String rows = ("u1," + OTHER + ",met,,,\n").repeat(600_000);

        assertThat(csv(HEADER + "u1," + CRITERION + ",na,,,\"open\n" + rows).places())
                .containsExactly("2:36 batch.csv.open");
    }

    @Test
    void a_cell_longer_than_a_table_may_hold_is_reported() {
        String cell = "x".repeat(17 * 1024 * 1024);

        assertThat(csv(HEADER + "u1," + CRITERION + ",na,,," + cell + "\n").places())
                .containsExactly("0:0 batch.csv.broken");
    }

    @Test
    void a_file_too_large_to_be_held_is_not_read() throws IOException {
        Path file = folder.resolve("units.csv");
        try (RandomAccessFile hole = new RandomAccessFile(file.toFile(), "rw")) {
            hole.setLength(StrictText.LARGEST_BYTES + 1);
        }

        assertThat(read(file, TextEncoding.UTF_8).places()).containsExactly("0:0 batch.size");
    }

    @Test
    void lines_of_json_are_assessments() {
        String text = JSON.formatted("a", "met") + "\n" + JSON.formatted("b", "unmet");

        Read read =
                read(
                        file("units.ndjson", text.getBytes(StandardCharsets.UTF_8)),
                        TextEncoding.UTF_8);

        assertThat(read.findings()).isEmpty();
        assertThat(read.assessments())
                .extracting(each -> each.unit().id())
                .containsExactly("a", "b");
    }

    @Test
    void bad_lines_of_json_are_reported_together_each_in_its_line() {
        String text =
                JSON.formatted("a", "met")
                        + JSON.formatted("b", "good")
                        + "{\"model\":\n"
                        + JSON.formatted("a", "met")
                        + JSON.formatted("c", "met").replace("dgimm@2021.1", "nag@2021.1")
                        + "[]\n";

        Read read =
                read(
                        file("units.ndjson", text.getBytes(StandardCharsets.UTF_8)),
                        TextEncoding.UTF_8);

        assertThat(read.findings())
                .extracting(each -> each.location().line() + " " + each.rule())
                .containsExactly(
                        "2 assessment.rating.scale",
                        "3 json.syntax",
                        "4 batch.unit.duplicate",
                        "5 assessment.model",
                        "6 assessment.kind");
    }

    @Test
    void a_folder_holds_one_assessment_a_file() throws IOException {
        Path units = Files.createDirectory(folder.resolve("units"));
        Files.writeString(units.resolve("b.json"), JSON.formatted("second", "met"));
        Files.writeString(units.resolve("a.yaml"), JSON.formatted("first", "met"));
        Files.writeString(units.resolve("notes.txt"), "not an assessment");

        assertThat(read(units, TextEncoding.UTF_8).assessments())
                .extracting(each -> each.unit().id())
                .containsExactly("first", "second");
        assertThat(read(units, TextEncoding.GB18030).places())
                .containsExactly("0:0 batch.encoding.folder");

        Files.writeString(units.resolve("c.json"), JSON.formatted("first", "met"));
        assertThat(read(units, TextEncoding.UTF_8).places())
                .containsExactly("0:0 batch.unit.duplicate");
    }

    @Test
    void what_is_no_batch_is_refused() throws IOException {
        assertThat(read(folder.resolve("none.csv"), TextEncoding.UTF_8).places())
                .containsExactly("0:0 file.missing");
        assertThat(read(file("units.xls", new byte[] {1}), TextEncoding.UTF_8).places())
                .containsExactly("0:0 batch.kind");
        assertThat(
                        read(Files.createDirectory(folder.resolve("empty")), TextEncoding.UTF_8)
                                .places())
                .containsExactly("0:0 batch.folder.empty");
    }
}
