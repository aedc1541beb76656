package org.jieti.server.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.jieti.server.accounts.Role;
import org.jieti.server.assessments.AssessmentState;
import org.jieti.server.ground.BrowserTest;
import org.jieti.server.ground.Browsing;
import org.jieti.server.ground.Cast;
import org.jieti.server.ground.Cast.Side;
import org.jieti.server.ground.Scene;
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
    }

    private static Locator choice(Page page, String value) {
        return page.locator("[id='c-%s'] [name=answer][value='%s']".formatted(SEARCH, value));
    }
}
