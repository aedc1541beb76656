package org.jieti.server.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieti.server.database.schema.Tables.ASSESSMENT;
import static org.jieti.server.database.schema.Tables.AUDIT_ENTRY;
import static org.jieti.server.database.schema.Tables.MATURITY_MODEL;
import static org.jieti.server.database.schema.Tables.NOTICE;
import static org.jieti.server.database.schema.Tables.PERSON;
import static org.jieti.server.database.schema.Tables.ROUND;
import static org.jieti.server.database.schema.Tables.UNIT;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jieti.server.accounts.Role;
import org.jieti.server.accounts.RoleGrant;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.campaigns.domain.RoundCourse;
import org.jieti.server.ground.Cast;
import org.jieti.server.ground.Cast.Side;
import org.jieti.server.ground.ServerTest;
import org.jieti.server.ground.Visitor;
import org.jieti.server.shared.Times;
import org.jieti.server.units.AssessedUnit;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

@ServerTest
class RoundsTest {
    private final Cast cast;
    private final DSLContext database;
    private final RoundExamples examples;
    private final RoundCourse course;

    RoundsTest(Cast cast, DSLContext database, RoundExamples examples, RoundCourse course) {
        this.cast = cast;
        this.database = database;
        this.examples = examples;
        this.course = course;
    }

