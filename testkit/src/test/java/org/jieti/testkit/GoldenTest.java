package org.jieti.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenTest {
    @TempDir Path root = Path.of("");

    @Test
    void the_same_text_matches() throws IOException {
        Files.writeString(root.resolve("a.txt"), "one\ntwo\n");

        assertThatCode(() -> new Golden(root, false).check("a.txt", "one\ntwo\n"))
                .doesNotThrowAnyException();
    }

    @Test
    void a_changed_line_is_shown_as_a_diff_that_names_make_golden() throws IOException {
        Files.writeString(root.resolve("a.txt"), "one\ntwo\nthree\n");

        assertThatThrownBy(() -> new Golden(root, false).check("a.txt", "one\n2\nthree\n"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("a.txt differs")
                .hasMessageContaining("\n one\n-two\n+2\n three\n")
                .hasMessageContaining("make golden");
    }

    @Test
    void a_missing_last_line_end_is_a_difference() throws IOException {
        Files.writeString(root.resolve("a.txt"), "one\n");

        assertThatThrownBy(() -> new Golden(root, false).check("a.txt", "one"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("ends of lines");
    }

    @Test
    void a_missing_file_is_a_difference() {
        assertThatThrownBy(() -> new Golden(root, false).check("a.txt", "one"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("a.txt is missing")
                .hasMessageContaining("make golden");
    }

    @Test
    void rewriting_writes_the_file_and_its_folders() {
        new Golden(root, true).check("new/folder/a.txt", "one\n");

        assertThat(root.resolve("new/folder/a.txt")).hasContent("one\n");
    }

    @Test
    void the_root_is_the_nearest_folder_upwards_that_holds_models() throws IOException {
        Path deep = Files.createDirectories(root.resolve("core/target"));
        Files.createDirectories(root.resolve("models"));

        assertThat(Golden.rootAbove(deep)).isEqualTo(root.toAbsolutePath());
        assertThat(Golden.root()).isDirectoryContaining("glob:**/models");
    }
}
