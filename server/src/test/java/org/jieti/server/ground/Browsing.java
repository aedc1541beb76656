package org.jieti.server.ground;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jieti.server.accounts.Role;
import org.jieti.testkit.Golden;

/// One person at a browser, reading Chinese.
public final class Browsing {
    private static final int PHONE = 375;
    private static final int HEIGHT = 900;
    private static final int[] WIDTHS = {PHONE, 1280, 1920};

    private final Browser browser;
    private final Cast cast;
    private final List<BrowserContext> windows = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final Page page;

    Browsing(Browser browser, Cast cast) {
        this.browser = browser;
        this.cast = cast;
        this.page = person();
    }

    /// The window.
    public Page page() {
        return page;
    }

    /// A window of somebody else, with cookies of its own.
    public Page person() {
        return open(new Browser.NewContextOptions().setLocale("zh-CN").setBaseURL(cast.address()));
    }

    /// A window of somebody else who has switched JavaScript off.
    public Page personWithoutScript() {
        return open(
                new Browser.NewContextOptions()
                        .setLocale("zh-CN")
                        .setJavaScriptEnabled(false)
                        .setBaseURL(cast.address()));
    }

    private Page open(Browser.NewContextOptions options) {
        BrowserContext window = browser.newContext(options.setViewportSize(1280, HEIGHT));
        windows.add(window);
        Page opened = window.newPage();
        opened.onConsoleMessage(
                message -> {
                    // A page answered with 4xx is logged too; tests look at those themselves.
                    if (message.type().equals("error")
                            && !message.text().startsWith("Failed to load resource")) {
                        complaints.add(message.text());
                    }
                });
        opened.onPageError(complaints::add);
        return opened;
    }

    /// Signs somebody in, by the form.
    public void signIn(Page at, Role role, Cast.Side side) {
        cast.person(role, side);
        signIn(at, Cast.username(role, side), Cast.PASSWORD);
    }

    /// Signs somebody in, by the form.
    public void signIn(Page at, String username, String password) {
        at.navigate("/sign-in");
        at.fill("#username", username);
        at.fill("#password", password);
        at.click("main button");
        at.waitForURL("**/");
    }

    /// Fails if axe finds anything wrong for people who cannot see, or use a mouse, or if the page
    /// scrolls sideways on a phone (WCAG 2.1, 1.4.10).
    public static void assertAccessible(Page at) {
        assertThat(new AxeBuilder(at).analyze().getViolations())
                .as(at.url())
                .extracting(rule -> rule.getId() + ": " + rule.getNodes())
                .isEmpty();
        at.setViewportSize(PHONE, HEIGHT);
        assertThat(at.evaluate("document.documentElement.scrollWidth"))
                .as("width of %s on a phone", at.url())
                .isEqualTo(PHONE);
        at.setViewportSize(1280, HEIGHT);
    }

    /// Writes pictures of a page to `target/pictures`, at the widths that people use, in both
    /// languages; only with `-Djieti.pictures`.
    public static void picture(Page at, String name) {
        if (System.getProperty("jieti.pictures") == null) {
            return;
        }
        for (int turn = 0; turn < 2; turn++) {
            pictureAsItIs(at, name);
            at.click("button[name=lang]");
        }
    }

    /// Writes pictures of a page in the language that it is in, as `picture` does.
    public static void pictureAsItIs(Page at, String name) {
        if (System.getProperty("jieti.pictures") == null) {
            return;
        }
        Path folder = Golden.root().resolve("target/pictures");
        String lang = String.valueOf(at.getAttribute("html", "lang")).substring(0, 2);
        for (int width : WIDTHS) {
            at.setViewportSize(width, HEIGHT);
            at.screenshot(
                    new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(folder.resolve("%s-%s-%d.png".formatted(name, lang, width))));
        }
        at.setViewportSize(1280, HEIGHT);
    }

    /// Writes what is first seen of a page to `target/pictures/readme`, in both languages; only
    /// with `-Djieti.pictures`.
    public static void shot(Page at, String name) {
        if (System.getProperty("jieti.pictures") == null) {
            return;
        }
        Path folder = Golden.root().resolve("target/pictures/readme");
        for (int turn = 0; turn < 2; turn++) {
            String lang = String.valueOf(at.getAttribute("html", "lang")).substring(0, 2);
            at.screenshot(
                    new Page.ScreenshotOptions()
                            .setPath(folder.resolve("%s-%s.png".formatted(name, lang))));
            at.click("button[name=lang]");
        }
    }

    void end() {
        windows.forEach(BrowserContext::close);
        assertThat(complaints).as("what the browser complains of").isEmpty();
    }
}
