package org.jieti.report.html;

import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jieti.report.overview.Overview;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/// Many units beside each other as one HTML file that needs nothing beside it. It reads in full
/// without its script, which draws the chart, sorts and filters. Safe for several threads at once.
public final class OverviewHtml {
    private final TemplateEngine engine = new TemplateEngine();
    private final Assets assets = Assets.of("overview");

    public OverviewHtml() {
        ClassLoaderTemplateResolver templates =
                new ClassLoaderTemplateResolver(OverviewHtml.class.getClassLoader());
        templates.setPrefix("org/jieti/report/templates/");
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding(StandardCharsets.UTF_8.name());
        engine.setTemplateResolver(templates);
    }

    /// Writes the page. The writer stays open.
    public void write(Overview page, Writer out) {
        Context context = new Context();
        context.setVariable("page", page);
        context.setVariable("assets", assets);
        engine.process("overview", context, out);
    }
}
