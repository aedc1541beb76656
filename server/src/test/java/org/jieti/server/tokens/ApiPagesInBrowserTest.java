package org.jieti.server.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.jieti.server.accounts.Role;
import org.jieti.server.ground.BrowserTest;
import org.jieti.server.ground.Browsing;
import org.jieti.server.ground.Cast;
import org.jieti.server.ground.Cast.Side;
import org.junit.jupiter.api.Test;

/// The pages on tokens and on the API, in a browser that obeys the policy of pages.
@BrowserTest
class ApiPagesInBrowserTest {
    private final Cast cast;

    ApiPagesInBrowserTest(Cast cast) {
        this.cast = cast;
    }

    @Test
    void somebody_reads_about_the_api_and_makes_a_token(Browsing browsing) {
        Page page = browsing.page();
        page.navigate(cast.address() + "/api-docs");
        assertThat(page.locator("details.call").count()).isGreaterThan(10);
        page.locator("#call-uploadModel summary").click();
        Browsing.assertAccessible(page);
        Browsing.picture(page, "api-docs");

        browsing.signIn(page, Role.LEAD_ASSESSOR, Side.OWN);
        page.navigate(cast.address() + "/account/tokens");
        page.locator("#name").fill("数据平台每日报数");
        page.locator("input[value='rounds:read']").check();
        page.locator("main button.main").click();
        assertThat(page.locator("code.secret").textContent()).startsWith("jieti_");
        assertThat(page.locator("table.list tbody tr").count()).isEqualTo(1);
        Browsing.assertAccessible(page);
        Browsing.picture(page, "tokens");
    }
}