    private static byte[] csv(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String units(UUID round) {
        return "/rounds/" + round + "/units";
    }

    @Test
    void a_form_that_is_wrong_says_which_field_and_keeps_what_was_typed() {
        examples.planned(examples.lead(cast, Side.OWN), "先有一次");
        Visitor lead = cast.signedIn(Role.LEAD_ASSESSOR, Side.OWN);
        Visitor.Answer answer =
                lead.post(
                        "/rounds/new",
                        Map.of(
                                "title", "云栖示例市 2027 年度评估",
                                "model", "dgimm@2021.1",
                                "weightSet", "none",
                                "dueOn", "2020-01-31",
                                "asOf", "30 June"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("[name=title]").val()).isEqualTo("云栖示例市 2027 年度评估");
        assertThat(answer.page().select("#dueOn-wrong").text()).contains("截止日期已过");
        assertThat(answer.page().select("#asOf-wrong").text()).contains("2026-11-30");
        assertThat(answer.page().select("#weightSet-wrong").text()).contains("权重集");
    }

    @Test
    void a_form_that_is_sound_plans_a_round_of_the_persons_own_organisation() {
        examples.planned(examples.lead(cast, Side.OWN), "又有一次");
        Visitor lead = cast.signedIn(Role.LEAD_ASSESSOR, Side.OWN);
        Map<String, String> typed = sound("云栖示例市年度评估");
        typed.put("organiser", cast.organisation(Side.OTHER).toString());
        assertThat(lead.post("/rounds/new", typed).status()).isEqualTo(422);

        typed.put("organiser", cast.organisation(Side.OWN).toString());
        assertThat(lead.post("/rounds/new", typed).location()).endsWith("/units");
        assertThat(
                        database.select(ROUND.MODEL_SHA256)
                                .from(ROUND)
                                .where(ROUND.TITLE.eq("云栖示例市年度评估"))
                                .fetchOne(ROUND.MODEL_SHA256))
                .isEqualTo(hash());
    }

    private static Map<String, String> sound(String title) {
        LocalDate today = LocalDate.now(Times.SHOWN);
        Map<String, String> typed = new HashMap<>();
        typed.put("title", title);
        typed.put("model", "dgimm@2021.1");
        typed.put("weightSet", "equal");
        typed.put("preset", "share-80");
        typed.put("track", "FULL");
        typed.put("asOf", today.toString());
        typed.put("dueOn", today.plusDays(30).toString());
        return typed;
    }

    @Test
    void what_is_planned_can_be_changed_until_it_opens() {
        SignedIn own = examples.lead(cast, Side.OWN);
        UUID round = examples.planned(own, "尚可修改");
        String page = "/rounds/" + round + "/plan";
        Visitor lead = cast.signedIn(Role.LEAD_ASSESSOR, Side.OWN);
        assertThat(lead.get(page).page().select("#title").val()).isEqualTo("尚可修改");
        Map<String, String> typed = sound("已经修改");
        typed.put("organiser", cast.organisation(Side.OWN).toString());
        typed.put("weightSet", "value-30");
        typed.put("track", "SELF_DIAGNOSIS");

        assertThat(lead.post(page, typed).location()).endsWith("/rounds/" + round);

        assertThat(
                        database.select(ROUND.TITLE, ROUND.WEIGHT_SET, ROUND.TRACK)
                                .from(ROUND)
                                .where(ROUND.ID.eq(round))
                                .fetchSingle()
                                .intoList())
                .containsExactly("已经修改", "value-30", "SELF_DIAGNOSIS");
        assertThat(
                        database.select(AUDIT_ENTRY.DETAIL)
                                .from(AUDIT_ENTRY)
                                .where(AUDIT_ENTRY.SUBJECT_ID.eq(round.toString()))
                                .and(AUDIT_ENTRY.ACTION.eq("campaigns.round.changed"))
                                .fetchSingle(AUDIT_ENTRY.DETAIL)
                                .data())
                .contains("尚可修改", "已经修改");

        assertThat(lead.post(page, Map.of("title", "")).status()).isEqualTo(422);
        course.add(own, round, List.of(examples.unit("P01", "戊示例局", "东区").id()));
        assertThat(course.open(own, round)).isNull();
        Visitor.Answer refused = lead.post(page, typed);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select(".refused").text()).contains("只有筹备阶段");
    }

    private String hash() {
        return database.select(MATURITY_MODEL.SHA256)
                .from(MATURITY_MODEL)
                .where(MATURITY_MODEL.ID.eq("dgimm@2021.1"))
                .fetchSingle(MATURITY_MODEL.SHA256);
    }

    @Test
    void a_table_with_errors_is_told_cell_by_cell_and_writes_nothing() {
        UUID round = examples.planned(examples.lead(cast, Side.OWN), "导入有误");
        Visitor lead = cast.signedIn(Role.LEAD_ASSESSOR, Side.OWN);
        int before = database.fetchCount(UNIT);
        Visitor.Answer answer =
                lead.upload(
                        units(round) + "/import",
                        Map.of("encoding", "UTF_8"),
                        "units.csv",
                        csv(
                                """
                                单位编码,单位名称,地区,负责人姓名,负责人账号
                                Y01,甲示例局,东区,,
                                Y01,乙示例局,东区,,
                                ,丙示例局,西区,,
                                Y04,,西区,王示例,
                                """));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select(".flaws tbody th").eachText())
                .containsExactly("A3", "A4", "B5", "E5");
        assertThat(answer.page().select(".flaws tbody tr:first-child").text())
                .contains("编码 Y01 在第 2 行已出现");
        assertThat(database.fetchCount(UNIT)).isEqualTo(before);
    }

    @Test
    void a_sound_table_is_shown_first_and_written_only_when_confirmed() {
        UUID round = examples.planned(examples.lead(cast, Side.OWN), "导入无误");
        AssessedUnit known = examples.unit("Z01", "已有示例局", "东区");
        Visitor lead = cast.signedIn(Role.LEAD_ASSESSOR, Side.OWN);
        int before = database.fetchCount(UNIT);
        Visitor.Answer preview =
                lead.upload(
                        units(round) + "/import",
                        Map.of("encoding", "GB18030"),
                        "units.csv",
                        "code,name,region,peer_group,head_name,head_username\nZ01,已有示例局,西区,,,\nZ02,新增示例局,西区,地级市,李示例,li.shili\n"
                                .getBytes(Charset.forName("GB18030")));
        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.page().select("#preview tbody tr").eachText())
                .anySatisfy(row -> assertThat(row).contains("Z01", "变更地区或同类组"))
                .anySatisfy(row -> assertThat(row).contains("Z02", "新增单位"));
        assertThat(database.fetchCount(UNIT)).isEqualTo(before);

