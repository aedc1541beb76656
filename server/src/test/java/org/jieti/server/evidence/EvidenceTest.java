package org.jieti.server.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.jieti.server.database.schema.Tables.AUDIT_ENTRY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jieti.server.accounts.Role;
import org.jieti.server.assessments.AssessmentState;
import org.jieti.server.evidence.domain.EvidenceLibrary;
import org.jieti.server.evidence.domain.EvidenceStore;
import org.jieti.server.ground.Cast;
import org.jieti.server.ground.Cast.Side;
import org.jieti.server.ground.Scene;
import org.jieti.server.ground.ServerTest;
import org.jieti.server.ground.Visitor;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
class EvidenceTest {
    private static final String CRITERION = "data.open.access.2";
    private static final Map<String, String> DECLARED =
            Map.of("secrecy", "none", "kind", "POLICY", "sensitivity", "INTERNAL");

    private final Cast cast;
    private final Scene scene;
    private final EvidenceLibrary library;
    private final EvidenceStore store;
    private final DSLContext database;
    private final JsonMapper json;

    private UUID assessment = new UUID(0, 0);
    private String base = "";
    private Visitor contributor;

    EvidenceTest(
            Cast cast,
            Scene scene,
            EvidenceLibrary library,
            EvidenceStore store,
            DSLContext database,
            JsonMapper json) {
        this.cast = cast;
        this.scene = scene;
        this.library = library;
        this.store = store;
        this.database = database;
        this.json = json;
        this.contributor = cast.nobody();
    }

    @BeforeEach
    void begin() {
        assessment = scene.answering(Side.OWN, Scene.DGIMM);
        base = "/assessments/" + assessment + "/evidence";
        contributor = cast.signedIn(Role.CONTRIBUTOR, Side.OWN);
    }

    @Test
    void a_file_from_a_plain_form_is_kept_listed_shown_and_audited() {
        Visitor.Answer answer =
                contributor.upload(base, DECLARED, "数据开放管理办法.pdf", SampleFiles.pdf(2));
        assertThat(answer.status()).isEqualTo(302);

        assertThat(contributor.get(base).page().select("#list .line-title").eachText())
                .containsExactly("数据开放管理办法");
        EvidenceItem item = only();
        assertThat(item.fields().kind()).isEqualTo(EvidenceKind.POLICY);
        assertThat(contributor.get(base + "/" + item.id() + "/pages/2").header("Content-Type"))
                .isEqualTo("image/png");
        assertThat(contributor.get(base + "/" + item.id() + "/pages/3").status()).isEqualTo(404);
        assertThat(audited("evidence.added")).isEqualTo(1);
    }

    @Test
    void a_state_secret_is_refused_with_the_reason_and_nothing_of_it_is_kept() {
        byte[] secret = SampleFiles.pdf(1);
        Visitor.Answer answer =
                contributor.upload(base, Map.of("secrecy", "secret"), "a.pdf", secret);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select(".came").text()).contains("国家秘密");

