package org.jieti.server.ground;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/// Debian's Chromium, started once for all tests.
final class Chromium implements ParameterResolver, AfterEachCallback {
    private static final ExtensionContext.Namespace HERE =
            ExtensionContext.Namespace.create(Chromium.class);
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final List<String> ARGUMENTS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--disable-quic");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browsing.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Cast cast = SpringExtension.getApplicationContext(context).getBean(Cast.class);
        Browsing browsing = new Browsing(Started.BROWSER, cast);
        context.getStore(HERE).put(Browsing.class, browsing);
        return browsing;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Browsing browsing = context.getStore(HERE).remove(Browsing.class, Browsing.class);
        if (browsing != null) {
            browsing.end();
        }
    }

    private static final class Started {
        static final Browser BROWSER = start();

        private static Browser start() {
            if (!Files.isExecutable(PROGRAM)) {
                throw new IllegalStateException("The tests need: apt-get install chromium");
            }
            Playwright playwright =
                    Playwright.create(
                            new Playwright.CreateOptions()
                                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Browser browser =
                    playwright
                            .chromium()
                            .launch(
                                    new BrowserType.LaunchOptions()
                                            .setExecutablePath(PROGRAM)
                                            .setArgs(ARGUMENTS));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            return browser;
        }
    }
}