        Visitor.Answer done =
                lead.post(
                        units(round) + "/import",
                        Map.of(
                                "rows",
                                preview.page().select("textarea[name=rows]").val(),
                                "name",
                                "units.csv"));

        assertThat(done.location()).endsWith("/units");
        assertThat(database.fetchCount(UNIT)).isEqualTo(before + 1);
        assertThat(
                        database.select(UNIT.REGION, UNIT.PEER_GROUP)
                                .from(UNIT)
                                .where(UNIT.ID.eq(known.id()))
                                .fetchSingle()
                                .intoList())
                .containsExactly("西区", "地级市");
        assertThat(
                        database.select(PERSON.PASSWORD_HASH)
                                .from(PERSON)
                                .where(PERSON.USERNAME.eq("li.shili"))
                                .fetch(PERSON.PASSWORD_HASH))
                .containsExactly((String) null);
        assertThat(lead.get(units(round)).page().select("tbody th").eachText())
                .contains("已有示例局", "新增示例局");
    }

    @Test
    void a_formula_in_a_workbook_and_a_wrong_encoding_are_told() throws IOException {
        UUID round = examples.planned(examples.lead(cast, Side.OWN), "公式与编码");
        Visitor lead = cast.signedIn(Role.LEAD_ASSESSOR, Side.OWN);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("单位");
            sheet.value(0, 0, "code");
            sheet.value(0, 1, "name");
            sheet.formula(1, 0, "CONCATENATE(\"F\",1)");
            sheet.value(1, 1, "公式示例局");
        }
        Visitor.Answer formula =
                lead.upload(units(round) + "/import", Map.of(), "u.xlsx", bytes.toByteArray());
        assertThat(formula.page().select(".flaws tbody tr:first-child").text())
                .contains("A2", "单元格中是公式");

        Visitor.Answer encoding =
                lead.upload(
                        units(round) + "/import",
                        Map.of("encoding", "UTF_8"),
                        "u.csv",
                        "code,name\nG1,示例局\n".getBytes(Charset.forName("GB18030")));
        assertThat(encoding.page().select(".flaws").text()).contains("不是 UTF-8 编码", "A2");
    }

    @Test
    void opening_makes_an_assessment_for_each_unit_tells_its_people_and_keeps_the_hashes() {
        SignedIn lead = examples.lead(cast, Side.OWN);
        UUID round = examples.planned(lead, "启动示例");
        assertThat(course.open(lead, round)).isEqualTo(RoundCourse.Refusal.NO_UNITS);

        AssessedUnit unit = examples.unit("S01", "启动示例局", "东区");
        UUID head =
                cast.person(
                        unit.organisation(),
                        "s01.head",
                        List.of(new RoleGrant(Role.UNIT_HEAD, unit.organisation(), null, null)));
        assertThat(course.add(lead, round, List.of(unit.id()))).isNull();
        assertThat(course.open(lead, round)).isNull();

        assertThat(database.fetchCount(ASSESSMENT, ASSESSMENT.ROUND.eq(round))).isEqualTo(1);
        assertThat(
                        database.select(NOTICE.KIND)
                                .from(NOTICE)
                                .where(NOTICE.PERSON.eq(head))
                                .fetch(NOTICE.KIND))
                .containsExactly("opened");
        assertThat(
                        database.select(AUDIT_ENTRY.DETAIL)
                                .from(AUDIT_ENTRY)
                                .where(AUDIT_ENTRY.ACTION.eq("campaigns.round.opened"))
                                .and(AUDIT_ENTRY.SUBJECT_ID.eq(round.toString()))
                                .fetchSingle(AUDIT_ENTRY.DETAIL)
                                .data())
                .contains(hash());
        assertThat(course.add(lead, round, List.of(unit.id())))
                .isEqualTo(RoundCourse.Refusal.NOT_PLANNED);

        Visitor reader = cast.nobody();
        reader.get("/sign-in");
        reader.post("/sign-in", Map.of("username", "s01.head", "password", Cast.PASSWORD));
        assertThat(reader.get("/").page().select(".badge-count").text()).isEqualTo("1");
        assertThat(reader.get("/notices").page().select(".notices").text()).contains("启动示例");
    }

    @Test
    void an_extension_needs_a_reason_and_a_later_day_and_a_close_needs_the_title() {
        SignedIn lead = examples.lead(cast, Side.OWN);
        UUID round = examples.planned(lead, "延期示例");
        AssessedUnit unit = examples.unit("T01", "延期示例局", "东区");
        course.add(lead, round, List.of(unit.id()));
        course.open(lead, round);
        LocalDate due = LocalDate.now(Times.SHOWN).plusDays(60);

        assertThat(course.extend(lead, round, unit.id(), due.plusDays(7), " "))
                .isEqualTo(RoundCourse.Refusal.REASON_MISSING);
        assertThat(course.extend(lead, round, unit.id(), due, "停电"))
                .isEqualTo(RoundCourse.Refusal.NOT_LATER);
        Visitor visitor = cast.signedIn(Role.LEAD_ASSESSOR, Side.OWN);
        Visitor.Answer wrong =
                visitor.post(
                        "/rounds/" + round + "/extension",
                        Map.of("unit", unit.id().toString(), "dueOn", due.plusDays(7).toString()));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select("#reason-wrong").text()).contains("延期须说明理由");
        assertThat(wrong.page().select("#dueOn").val()).isEqualTo(due.plusDays(7).toString());

        assertThat(course.extend(lead, round, unit.id(), due.plusDays(7), "停电")).isNull();
        assertThat(visitor.get("/rounds/" + round).page().select("tbody .day").text())
                .contains(due.plusDays(7).toString(), "已延期");

        assertThat(course.close(lead, round, "延期")).isEqualTo(RoundCourse.Refusal.TITLE_DIFFERS);
        assertThat(course.close(lead, round, "延期示例")).isNull();
        assertThat(course.extend(lead, round, null, due.plusDays(9), "再延"))
                .isEqualTo(RoundCourse.Refusal.NOT_OPEN);
    }

    @Test
    void another_organisations_lead_neither_sees_nor_runs_a_round() {
        UUID round = examples.planned(examples.lead(cast, Side.OWN), "只归本单位");
        Visitor other = cast.signedIn(Role.LEAD_ASSESSOR, Side.OTHER);

        assertThat(other.get("/rounds/" + round).status()).isEqualTo(403);
        assertThat(other.post("/rounds/" + round + "/open", Map.of()).status()).isEqualTo(403);
        assertThat(other.get("/rounds").body()).doesNotContain("只归本单位");
        assertThat(cast.signedIn(Role.SUPERVISOR, Side.OTHER).get("/rounds").body())
                .contains("只归本单位");
    }

    @Test
    void units_are_found_by_name_or_code_and_sort_by_pinyin() {
        examples.unit("P2", "重庆示例局", "乙");
        examples.unit("P3", "安庆示例局", "甲");
        examples.unit("P1", "保定示例局", "丙");
        Visitor lead = cast.signedIn(Role.LEAD_ASSESSOR, Side.OWN);

        assertThat(lead.get("/units?q=P").page().select("tbody th").eachText())
                .containsExactly("安庆示例局", "保定示例局", "重庆示例局");
        assertThat(lead.get("/units?q=P&sort=code").page().select("tbody th").eachText())
                .containsExactly("保定示例局", "重庆示例局", "安庆示例局");
        assertThat(lead.get("/units?q=重庆").page().select("tbody th").eachText())
                .containsExactly("重庆示例局");
        assertThat(lead.get("/units?q=nowhere").page().text()).contains("没有名称或编码含“nowhere”");
    }
}
