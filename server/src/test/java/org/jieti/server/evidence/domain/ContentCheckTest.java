package org.jieti.server.evidence.domain;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jieti.server.evidence.FileKind;
import org.jieti.server.evidence.Refusal.Reason;
import org.jieti.server.evidence.SampleFiles;
import org.jieti.server.evidence.domain.ContentCheck.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that attack, and files that only look like it.
class ContentCheckTest {
    private static final String EXTERNAL_ENTITY =
            "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><d>&x;</d>";

    @TempDir Path folder;
    ContentCheck check;

    @BeforeEach
    void open() {
        check = new ContentCheck(new PageShop(EvidenceStore.open(folder.resolve("store"))));
    }

    @Test
    void a_pdf_is_taken_with_its_pages_counted() throws IOException {
        assertThat(look("制度.pdf", SampleFiles.pdf(3)))
                .isEqualTo(new Outcome.Taken(FileKind.PDF, 3));
    }

    @Test
    void pictures_documents_tables_and_texts_are_taken() throws IOException {
        assertTaken("a.png", SampleFiles.picture("png"), FileKind.PNG);
        assertTaken("a.JPG", SampleFiles.picture("jpg"), FileKind.JPEG);
        assertTaken("a.docx", SampleFiles.docx(), FileKind.DOCX);
        assertTaken("a.xlsx", SampleFiles.xlsx("<worksheet/>"), FileKind.XLSX);
        assertTaken("a.csv", "单位,数量\n示例局,3\n".getBytes(UTF_8), FileKind.CSV);
        assertTaken("a.txt", "国家标准的文字".getBytes(Charset.forName("GB18030")), FileKind.TEXT);
        assertTaken("a.ofd", SampleFiles.zip(Map.of("OFD.xml", "<OFD/>")), FileKind.OFD);
        assertTaken("a.doc", oldOffice("WordDocument"), FileKind.DOC);
        assertTaken("a.mp4", mp4(), FileKind.MP4);
        Map<String, String> odt = new LinkedHashMap<>();
        odt.put("mimetype", FileKind.ODT.mediaType());
        odt.put("content.xml", "<c/>");
        assertTaken("a.odt", SampleFiles.zip(odt), FileKind.ODT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.pdf", "a.png", "a.docx", "a.xls", "a.txt", "a.mp4"})
    void a_program_under_another_name_is_known_as_a_program(String name) throws IOException {
        assertRefused(Reason.PROGRAM, name, SampleFiles.program());
        assertRefused(Reason.PROGRAM, name, "#!/bin/sh\nrm -rf /\n".getBytes(US_ASCII));
        assertRefused(Reason.PROGRAM, name, elf());
        assertRefused(
                Reason.PROGRAM, name, "<!DOCTYPE html><html><script>alert(1)".getBytes(US_ASCII));
    }

    @ParameterizedTest
    @CsvSource({
        "setup.exe,PROGRAM", "page.html,PROGRAM", "run.bat,PROGRAM", "发票.pdf.exe,PROGRAM",
        "all.zip,ARCHIVE", "all.rar,ARCHIVE", "a.docm,MACROS", "logo.svg,SVG",
        "a.dwg,KIND", "nothing,KIND"
    })
    void a_name_alone_tells_what_is_never_taken(String name, Reason reason) throws IOException {
        assertRefused(reason, name, SampleFiles.pdf(1));
    }

    @Test
    void names_that_lead_elsewhere_or_are_read_otherwise_are_refused() throws IOException {
        assertRefused(Reason.NAME_PATH, "../../etc/passwd.pdf", SampleFiles.pdf(1));
        assertRefused(Reason.NAME_PATH, "..\\boot.pdf", SampleFiles.pdf(1));
        assertRefused(Reason.NAME_CONTROL, "a.pdf\u0000.exe", SampleFiles.pdf(1));
        assertRefused(Reason.NAME_CONTROL, "a\r\nSet-Cookie: b.pdf", SampleFiles.pdf(1));
        assertRefused(Reason.NAME_CONTROL, "a\u200B.pdf", SampleFiles.pdf(1));
        assertRefused(Reason.NAME_DIRECTION, "报告\u202Efdp.exe", SampleFiles.pdf(1));
        assertRefused(Reason.NAME_DIRECTION, "报告\u2067fdp.pdf", SampleFiles.pdf(1));
        assertRefused(Reason.NAME, " ", SampleFiles.pdf(1));
        assertRefused(Reason.NAME, "长".repeat(201) + ".pdf", SampleFiles.pdf(1));
    }

    @Test
    void a_refused_name_is_shown_with_its_unseen_marks_as_numbers() {
        assertThat(FileNames.shown("报告\u202Efdp.exe\u0000")).isEqualTo("报告U+202Efdp.exeU+0000");
    }

    @Test
    void declared_entities_in_word_and_excel_are_refused_in_any_part_and_encoding()
            throws IOException {
        assertRefused(Reason.ENTITIES, "a.docx", SampleFiles.docx(EXTERNAL_ENTITY, ""));
        assertRefused(Reason.ENTITIES, "a.xlsx", SampleFiles.xlsx(EXTERNAL_ENTITY));
        assertRefused(
                Reason.ENTITIES,
                "a.xlsx",
                SampleFiles.xlsx(
                        "<!DOCTYPE l [<!ENTITY a 'lol'><!ENTITY b '&a;&a;&a;'>]><l>&b;</l>"));
    }

    @Test
    void a_document_that_loads_its_template_from_elsewhere_is_refused_and_a_link_is_not()
            throws IOException {
        String relation =
                "<Relationship Id='r'"
                    + " Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s'"
                    + " Target='http://elsewhere.example/' TargetMode='External'/>";
        assertRefused(
                Reason.OUTSIDE,
                "a.docx",
                SampleFiles.docx("<d/>", relation.formatted("attachedTemplate")));
        assertTaken(
                "a.docx", SampleFiles.docx("<d/>", relation.formatted("hyperlink")), FileKind.DOCX);
    }

    @Test
    void a_package_that_unpacks_to_a_thousand_times_its_size_is_refused() throws IOException {
        byte[] bomb = SampleFiles.bomb(200);
        assertThat(bomb.length).isLessThan(300_000);

        assertRefused(Reason.BOMB, "a.docx", bomb);
    }

    @Test
    void macros_are_refused_in_old_and_new_documents() throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("xl/workbook.xml", "<w/>");
        parts.put("xl/vbaProject.bin", "x");
        assertRefused(Reason.MACROS, "a.xlsx", SampleFiles.zip(parts));
        assertRefused(Reason.MACROS, "a.xls", oldOffice("Workbook", "_VBA_PROJECT_CUR"));
    }

    @Test
    void a_file_of_two_kinds_at_once_is_refused() throws IOException {
        byte[] zip = SampleFiles.zip(Map.of("Main.class", "x"));
        assertRefused(Reason.POLYGLOT, "a.pdf", SampleFiles.joined(SampleFiles.pdf(1), zip));
        assertRefused(
                Reason.POLYGLOT, "a.png", SampleFiles.joined(SampleFiles.picture("png"), zip));
        assertRefused(
                Reason.POLYGLOT,
                "a.jpg",
                SampleFiles.joined(
                        SampleFiles.picture("jpg"), "<SCRIPT>alert(1)</SCRIPT>".getBytes(UTF_8)));
        assertThat(look("a.pdf", SampleFiles.joined("GIF89a".getBytes(UTF_8), SampleFiles.pdf(1))))
                .isInstanceOf(Outcome.NotTaken.class);
    }

    @Test
    void content_of_another_kind_than_the_name_says_is_refused() throws IOException {
        assertRefused(Reason.MISMATCH, "a.pdf", SampleFiles.picture("png"));
        assertRefused(Reason.MISMATCH, "a.docx", SampleFiles.xlsx("<s/>"));
        assertRefused(Reason.MISMATCH, "a.doc", oldOffice("Workbook"));
        assertRefused(Reason.MISMATCH, "a.txt", new byte[] {1, 2, 3, 0, 5});
        assertRefused(
                Reason.SVG,
                "a.png",
                "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
                        .getBytes(UTF_8));
    }

    @Test
    void a_pdf_that_acts_or_is_locked_or_broken_is_refused() throws IOException {
        assertRefused(Reason.ACTIVE, "a.pdf", SampleFiles.pdfWithScript());
        assertRefused(Reason.ENCRYPTED, "a.pdf", SampleFiles.pdfWithPassword());
        assertRefused(Reason.DAMAGED, "a.pdf", "%PDF-1.7\nnothing".getBytes(US_ASCII));
        assertRefused(Reason.EMPTY, "a.pdf", new byte[0]);
    }

    private static byte[] oldOffice(String... entries) throws IOException {
        try (POIFSFileSystem system = new POIFSFileSystem()) {
            for (String entry : entries) {
                if (entry.startsWith("_")) {
                    system.createDirectory(entry);
                } else {
                    system.createDocument(new ByteArrayInputStream(new byte[5000]), entry);
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            system.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    private static byte[] mp4() {
        return SampleFiles.joined(
                new byte[] {0, 0, 0, 0x18},
                "ftypmp42".getBytes(US_ASCII),
                new byte[4],
                "mp42isom".getBytes(US_ASCII),
                new byte[100]);
    }

    private static byte[] elf() {
        byte[] elf = new byte[256];
        byte[] head = {0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0x3E, 0};
        System.arraycopy(head, 0, elf, 0, head.length);
        return elf;
    }

    private Outcome look(String name, byte[] content) throws IOException {
        return check.look(Files.write(folder.resolve("file"), content), name);
    }

    private void assertTaken(String name, byte[] content, FileKind kind) throws IOException {
        assertThat(look(name, content))
                .as(name)
                .isInstanceOfSatisfying(
                        Outcome.Taken.class, taken -> assertThat(taken.kind()).isEqualTo(kind));
    }

    private void assertRefused(Reason reason, String name, byte[] content) throws IOException {
        assertThat(look(name, content))
                .as(name)
                .isInstanceOfSatisfying(
                        Outcome.NotTaken.class,
                        not -> assertThat(not.refusal().reason()).isEqualTo(reason));
    }
}
