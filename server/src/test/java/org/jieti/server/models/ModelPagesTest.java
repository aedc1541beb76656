package org.jieti.server.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jieti.server.database.schema.Tables.MATURITY_MODEL;
import static org.jieti.server.database.schema.Tables.WEIGHT_SET;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import org.jieti.server.accounts.Role;
import org.jieti.server.ground.Cast;
import org.jieti.server.ground.Cast.Side;
import org.jieti.server.ground.DatabaseOwner;
import org.jieti.server.ground.ServerTest;
import org.jieti.server.ground.Visitor;
import org.jieti.server.models.domain.ShippedModels;
import org.jieti.server.shared.CannotStart;
import org.jieti.testkit.Golden;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServerTest
class ModelPagesTest {
    private static final String VARIANT = "port-city@2026.1";

    private final Cast cast;
    private final ShippedModels shipped;
    private final DSLContext database;
    private final DatabaseOwner owner;

    ModelPagesTest(Cast cast, ShippedModels shipped, DSLContext database, DatabaseOwner owner) {
        this.cast = cast;
        this.shipped = shipped;
        this.database = database;
        this.owner = owner;
    }

    @BeforeEach
    void addShipped() {
        shipped.add();
    }

    private static byte[] variant() throws IOException {
        return Files.readAllBytes(
                Golden.root().resolve("samples/variants/port-city/2026.1/model.yaml"));
    }

    @Test
    void a_model_is_read_with_the_standing_and_source_of_every_criterion() {
        Visitor reader = cast.signedIn(Role.CONTRIBUTOR, Side.OWN);
        var page = reader.get("/models/dgimm@2021.1").page();

        assertThat(page.select("details.domain")).hasSize(7);
        assertThat(page.select(".ladder tbody tr")).hasSize(320);
        assertThat(page.select(".ladder tbody td:nth-child(4) .tag")).hasSize(320);
        assertThat(page.text()).contains("图 6 列在");
        assertThat(reader.get("/models/dgimm@2021.1/matrix").page().select(".matrix tbody td"))
                .hasSize(7 * 5);
        var criterion =
                reader.get("/models/dgimm@2021.1/criteria/data.open.access.2").page().text();
        assertThat(criterion).contains("评分说明", "佐证材料", "2.3 数据管理");
        assertThat(reader.get("/models/dgimm@2021.1/criteria/no.such").status()).isEqualTo(404);
    }

    @Test
    void a_change_of_language_comes_back_to_the_model() {
        Visitor reader = cast.signedIn(Role.EXPERT, Side.OTHER);
        String path = "/models/dgimm@2021.1/compare?with=gartner@2021.1";

        assertThat(reader.post("/preferences", Map.of("lang", "en", "back", path)).location())
                .endsWith(path);
        assertThat(
                        reader.post("/preferences", Map.of("lang", "zh", "back", "//a@b.example/"))
                                .location())
                .doesNotContain("example");
    }

    @Test
    void a_model_without_levels_is_read_too() {
        Visitor reader = cast.signedIn(Role.WEIGHTING_EXPERT, Side.OWN);

        assertThat(reader.get("/models/nag@2021.1").status()).isEqualTo(200);
        assertThat(reader.get("/models/nag@2021.1/matrix").page().text()).contains("不分级别");
    }