        assertThat(
                        contributor
                                .upload(base, Map.of(), "b.pdf", secret)
                                .page()
                                .select(".came")
                                .text())
                .contains("请先选择保密声明");
        assertThat(library.current(assessment)).isEmpty();
        assertThat(audited("evidence.refused")).isEqualTo(2);
    }

    @Test
    void a_disguised_program_is_refused_in_the_readers_language() {
        Visitor.Answer answer =
                contributor.upload(base, DECLARED, "invoice.pdf", SampleFiles.program());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select(".came").text()).contains("invoice.pdf", "程序");

        contributor.post("/preferences", Map.of("lang", "en", "back", "/"));
        assertThat(
                        contributor
                                .upload(base, DECLARED, "invoice.pdf", SampleFiles.program())
                                .page()
                                .select(".came")
                                .text())
                .contains("it is a program");
        assertThat(library.current(assessment)).isEmpty();
    }

    @Test
    void a_download_is_only_ever_saved_and_has_no_rights_in_the_browser() {
        contributor.upload(base, DECLARED, "报告.pdf", SampleFiles.pdf(1));
        Visitor.Answer file = contributor.get(base + "/" + only().id() + "/file");

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''%E6%8A%A5%E5%91%8A.pdf");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; sandbox; frame-ancestors 'none'");
        assertThat(audited("evidence.read")).isEqualTo(1);
    }

    @Test
    void another_unit_learns_nothing_though_it_has_the_same_file() {
        byte[] same = SampleFiles.pdf(1);
        contributor.upload(base, DECLARED, "云栖底稿.pdf", same);
        UUID theirs = only().id();
        UUID other = scene.answering(Side.OTHER, Scene.DGIMM);
        Visitor stranger = cast.signedIn(Role.UNIT_HEAD, Side.OTHER);

        Visitor.Answer uploaded =
                stranger.upload("/assessments/" + other + "/evidence", DECLARED, "x.pdf", same);
        assertThat(uploaded.status()).isEqualTo(302);
        assertThat(stranger.get("/assessments/" + other + "/evidence").body())
                .doesNotContain("云栖底稿");
        for (String path :
                new String[] {
                    "", "/" + theirs, "/" + theirs + "/file", "/" + theirs + "/pages/1"
                }) {
            assertThat(stranger.get(base + path).status()).as(path).isEqualTo(403);
            // Nor by way of their own assessment.
            if (!path.isEmpty()) {
                assertThat(stranger.get("/assessments/" + other + "/evidence" + path).status())
                        .as(path)
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void who_assesses_reads_once_it_is_handed_in_and_then_nobody_changes_it() {
        contributor.upload(base, DECLARED, "a.pdf", SampleFiles.pdf(1));
        UUID item = only().id();
        // The organisation of the other side organises the round.
        Visitor assessor = cast.signedIn(Role.ASSESSOR, Side.OTHER);
        assertThat(assessor.get(base).status()).isEqualTo(403);

        scene.move(assessment, AssessmentState.SUBMITTED);

        assertThat(assessor.get(base).page().select("#list .line-title").eachText())
                .containsExactly("a");
        assertThat(assessor.get(base + "/" + item + "/file").status()).isEqualTo(200);
        assertThat(cast.signedIn(Role.ASSESSOR, Side.OWN).get(base).status()).isEqualTo(403);
        assertThat(cast.signedIn(Role.SUPERVISOR, Side.OTHER).get(base).status()).isEqualTo(403);
        assertThat(contributor.get(base).page().select("form.uploads")).isEmpty();
        assertThat(contributor.upload(base, DECLARED, "b.pdf", SampleFiles.pdf(2)).status())
                .isEqualTo(422);
        contributor.post(base + "/" + item + "/remove", Map.of());
        assertThat(library.current(assessment)).extracting(EvidenceItem::id).containsExactly(item);
    }

    @Test
    void a_broken_line_costs_one_piece_and_the_rest_follows() throws IOException {
        byte[] file = SampleFiles.pdf(30);
        String upload = begin("大文件.pdf", file, "mark");
        byte[] first = Arrays.copyOf(file, 5000);
        assertThat(patch(upload, 0, first).path("received").asLong()).isEqualTo(5000);

        // A reload: the same file, chosen again, goes on.
        assertThat(begin("大文件.pdf", file, "mark")).isEqualTo(upload);
        assertThat(contributor.get(base).page().select("#unfinished .file-name").eachText())
                .containsExactly("大文件.pdf");
        Visitor.Answer wrong = contributor.send("PATCH", upload + "?from=0", file);
        assertThat(wrong.status()).isEqualTo(409);
        assertThat(json.readTree(wrong.body()).path("received").asLong()).isEqualTo(5000);
        assertThat(contributor.send("POST", upload + "/finish").status()).isEqualTo(409);

        patch(upload, 5000, Arrays.copyOfRange(file, 5000, file.length));
        assertThat(contributor.send("POST", upload + "/finish").status()).isEqualTo(200);
        EvidenceItem item = only();
        assertThat(item.file()).isNotNull();
        if (item.file() != null) {
            assertThat(store.path(item.file().digests().sha256())).hasBinaryContent(file);
        }
        // The answer got lost: asked again, it is the same.
        assertThat(contributor.send("POST", upload + "/finish").status()).isEqualTo(200);
        assertThat(contributor.get(base).page().select("#unfinished")).isEmpty();
    }

    @Test
    void an_upload_is_nobody_elses() {
        String upload = begin("a.pdf", SampleFiles.pdf(1), "m");
        Visitor colleague = cast.signedIn(Role.UNIT_HEAD, Side.OWN);

        assertThat(colleague.get(upload).status()).isEqualTo(404);
        assertThat(colleague.send("PATCH", upload + "?from=0", new byte[] {1}).status())
                .isEqualTo(404);
    }

    @Test
    void a_new_version_of_another_units_evidence_is_only_new_evidence() {
        UUID other = scene.answering(Side.OTHER, Scene.DGIMM);
        String theirs = "/assessments/" + other + "/evidence";
        cast.signedIn(Role.UNIT_HEAD, Side.OTHER)
                .upload(theirs, DECLARED, "a.pdf", SampleFiles.pdf(1));
        String replaced = library.current(other).getFirst().id().toString();
        for (String id : List.of(replaced, UUID.randomUUID().toString())) {
            Visitor.Answer begun =
                    contributor.post(
                            base + "/uploads",
                            Map.of(
                                    "name", "b.pdf",
                                    "size", "100",
                                    "mark", id,
                                    "secrecy", "none",
                                    "replaces", id));
            assertThat(begun.status()).isEqualTo(201);
        }
        contributor.upload(
                base, Map.of("secrecy", "none", "replaces", replaced), "b.pdf", SampleFiles.pdf(2));

        assertThat(only().edition()).isEqualTo(1);
        assertThat(library.current(other).getFirst().replacedBy()).isNull();
    }

    @Test
    void a_disguised_program_is_refused_at_its_end_and_can_be_sent_no_further() {
        byte[] program = SampleFiles.program();
        String upload = begin("a.docx", program, "m");
        patch(upload, 0, program);
        Visitor.Answer end = contributor.send("POST", upload + "/finish");

        assertThat(end.status()).isEqualTo(422);
        assertThat(json.readTree(end.body()).path("refused").asString()).contains("a.docx");
        assertThat(contributor.get(upload).status()).isEqualTo(404);
        assertThat(library.current(assessment)).isEmpty();
    }

    @Test
    void the_same_content_again_is_known_and_only_linked() {
        byte[] file = SampleFiles.pdf(1);
        contributor.upload(base, DECLARED, "办法.pdf", file);
        Map<String, String> here =
                Map.of("secrecy", "none", "kind", "RECORD", "criterion", CRITERION);
        Visitor.Answer again = contributor.upload(base, here, "另一名称.pdf", file);

        assertThat(again.page().select(".came").text()).contains("办法", "未重复添加");
        assertThat(only().links())
                .extracting(link -> link.criterion().value())
                .containsExactly(CRITERION);
    }

    @Test
    void one_file_supports_many_criteria_each_at_its_place_and_the_answers_count_it() {
        contributor.upload(base, DECLARED, "a.pdf", SampleFiles.pdf(20));
        String item = base + "/" + only().id();
        contributor.post(item + "/criteria", Map.of("criterion", CRITERION, "place", "12-14"));
        contributor.post(
                item + "/criteria", Map.of("criterion", "data.open.access.3", "place", "附录"));

        assertThat(only().links())
                .extracting(EvidenceItem.Link::place, EvidenceItem.Link::page)
                .containsExactly(tuple("12-14", 12), tuple("附录", 1));
        assertThat(
                        contributor
                                .get("/assessments/" + assessment + "?node=" + CRITERION)
                                .page()
                                .select("#c-data\\.open\\.access\\.2 .evidence-count")
                                .text())
                .isEqualTo("1");
        contributor.post(item + "/criteria/" + CRITERION + "/remove", Map.of());
        assertThat(only().links()).hasSize(1);
        assertThat(audited("evidence.linked")).isEqualTo(2);
        assertThat(audited("evidence.unlinked")).isEqualTo(1);
    }

    @Test
    void two_who_change_the_fields_at_once_are_told() {
        contributor.upload(base, DECLARED, "a.pdf", SampleFiles.pdf(1));
        String item = base + "/" + only().id();
        Map<String, String> mine =
                Map.of("title", "甲", "version", "1", "from", "2026-12-01", "sensitivity", "PUBLIC");
        assertThat(contributor.post(item, mine).status()).isEqualTo(302);
        Visitor.Answer second =
                cast.signedIn(Role.UNIT_HEAD, Side.OWN)
                        .post(item, Map.of("title", "乙", "version", "1"));

        assertThat(second.status()).isEqualTo(422);
        assertThat(second.page().select("input[name=title]").val()).isEqualTo("乙");
        assertThat(only().fields().title()).isEqualTo("甲");
        // The round speaks of 20 November.
        assertThat(contributor.get(item).page().select(".notice.needed").text())
                .contains("在评估基准日之后才生效");
        assertThat(
                        contributor
                                .post(
                                        item,
                                        Map.of(
                                                "title", "甲",
                                                "version", "2",
                                                "from", "2026-02-01",
                                                "to", "2026-01-01"))
                                .page()
                                .select(".wrong")
                                .text())
                .contains("失效日期不能早于生效日期");
    }

    @Test
    void a_new_version_takes_over_fields_and_links_and_the_old_one_stays() {
        contributor.upload(base, DECLARED, "a.pdf", SampleFiles.pdf(1));
        UUID first = only().id();
        contributor.post(base + "/" + first + "/criteria", Map.of("criterion", CRITERION));
        contributor.upload(
                base,
                Map.of("secrecy", "none", "replaces", first.toString()),
                "修订稿.pdf",
                SampleFiles.pdf(3));

        EvidenceItem second = only();
        assertThat(second.edition()).isEqualTo(2);
        assertThat(second.fields().title()).isEqualTo("a");
        assertThat(second.links()).hasSize(1);
        assertThat(library.editions(second))
                .extracting(EvidenceItem::id)
                .containsExactly(second.id(), first);
        assertThat(contributor.get(base + "/" + first).page().select(".notice").text())
                .contains("这是旧版本");
        assertThat(contributor.get(base + "/" + first + "/file").status()).isEqualTo(200);
    }

    @Test
    void a_missing_or_altered_file_is_told_and_not_handed_out_until_it_is_sent_again()
            throws IOException {
        byte[] content = "序号,名称\n1,示例\n".getBytes(UTF_8);
        contributor.upload(base, DECLARED, "台账.csv", content);
        EvidenceItem item = only();
        assertThat(item.file()).isNotNull();
        Path file = store.path(item.file() == null ? "" : item.file().digests().sha256());
        Files.writeString(file, "序号,名称\n1,改过\n");

        assertThat(contributor.get(base + "/" + item.id() + "/file").status()).isEqualTo(303);
        assertThat(contributor.get(base + "/" + item.id()).page().select("[role=alert]").text())
                .contains("文件已被改动");
        Files.delete(file);
        assertThat(contributor.get(base + "/" + item.id()).page().select("[role=alert]").text())
                .contains("文件缺失");
        assertThat(contributor.get(base).page().select(".tag.gone").text()).isEqualTo("文件缺失");

        contributor.upload(base, DECLARED, "again.csv", content);
        assertThat(contributor.get(base + "/" + item.id() + "/file").body())
                .isEqualTo(new String(content, UTF_8));
        assertThat(contributor.get(base).page().select(".tag.gone")).isEmpty();
    }

    private EvidenceItem only() {
        assertThat(library.current(assessment)).hasSize(1);
        return library.current(assessment).getFirst();
    }

    private int audited(String action) {
        return database.fetchCount(
                AUDIT_ENTRY,
                AUDIT_ENTRY
                        .ACTION
                        .eq(action)
                        .and(AUDIT_ENTRY.SUBJECT_ID.contains("" + assessment)));
    }

    private String begin(String name, byte[] file, String mark) {
        Visitor.Answer begun =
                contributor.post(
                        base + "/uploads",
                        Map.of(
                                "name",
                                name,
                                "size",
                                "" + file.length,
                                "mark",
                                mark,
                                "secrecy",
                                "none",
                                "kind",
                                "RECORD"));
        assertThat(begun.status()).isEqualTo(201);
        return base + "/uploads/" + json.readTree(begun.body()).path("id").asString();
    }

    private JsonNode patch(String upload, long from, byte[] piece) {
        Visitor.Answer answer = contributor.send("PATCH", upload + "?from=" + from, piece);
        assertThat(answer.status()).isEqualTo(200);
        return json.readTree(answer.body());
    }
}
