package org.jieti.server.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jieti.server.accounts.Role;
import org.jieti.server.audit.Audit;
import org.jieti.server.audit.AuditEvent;
import org.jieti.server.ground.Cast;
import org.jieti.server.ground.Cast.Side;
import org.jieti.server.ground.ServerTest;
import org.jieti.server.ground.Visitor;
import org.jieti.server.shared.Times;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class AuditPageTest {
    private static final String EVIL = "=cmd|' /C calc'!A0";

    private final Cast cast;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private @Nullable Visitor auditor;

    AuditPageTest(Cast cast, Audit audit, TransactionTemplate transaction) {
        this.cast = cast;
        this.audit = audit;
        this.transaction = transaction;
    }

    @BeforeEach
    void rows() {
        if (auditor == null) {
            auditor = cast.signedIn(Role.AUDIT_ADMIN, Side.OWN);
        }
    }

    private void write(String name, String action, String subject, Map<String, Object> detail) {
        transaction.executeWithoutResult(
                _ ->
                        audit.record(
                                new AuditEvent(
                                        null,
                                        name,
                                        action,
                                        cast.organisation(Side.OWN),
                                        "person",
                                        subject,
                                        detail,
                                        "192.0.2.7")));
    }

    @Test
    void what_was_changed_is_shown_before_and_after() {
        write(
                "示例钱七",
                "accounts.person.changed",
                "q1",
                Map.of(
                        "before",
                        Map.of("name", "旧名"),
                        "after",
                        Map.of("name", "新名"),
                        "note",
                        "附注"));

        var row = get("/audit?person=钱七").page().select("table.record > tbody > tr");
        assertThat(row).hasSize(1);
        assertThat(row.text())
                .contains("修改账号信息", cast.organisationName(Side.OWN), "192.0.2.7", "附注");
        assertThat(row.select("details table tbody tr").text()).isEqualTo("name 旧名 新名");
    }

    @Test
    void a_value_of_before_without_fields_is_shown_as_it_is() {
        write("示例郑九", "campaigns.round.extended", "z9", Map.of("before", "2026-12-01"));

        assertThat(get("/audit?person=郑九").page().select("details dl").text())
                .isEqualTo("before 2026-12-01");
    }

    @Test
    void rows_are_found_by_action_subject_and_day_of_china() {
        write("示例孙八", "accounts.role.granted", "s1", Map.of("after", Map.of("role", "EXPERT")));
        write("示例孙八", "accounts.role.withdrawn", "s2", Map.of());
        String today = new Times().date(Instant.now());
        String tomorrow = new Times().date(Instant.now().plus(1, ChronoUnit.DAYS));

        assertThat(count("/audit?person=孙八")).isEqualTo(2);
        assertThat(count("/audit?person=孙八&action=accounts.role.granted")).isEqualTo(1);
        assertThat(count("/audit?person=孙八&action=accounts.role.")).isEqualTo(2);
        assertThat(count("/audit?person=孙八&subject=s2")).isEqualTo(1);
        assertThat(count("/audit?person=孙八&subject=expert")).isEqualTo(1);
        assertThat(count("/audit?person=孙八&from=" + today + "&until=" + today)).isEqualTo(2);
        assertThat(count("/audit?person=孙八&from=" + tomorrow)).isZero();
    }

    @Test
    void a_day_that_is_none_is_told_and_what_was_typed_stays() {
        Visitor.Answer answer = get("/audit?from=2026-13-01&person=x");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select(".wrong").text()).contains("日期格式不正确");
        assertThat(answer.page().select("#person").val()).isEqualTo("x");
        assertThat(get("/audit?from=2026-11-02&until=2026-11-01").page().select(".wrong").text())
                .contains("截止日期早于起始日期");
    }

    @Test
    void pages_have_fifty_rows_and_keep_the_question() {
        for (int row = 1; row <= 51; row++) {
            write("示例周九", "accounts.role.granted", "w" + row, Map.of());
        }

        assertThat(count("/audit?person=周九")).isEqualTo(50);
        String older = get("/audit?person=周九").page().select("a[rel=next]").attr("href");
        assertThat(get(older).page().select("table.record > tbody > tr")).hasSize(1);
        assertThat(get(older).page().text()).contains("第 2 页，共 2 页");
    }

    @Test
    void an_export_holds_what_was_searched_is_no_formula_and_leaves_a_row() {
        write(EVIL, "accounts.role.granted", "=1+1", Map.of("after", Map.of("role", "EXPERT")));
        write("示例吴十", "accounts.role.granted", "other", Map.of());
        String link = get("/audit?person=cmd").page().select("a[href*=export]").attr("href");

        Visitor.Answer answer = get(link);
        assertThat(answer.header("Content-Type")).startsWith("text/csv");
        List<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(answer.body().substring(1)).stream().toList();
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().getField("actor_name")).isEqualTo("'" + EVIL);
        assertThat(rows.getFirst().getField("subject_id")).isEqualTo("'=1+1");
        assertThat(rows.getFirst().getField("action_text")).isEqualTo("分配角色");
        assertThat(rows.getFirst().getField("detail")).contains("EXPERT");
        assertThat(get("/audit?action=audit.rows.exported").page().text()).contains("导出审计记录");
    }

    @Test
    void the_page_says_how_far_the_record_is_sealed() throws InterruptedException {
        write("示例", "accounts.role.granted", "x", Map.of());
        String told = "";
        for (int wait = 0; wait < 500 && !told.contains("待封存 0 条"); wait++) {
            Thread.sleep(20);
            told = get("/audit").page().select("main > p.note").text();
        }

        assertThat(told).contains("已封存至第", "待封存 0 条");
    }

    private int count(String path) {
        return get(path).page().select("table.record > tbody > tr").size();
    }

    private Visitor.Answer get(String path) {
        Visitor visitor = auditor;
        if (visitor == null) {
            throw new IllegalStateException();
        }
        return visitor.get(path);
    }
}