    @Test
    void a_variant_is_a_draft_until_published_and_then_never_changes() throws IOException {
        Visitor editor = cast.signedIn(Role.MODEL_EDITOR, Side.OWN);
        Visitor reader = cast.signedIn(Role.EXPERT, Side.OWN);
        editor.upload("/models/upload", Map.of(), "model.yaml", variant());
        assertThat(reader.get("/models/" + VARIANT).status()).isEqualTo(404);
        assertThat(editor.get("/models/" + VARIANT).page().text()).contains("这是草稿");
        assertThat(
                        editor.get("/models/" + VARIANT + "/compare?with=dgimm@2021.1")
                                .page()
                                .select(".change"))
                .isNotEmpty();

        // Which weight sets fit a variant depends on what it changes; one of its own always does.
        if (database.fetchCount(WEIGHT_SET, WEIGHT_SET.MODEL.eq(VARIANT)) == 0) {
            assertThat(editor.post("/models/" + VARIANT + "/publish", Map.of()).body())
                    .contains("没有权重集");
            Visitor.Answer weights =
                    editor.upload(
                            "/models/upload",
                            Map.of(),
                            "equal.yaml",
                            Files.readAllBytes(
                                    Golden.root()
                                            .resolve(
                                                    "samples/variants/port-city/2026.1/weights/equal.yaml")));
            assertThat(weights.location()).endsWith(VARIANT);
        }
        assertThat(editor.post("/models/" + VARIANT + "/publish", Map.of()).location())
                .endsWith("/models/" + VARIANT);
        assertThat(reader.get("/models/" + VARIANT).status()).isEqualTo(200);
        assertThat(editor.post("/models/" + VARIANT + "/remove", Map.of()).body())
                .contains("该内容已发布，不再变更");
        Visitor.Answer again = editor.upload("/models/upload", Map.of(), "model.yaml", variant());
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.page().select(".flaws").text()).contains("已发布，不再变更");
        assertThatThrownBy(
                        () ->
                                database.update(MATURITY_MODEL)
                                        .set(MATURITY_MODEL.TITLE_ZH, "改名")
                                        .where(MATURITY_MODEL.ID.eq(VARIANT))
                                        .execute())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("what is published never changes");
    }

    @Test
    void a_file_with_errors_is_told_by_line_and_leaves_nothing() throws IOException {
        Visitor editor = cast.signedIn(Role.MODEL_EDITOR, Side.OWN);
        String broken =
                new String(variant(), StandardCharsets.UTF_8)
                        .replaceFirst("port-city@2026.1", "broken-city@2026.1")
                        .replaceFirst("changes:", "changes:\n  - remove: no.such.node");
        Visitor.Answer answer =
                editor.upload(
                        "/models/upload",
                        Map.of(),
                        "broken.yaml",
                        broken.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select(".flaws tbody th").text()).matches("第 \\d+ 行第 \\d+ 列.*");
        assertThat(answer.page().select(".flaws").text()).contains("no.such.node");
        assertThat(database.fetchCount(MATURITY_MODEL, MATURITY_MODEL.ID.eq("broken-city@2026.1")))
                .isZero();
        assertThat(
                        editor.upload(
                                        "/models/upload",
                                        Map.of(),
                                        "unit.yaml",
                                        "unit: {id: x}\n".getBytes(StandardCharsets.UTF_8))
                                .page()
                                .text())
                .contains("既不是模型，也不是权重集");
    }

    @Test
    void a_shipped_model_that_says_something_else_than_was_published_stops_the_start() {
        DSLContext tables = owner.sql();
        String id = "nag@2021.1";
        String content =
                tables.select(MATURITY_MODEL.CONTENT)
                        .from(MATURITY_MODEL)
                        .where(MATURITY_MODEL.ID.eq(id))
                        .fetchSingle(MATURITY_MODEL.CONTENT);
        tables.execute("alter table maturity_model disable trigger maturity_model_stays");
        try {
            put(tables, id, content.replaceFirst("\"notApplicable\":", "\"notApplicable\" : "));
            shipped.add();
            put(tables, id, content.replaceFirst("\"zh\":\"", "\"zh\":\"改"));
            assertThatThrownBy(shipped::add)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining(id);
        } finally {
            put(tables, id, content);
            tables.execute("alter table maturity_model enable trigger maturity_model_stays");
        }
    }

    private static void put(DSLContext tables, String id, String content) {
        tables.update(MATURITY_MODEL)
                .set(MATURITY_MODEL.CONTENT, content)
                .where(MATURITY_MODEL.ID.eq(id))
                .execute();
    }
}
