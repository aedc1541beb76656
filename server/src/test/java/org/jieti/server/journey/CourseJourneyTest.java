package org.jieti.server.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jieti.server.accounts.Role;
import org.jieti.server.assessments.AssessmentState;
import org.jieti.server.ground.BrowserTest;
import org.jieti.server.ground.Browsing;
import org.jieti.server.ground.Cast;
import org.jieti.server.ground.Cast.Side;
import org.jieti.server.ground.Scene;
import org.jieti.testkit.Golden;
import org.junit.jupiter.api.Test;

/// Three people bring an assessment from its draft to a signed one.
@BrowserTest
class CourseJourneyTest {
    private static final String SEARCH = "data.open.access.2";

    private final Scene scene;
    private final Cast cast;

    CourseJourneyTest(Scene scene, Cast cast) {
        this.scene = scene;
        this.cast = cast;
    }

    private static void look(Page page, String name) {
        Browsing.assertAccessible(page);
        page.setViewportSize(375, 800);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .as(name + " at 375 px")
                .isLessThanOrEqualTo(375);
        page.setViewportSize(1280, 900);
        Browsing.picture(page, name);
    }

    @Test
    void from_a_draft_by_way_of_parts_and_a_return_to_a_signed_assessment(Browsing browsing) {
        UUID assessment =
                scene.assessment(scene.round(Scene.DGIMM, null), Side.OWN, AssessmentState.DRAFT);
        String home = "/assessments/" + assessment;
        cast.person(Role.CONTRIBUTOR, Side.OWN);

        Page head = browsing.page();
        browsing.signIn(head, Role.UNIT_HEAD, Side.OWN);
        look(head, "home-draft");
        head.navigate(home);
        look(head, "answering-draft");
        head.locator(".case-next button").click();
        assertThat(head.locator(".case-state")).hasText("自评中");

        head.navigate(home + "/parts");
        look(head, "parts-none");
        head.locator("[name=node][value=data]").check();
        head.locator("[name=node][value='platform.green']").check();
        head.locator("#assign .btn").click();
        assertThat(head.locator("#person-wrong")).containsText("请选择填报人");
        assertThat(head.locator("[name=node][value=data]")).isChecked();
        Browsing.assertAccessible(head);
        Browsing.pictureAsItIs(head, "parts-wrong");
        head.selectOption("#person", cast.person(Role.CONTRIBUTOR, Side.OWN).toString());
        head.fill("#dueOn", "2026-12-20");
        head.fill("#note", "请政务云科配合，材料见共享目录");
        head.locator("#assign .btn").click();
        assertThat(head.locator(".parts-people li")).hasCount(2);
        look(head, "parts");

        Page contributor = browsing.person();
        browsing.signIn(contributor, Role.CONTRIBUTOR, Side.OWN);
        assertThat(contributor.locator(".work")).containsText("2026-12-20");
        look(contributor, "home-parts");
        contributor.locator(".work a[href*='node=data']").click();
        choice(contributor, "rated.partly").check();
        assertThat(contributor.locator("[id='status-c-%s']".formatted(SEARCH))).containsText("已保存");

        contributor.navigate(home + "/materials");
        assertThat(contributor.locator(".group h2").first()).containsText("contributor.own");
        assertThat(contributor.locator(".group").first()).not().containsText("政策引导");
        look(contributor, "materials");
        contributor.navigate(home + "/materials?by=domains");
        assertThat(contributor.locator(".group")).hasCount(7);
        onPaper(contributor);

        contributor.navigate(home + "/review");
        look(contributor, "review-open");
        contributor.locator("form.send .btn.main").click();
        assertThat(contributor.locator(".notice.refused")).containsText("项未作答");
        contributor.locator("#all").check();
        contributor.locator("form.send .btn.main").click();
        assertThat(contributor.locator(".case-state")).hasText("内部审核");
        look(contributor, "review-sent");

        Page reviewer = browsing.person();
        browsing.signIn(reviewer, Role.INTERNAL_REVIEWER, Side.OWN);
        assertThat(reviewer.locator(".work")).containsText("进行内部审核");
        reviewer.locator(".work a").first().click();
        look(reviewer, "review-begun");
        reviewer.locator("form[action$='/review/return'] button").click();
        assertThat(reviewer.locator(".notice.refused")).containsText("没有待处理的审核意见");
        reviewer.navigate(home + "?node=" + SEARCH);
        Locator card = reviewer.locator("[id='c-%s']".formatted(SEARCH));
        card.locator(".remark-new summary").click();
        card.locator(".remark-new textarea").fill("目录已上线并可检索，应评为满足。");
        card.locator(".remark-new button").click();
        assertThat(card.locator(".remark.waiting")).containsText("应评为满足");
        look(reviewer, "answering-reviewed");
        reviewer.navigate(home + "/review");
        reviewer.fill("#text", "请统一材料名称。");
        reviewer.locator("form[action$='/review/remarks'] button").click();
        assertThat(reviewer.locator(".remark.waiting")).hasCount(2);
        look(reviewer, "review-remarks");
        reviewer.fill("#reason", "两处需要修改");
        reviewer.locator("form[action$='/review/return'] button").click();
        assertThat(reviewer.locator(".case-state")).hasText("自评中");

        contributor.navigate("/notices");
        assertThat(contributor.locator(".notices li").first()).containsText("已退回修改");
        contributor.navigate(home + "?node=" + SEARCH);
        assertThat(contributor.locator(".remarks-waiting")).containsText("2 条");
        look(contributor, "answering-returned");
        choice(contributor, "rated.met").check();
        assertThat(contributor.locator("[id='status-c-%s']".formatted(SEARCH))).containsText("已保存");
        contributor.locator("[id='c-%s'] .remark form button".formatted(SEARCH)).click();
        assertThat(contributor.locator("[id='c-%s'] .remark-done".formatted(SEARCH)))
                .containsText("标为已处理");
        contributor.navigate(home + "/review");
        contributor.locator(".remark form button").click();
        assertThat(contributor.locator(".remark.waiting")).hasCount(0);
        look(contributor, "review-again");
        contributor.locator("#all").check();
        contributor.locator("form.send .btn.main").click();

        head.navigate(home + "/submit");
        assertThat(head.locator(".notice.needed")).containsText("内部审核尚未通过");
        look(head, "submit-early");
        reviewer.navigate(home + "/review");
        reviewer.locator("form[action$='/review/pass'] button").click();
        assertThat(reviewer.locator(".notice")).containsText("等待负责人签署");
        head.navigate("/");
        look(head, "home-sign");
        head.locator(".work a").first().click();
        look(head, "submit");
        head.locator(".deed button").click();
        assertThat(head.locator(".notice.refused")).containsText("真实性承诺");
        head.locator("#confirmed").check();
        head.locator(".deed button").click();
        assertThat(head.locator(".case-state")).hasText("已提交");
        assertThat(head.locator(".hash")).hasText(Pattern.compile("[0-9a-f]{64}"));
        look(head, "submitted");
        head.navigate(home + "/withdraw");
        look(head, "withdraw");
        contributor.navigate(home + "?node=" + SEARCH);
        assertThat(contributor.locator(".notice").first()).containsText("已提交");
        assertThat(contributor.locator(".card fieldset:not([disabled])")).hasCount(0);
    }

    /// On paper each group begins a sheet, and nothing stands above it but its own head.
    private static void onPaper(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".group").nth(1)).hasCSS("break-before", "page");
        assertThat(page.locator(".topbar")).isHidden();
        assertThat(page.locator(".tabs")).isHidden();
        assertThat(page.locator(".handover").first()).isVisible();
        if (System.getProperty("jieti.pictures") != null) {
            page.pdf(
                    new Page.PdfOptions()
                            .setPreferCSSPageSize(true)
                            .setPath(Golden.root().resolve("target/pictures/materials.pdf")));
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    private static Locator choice(Page page, String value) {
        return page.locator("[id='c-%s'] [name=answer][value='%s']".formatted(SEARCH, value));
    }
}
