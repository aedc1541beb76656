package org.jieti.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Locale;
import org.jieti.server.accounts.FirstStart;
import org.jieti.server.ground.BrowserTest;
import org.jieti.server.ground.Browsing;
import org.junit.jupiter.api.Test;

@BrowserTest
class FirstStartTest {
    private static final String PASSWORD = "lantern-orbit-7-walnut";

    private final FirstStart firstStart;

    FirstStartTest(FirstStart firstStart) {
        this.firstStart = firstStart;
    }

    @Test
    void a_link_good_once_makes_three_administrators_of_whom_one_signs_in(Browsing browsing) {
        Page page = browsing.page();
        String link = String.valueOf(firstStart.link());

        page.navigate(link);
        Browsing.assertAccessible(page);
        Browsing.picture(page, "set-up");
        page.fill("#organisation", "云栖示例市数据局");
        for (String role : new String[] {"SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDIT_ADMIN"}) {
            fill(page, role, "username", role.toLowerCase(Locale.ROOT));
            fill(page, role, "name", "示例" + role.charAt(1));
            fill(page, role, "password", role.equals("AUDIT_ADMIN") ? "12345678" : PASSWORD);
            fill(page, role, "again", PASSWORD);
        }
        page.click("main button");
        assertThat(page.textContent("main .wrong")).contains("至少需要 10 个字符");
        assertThat(page.inputValue("#organisation")).isEqualTo("云栖示例市数据局");
        Browsing.assertAccessible(page);

        for (String role : new String[] {"SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDIT_ADMIN"}) {
            fill(page, role, "password", PASSWORD);
            fill(page, role, "again", PASSWORD);
        }
        page.click("main button");
        page.waitForURL("**/sign-in?ready");
        Browsing.assertAccessible(page);
        Browsing.picture(page, "sign-in");

        browsing.signIn(page, "system_admin", PASSWORD);
        assertThat(page.textContent("h1")).contains("示例Y");
        Browsing.assertAccessible(page);
        Browsing.picture(page, "home");

        page.navigate(link);
        assertThat(page.textContent("h1")).isEqualTo("链接已失效");
        assertThat(firstStart.link()).isNull();
    }

    private static void fill(Page page, String role, String field, String text) {
        page.fill("[name='%s.%s']".formatted(role, field), text);
    }
}
