package org.jieti.server.results;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import org.jieti.server.accounts.Role;
import org.jieti.server.assessments.AssessmentState;
import org.jieti.server.demo.Respondent;
import org.jieti.server.ground.BrowserTest;
import org.jieti.server.ground.Browsing;
import org.jieti.server.ground.Cast;
import org.jieti.server.ground.Cast.Side;
import org.jieti.server.ground.Samples;
import org.jieti.server.ground.Scene;
import org.junit.jupiter.api.Test;

@BrowserTest
class ResultInBrowserTest {
    private final Scene scene;
    private final Cast cast;
    private final Respondent respondent;

    ResultInBrowserTest(Scene scene, Cast cast, Respondent respondent) {
        this.scene = scene;
        this.cast = cast;
        this.respondent = respondent;
    }

    private UUID answered(String model, String file) {
        UUID assessment = scene.answering(Side.OWN, model);
        respondent.answer(
                cast.asking(Role.UNIT_HEAD, Side.OWN), assessment, Samples.assessment(file));
        return assessment;
    }

    @Test
    void a_result_is_drawn_and_leads_to_what_explains_it(Browsing browsing) {
        UUID assessment = answered(Scene.DGIMM, "dgimm/growing-city.yaml");
        scene.move(assessment, AssessmentState.SUBMITTED);
        Page page = browsing.page();
        browsing.signIn(page, Role.CONTRIBUTOR, Side.OWN);
        page.navigate("/assessments/%s/result".formatted(assessment));

        assertThat(page.locator("#overview [data-value=level]")).hasText("III");
        assertThat(page.locator(".canvas svg")).isVisible();
        Browsing.assertAccessible(page);
        Browsing.picture(page, "result");

        page.locator("#blocks .actions tbody th a").first().click();
        assertThat(page.locator(".criterion:target > summary")).isVisible();
        assertThat(page.locator(".criterion:target")).hasAttribute("open", "");
        page.click("button[name=theme]");
        Browsing.assertAccessible(page);
    }

    @Test
    void a_partial_result_and_one_without_levels_read_as_well(Browsing browsing) {
        UUID partial = scene.answering(Side.OWN, Scene.DGIMM);
        UUID profile = answered("odmm@2021.1", "odmm/river-city.yaml");
        UUID stages = answered("gartner@2021.1", "gartner/bay-city.yaml");
        Page page = browsing.page();
        browsing.signIn(page, Role.CONTRIBUTOR, Side.OWN);

        page.navigate("/assessments/%s/result".formatted(partial));
        Browsing.assertAccessible(page);
        Browsing.picture(page, "result-empty");
        page.navigate("/assessments/%s/result".formatted(profile));
        Browsing.assertAccessible(page);
        Browsing.picture(page, "result-odmm");
        page.navigate("/assessments/%s/result".formatted(stages));
        Browsing.assertAccessible(page);
        Browsing.picture(page, "result-gartner");
    }
}
