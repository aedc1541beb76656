package org.jieti.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// What a page carries inside: its styles, its script, and the charting library.
record Assets(String css, String script, String echarts) {
    private static final String HOME = "org/jieti/report/assets/";
    private static final String ECHARTS = "META-INF/resources/webjars/echarts/5.5.0/echarts.min.js";

    /// The assets of one kind of page.
    static Assets of(String page) {
        return new Assets(text(page + ".css"), text(page + ".js"), packaged(ECHARTS));
    }

    /// The assets of a result on a page of its own.
    static Assets ofResult() {
        return new Assets(
                text("ground.css") + text("result.css"), text("result.js"), packaged(ECHARTS));
    }

    /// A text of this module's assets.
    static String text(String asset) {
        return packaged(HOME + asset);
    }

    private static String packaged(String resource) {
        try (InputStream in = Assets.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + resource + " is not packaged.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
