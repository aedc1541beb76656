package org.jieti.catalog;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.jieti.catalog.finding.Parsed;
import org.jieti.catalog.fixture.Cost;
import org.jieti.catalog.fixture.Models;
import org.jieti.catalog.fixture.Rendered;
import org.jieti.core.model.Language;
import org.jieti.core.result.ScoringInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file is looked at before it is read, and read only as UTF-8.
class FileTest {
    private static final String SOUND =
            """
            model: small@1
            unit: {id: u-1, name: 测试县}
            asOf: 2026-11-22
            """;

    private final Path folder;
    private final Models models;

    FileTest(@TempDir Path folder) {
        this.folder = folder;
        models = new Models(folder);
    }

    private Parsed<ScoringInput> read(Path file) {
        Parsed<ScoringInput> input = models.catalog().scoringInput(file, null, null);
        Rendered.assertSound(input.findings());
        return input;
    }

    private Parsed<ScoringInput> read(byte[] bytes) {
        return read(models.write("a.yaml", bytes));
    }

    private String name() {
        return models.home().resolve("a.yaml").toString();
    }

    @Test
    void a_missing_file_is_named() {
        assertThat(Models.lines(read(Path.of("nowhere", "a.yaml"))))
                .containsExactly(Path.of("nowhere", "a.yaml") + " file.missing");
    }

    @Test
    void a_folder_is_no_file() {
        assertThat(Models.lines(read(folder))).containsExactly(folder + " file.kind");
    }

    @Test
    void a_device_is_no_file() {
        assertThat(Models.lines(read(Path.of("/dev/zero")))).containsExactly("/dev/zero file.kind");
    }

    @Test
    void a_path_that_no_system_could_have_is_missing() {
        assertThat(Models.lines(read(Path.of("a".repeat(300)))))
                .containsExactly("a".repeat(300) + " file.missing");
    }

    @Test
    void a_file_without_content_is_empty() {
        for (String text : new String[] {"", "\n", " \t\n \n", "# 只有注释\n", "\uFEFF", "\uFEFF \n"}) {
            assertThat(Models.lines(read(text.getBytes(UTF_8))))
                    .containsExactly(name() + " file.empty");
        }
    }

    @Test
    void a_byte_order_mark_is_read_over() {
        assertThat(read(("\uFEFF" + SOUND).getBytes(UTF_8))).isInstanceOf(Parsed.Ok.class);
        assertThat(Models.lines(read("\uFEFFmodel: small\nunit: 1\n".getBytes(UTF_8))))
                .containsExactly(name() + ":1:8 file.model.form");
    }

    @Test
    void a_file_of_a_gigabyte_is_refused_by_its_size_without_being_read() throws IOException {
        Path file = folder.resolve("large.yaml");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(1L << 30);
        }

        Cost<Parsed<ScoringInput>> cost = Cost.of(() -> read(file));

        assertThat(cost.time()).isLessThan(Duration.ofSeconds(1));
        assertThat(cost.allocatedMegabytes()).isLessThan(10);
        Parsed<ScoringInput> input = cost.result();
        assertThat(Models.lines(input)).containsExactly(file + " file.size");
        assertThat(input.findings().getFirst().message(Language.EN))
                .isEqualTo("The file is 1024 MB; at most 16 MB are read.");
    }

    @Test
    void gb18030_is_refused_where_it_departs_from_utf_8() {
        // 测 is B2 E2 in GB18030, and a UTF-8 character never begins with B2
        assertThat(Models.lines(read(SOUND.getBytes(Charset.forName("GB18030")))))
                .containsExactly(name() + ":2:23 file.encoding");
    }

    @Test
    void utf_16_is_refused() {
        assertThat(Models.lines(read(("\uFEFF" + SOUND).getBytes(UTF_16LE))))
                .containsExactly(name() + ":1:1 file.encoding");
        assertThat(Models.lines(read(("\uFEFF" + SOUND).getBytes(UTF_16BE))))
                .containsExactly(name() + ":1:1 file.encoding");
        assertThat(read(SOUND.getBytes(UTF_16LE)).findings())
                .extracting("rule")
                .containsExactly("file.encoding");
        // without a byte order mark and without Chinese it could be UTF-8, but for the NULs
        assertThat(Models.lines(read("model: small@1\n".getBytes(UTF_16LE))))
                .containsExactly(name() + ":1:2 yaml.character");
    }

    @Test
    void a_stray_byte_is_refused_with_its_line_and_column() {
        byte[] bytes = (SOUND + "# 注释中 x 有一个坏字节\n").getBytes(UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == 'x' ? (byte) 0xFF : bytes[i];
        }

        assertThat(Models.lines(read(bytes))).containsExactly(name() + ":4:7 file.encoding");
    }

    @Test
    void a_character_cut_off_at_the_end_is_refused() {
        byte[] bytes = (SOUND + "# 县").getBytes(UTF_8);

        assertThat(Models.lines(read(Arrays.copyOf(bytes, bytes.length - 1))))
                .containsExactly(name() + ":4:3 file.encoding");
    }
}
