package org.jieti.server.evidence.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.jieti.server.evidence.Digests;
import org.jieti.server.evidence.Soundness;
import org.jieti.server.shared.CannotStart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceStoreTest {
    /// GB/T 32905-2016, example 1; FIPS 180-4 for the same message.
    private static final Digests ABC =
            new Digests(
                    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                    "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
                    3);

    @TempDir Path folder;
    EvidenceStore store;

    @BeforeEach
    void open() {
        store = EvidenceStore.open(folder);
    }

    @Test
    void both_hashes_are_those_of_their_standards() throws IOException {
        assertThat(EvidenceStore.digests(file("abc"))).isEqualTo(ABC);
    }

    @Test
    void the_same_content_is_kept_once_and_its_second_copy_goes() throws IOException {
        Path second = file("abc");
        store.keep(file("abc"), ABC);
        store.keep(second, ABC);

        assertThat(second).doesNotExist();
        assertThat(kept()).containsExactly(store.path(ABC.sha256()));
        assertThat(store.path(ABC.sha256())).hasContent("abc");
    }

    @Test
    void a_missing_and_an_altered_file_are_noticed_and_the_right_content_mends_them()
            throws IOException {
        store.keep(file("abc"), ABC);
        Path place = store.path(ABC.sha256());
        assertThat(store.look(ABC.sha256(), 3)).isEqualTo(Soundness.INTACT);

        Files.writeString(place, "abd");
        Files.setLastModifiedTime(place, FileTime.from(Instant.EPOCH));
        assertThat(store.look(ABC.sha256(), 3)).isEqualTo(Soundness.ALTERED);
        store.keep(file("abc"), ABC);
        assertThat(store.look(ABC.sha256(), 3)).isEqualTo(Soundness.INTACT);

        Files.delete(place);
        assertThat(store.look(ABC.sha256(), 3)).isEqualTo(Soundness.MISSING);
        store.keep(file("abc"), ABC);
        assertThat(store.look(ABC.sha256(), 3)).isEqualTo(Soundness.INTACT);
    }

    @Test
    void a_change_that_hides_its_time_is_noticed_when_all_is_read_anew() throws IOException {
        store.keep(file("abc"), ABC);
        Path place = store.path(ABC.sha256());
        FileTime changed = Files.getLastModifiedTime(place);
        Files.writeString(place, "abd");
        Files.setLastModifiedTime(place, changed);

        assertThat(store.lookAnew(ABC.sha256(), 3)).isEqualTo(Soundness.ALTERED);
    }

    @Test
    void what_came_before_the_line_broke_stays_and_the_rest_follows() throws IOException {
        UUID upload = UUID.randomUUID();
        try (EvidenceStore.Arriving held = hold(upload)) {
            assertThat(held.append(0, broken("ab"), 3)).isEqualTo(2);
        }
        try (EvidenceStore.Arriving held = hold(upload)) {
            assertThat(held.append(2, text("cdef"), 1)).isEqualTo(3);
            assertThat(EvidenceStore.digests(held.path())).isEqualTo(ABC);
        }
    }

    @Test
    void what_was_never_said_to_be_safe_is_written_over() throws IOException {
        UUID upload = UUID.randomUUID();
        try (EvidenceStore.Arriving held = hold(upload)) {
            held.append(0, text("aXYZ"), 4);
            assertThat(held.append(1, text("bc"), 2)).isEqualTo(3);
            assertThat(EvidenceStore.digests(held.path())).isEqualTo(ABC);
        }
    }

    @Test
    void two_requests_never_write_to_one_file_at_once() {
        UUID upload = UUID.randomUUID();
        try (EvidenceStore.Arriving held = hold(upload)) {
            assertThat(held.size()).isZero();
            assertThat(store.hold(upload)).isNull();
        }
        hold(upload).close();
    }

    @Test
    void a_folder_that_cannot_be_written_is_refused_by_name() throws IOException {
        Path taken = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> EvidenceStore.open(taken))
                .isInstanceOfSatisfying(
                        CannotStart.class, e -> assertThat(e.values()).containsExactly(taken));
    }

    private EvidenceStore.Arriving hold(UUID upload) {
        EvidenceStore.Arriving held = store.hold(upload);
        assertThat(held).isNotNull();
        if (held == null) {
            throw new AssertionError();
        }
        return held;
    }

    private Path file(String content) throws IOException {
        return Files.writeString(
                folder.resolve("uploads").resolve("" + UUID.randomUUID()), content);
    }

    private Stream<Path> kept() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("files"))) {
            return all.filter(Files::isRegularFile).toList().stream();
        }
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static InputStream broken(String before) {
        return new SequenceInputStream(
                text(before),
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("the line is down");
                    }

                    @Override
                    public int read(byte[] block, int from, int length) throws IOException {
                        return read();
                    }
                });
    }
}
