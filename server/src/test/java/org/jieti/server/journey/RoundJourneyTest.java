package org.jieti.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jieti.server.accounts.Role;
import org.jieti.server.accounts.RoleGrant;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.campaigns.RoundExamples;
import org.jieti.server.campaigns.domain.RoundCourse;
import org.jieti.server.ground.BrowserTest;
import org.jieti.server.ground.Browsing;
import org.jieti.server.ground.Cast;
import org.jieti.server.ground.Cast.Side;
import org.jieti.server.models.domain.ShippedModels;
import org.jieti.server.shared.Times;
import org.jieti.server.units.AssessedUnit;
import org.junit.jupiter.api.Test;

@BrowserTest
class RoundJourneyTest {
    private static final String TITLE = "云栖示例市所辖单位数字政府基础设施成熟度年度评估";
    private static final String LONG = "云栖示例自治区大数据发展管理局政务云运营示例中心";

    private final Cast cast;
    private final ShippedModels shipped;
    private final RoundExamples examples;
    private final RoundCourse course;

    RoundJourneyTest(Cast cast, ShippedModels shipped, RoundExamples examples, RoundCourse course) {
        this.cast = cast;
        this.shipped = shipped;
        this.examples = examples;
        this.course = course;
    }

    private static void look(Page page, String name) {
        Browsing.assertAccessible(page);
        Browsing.picture(page, name);
    }

    /// A page that answers a form is gone once its language is changed.
    private static void lookAtAnswer(Page page, String name) {
        Browsing.assertAccessible(page);
        Browsing.pictureAsItIs(page, name);
    }

    @Test
    void from_a_model_to_the_board_by_way_of_a_table_with_errors(Browsing browsing) {
        shipped.add();
        Page page = browsing.page();
        browsing.signIn(page, Role.LEAD_ASSESSOR, Side.OWN);

        page.navigate("/rounds");
        look(page, "rounds-empty");
        page.navigate("/units");
        look(page, "units-empty");
        page.navigate("/models");
        look(page, "models");
        page.navigate("/models/dgimm@2021.1");
        look(page, "model");
        page.navigate("/models/dgimm@2021.1/matrix");
        look(page, "model-matrix");
        page.navigate("/models/dgimm@2021.1/criteria/data.open.access.2");
        look(page, "model-criterion");
        page.navigate("/models/dgimm@2021.1/compare?with=gartner@2021.1");
        look(page, "model-compare");

        plan(page);
        upload(page, "单位编码,单位名称,地区\nB1,甲示例局,东区\nB1,乙示例局,东区\n,丙示例局,西区\n");
        assertThat(page.locator(".flaws tbody tr").count()).isEqualTo(2);
        lookAtAnswer(page, "import-errors");
        upload(page, "单位编码,单位名称,地区\nB1,甲示例局,东区\nB2," + LONG + ",东区\n");
        lookAtAnswer(page, "import-preview");
        page.click("#preview form button");
        page.waitForURL("**/units");
        look(page, "round-units");
        page.click("form[action$='/open'] button");
        page.waitForSelector(".board");
        assertThat(page.locator(".board tbody tr").count()).isEqualTo(2);
        assertThat(page.textContent("h1")).contains(TITLE, "进行中");
        look(page, "board");

        page.fill("#q", "甲示例");
        page.waitForSelector(".board tbody tr:only-child");
        page.navigate(page.url().replaceAll("\\?.*", "") + "/extension");
        look(page, "extension");
        page.navigate(page.url().replace("/extension", "/close"));
        look(page, "close");
        page.navigate("/notices");
        look(page, "notices");
    }

    private static void plan(Page page) {
        page.navigate("/rounds/new");
        look(page, "round-plan");
        page.click("form[method=post][action='/rounds/new'] button");
        page.fill("#title", TITLE);
        page.fill("#dueOn", LocalDate.now(Times.SHOWN).plusDays(20).toString());
        page.click("form[method=post][action='/rounds/new'] button");
        page.waitForURL("**/units");
        page.click("a[href$='/units/import']");
        look(page, "import");
    }

    private static void upload(Page page, String table) {
        page.setInputFiles(
                "#file",
                new FilePayload("units.csv", "text/csv", table.getBytes(StandardCharsets.UTF_8)));
        page.click(".panel form button");
        page.waitForSelector("#preview");
    }

    @Test
    void a_hundred_units_on_the_board(Browsing browsing) {
        SignedIn lead = examples.lead(cast, Side.OWN);
        UUID round = examples.planned(lead, "百家单位示例评估");
        for (int at = 1; at <= 100; at++) {
            String name = at == 7 ? LONG + "分中心" : "第%03d示例局".formatted(at);
            AssessedUnit unit =
                    examples.unit("H%03d".formatted(at), name, "第%d片区".formatted(at % 5));
            if (at % 10 == 0) {
                cast.person(
                        unit.organisation(),
                        "h%03d.head".formatted(at),
                        List.of(new RoleGrant(Role.UNIT_HEAD, unit.organisation(), null, null)));
            }
            course.add(lead, round, List.of(unit.id()));
        }
        assertThat(course.open(lead, round)).isNull();
        Page page = browsing.page();
        browsing.signIn(page, Role.LEAD_ASSESSOR, Side.OWN);
        page.navigate("/rounds/" + round);

        assertThat(page.locator(".board tbody tr").count()).isEqualTo(100);
        look(page, "board-100");
        page.navigate("/units");
        look(page, "units-100");
        page.navigate("/rounds");
        look(page, "rounds");
    }
}
