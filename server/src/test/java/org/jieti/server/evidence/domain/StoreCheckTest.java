package org.jieti.server.evidence.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.jieti.server.database.schema.Tables.EVIDENCE_CHECK;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jieti.server.accounts.Role;
import org.jieti.server.evidence.Digests;
import org.jieti.server.evidence.FileKind;
import org.jieti.server.evidence.Soundness;
import org.jieti.server.ground.Cast;
import org.jieti.server.ground.Cast.Side;
import org.jieti.server.ground.ServerTest;
import org.jieti.server.ground.Visitor;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

@ServerTest
class StoreCheckTest {
    private final StoreCheck check;
    private final EvidenceStore store;
    private final EvidenceRows rows;
    private final DSLContext database;
    private final Cast cast;

    StoreCheckTest(
            StoreCheck check,
            EvidenceStore store,
            EvidenceRows rows,
            DSLContext database,
            Cast cast) {
        this.check = check;
        this.store = store;
        this.rows = rows;
        this.database = database;
        this.cast = cast;
    }

    @Test
    void a_check_that_a_crash_broke_off_goes_on_and_finds_what_is_missing_or_altered()
            throws IOException {
        List<Digests> files = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            files.add(kept("content " + UUID.randomUUID()));
        }
        files.sort(Comparator.comparing(Digests::sha256));
        // The server that began has checked the first two, and is gone.
        database.insertInto(EVIDENCE_CHECK)
                .set(EVIDENCE_CHECK.STARTED_BY, cast.person(Role.SYSTEM_ADMIN, Side.OWN))
                .set(EVIDENCE_CHECK.STARTED_AT, Instant.now())
                .set(EVIDENCE_CHECK.TOTAL, 5)
                .set(EVIDENCE_CHECK.CHECKED, 2)
                .set(EVIDENCE_CHECK.LAST, files.get(1).sha256())
                .execute();
        Files.delete(store.path(files.get(0).sha256()));
        Files.delete(store.path(files.get(2).sha256()));
        Files.writeString(store.path(files.get(4).sha256()), "something else");

        check.run();

        StoreCheck.Check last = Objects.requireNonNull(check.last());
        assertThat(last.checked()).isEqualTo(5);
        assertThat(last.endedAt()).isNotNull();
        assertThat(check.wrong())
                .extracting(StoreCheck.Wrong::sha256, StoreCheck.Wrong::soundness)
                .containsExactlyInAnyOrder(
                        tuple(files.get(2).sha256(), Soundness.MISSING),
                        tuple(files.get(4).sha256(), Soundness.ALTERED));

        // The next one finds the first as well.
        Visitor administrator = cast.signedIn(Role.SYSTEM_ADMIN, Side.OWN);
        database.insertInto(EVIDENCE_CHECK)
                .set(EVIDENCE_CHECK.STARTED_BY, cast.person(Role.SYSTEM_ADMIN, Side.OWN))
                .set(EVIDENCE_CHECK.STARTED_AT, Instant.now())
                .set(EVIDENCE_CHECK.TOTAL, 5)
                .execute();
        assertThat(administrator.get("/evidence/check").page().select("progress").attr("max"))
                .isEqualTo("5");
        check.run();
        assertThat(administrator.get("/evidence/check").page().select("tbody code").eachText())
                .containsExactlyInAnyOrder(
                        files.get(0).sha256(), files.get(2).sha256(), files.get(4).sha256());
    }

    private Digests kept(String content) throws IOException {
        Path file = Files.write(store.room(UUID.randomUUID()), content.getBytes(UTF_8));
        Digests digests = EvidenceStore.digests(file);
        store.keep(file, digests);
        rows.put(digests, FileKind.TEXT, 0);
        return digests;
    }
}
