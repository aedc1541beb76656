package org.jieti.report.weighing;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/// A weighing as one HTML file that needs nothing beside it, and no script.
public final class WeighingHtml {
    private static final String CSS = "org/jieti/report/assets/weighing.css";

    private final TemplateEngine engine = new TemplateEngine();

    public WeighingHtml() {
        ClassLoaderTemplateResolver templates =
                new ClassLoaderTemplateResolver(WeighingHtml.class.getClassLoader());
        templates.setPrefix("org/jieti/report/templates/");
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding(StandardCharsets.UTF_8.name());
        engine.setTemplateResolver(templates);
        engine.setMessageResolver(new WeighingMessages());
    }

    public String render(WeighingView view) {
        Context context =
                new Context(view.lang().equals("en") ? Locale.ROOT : Locale.SIMPLIFIED_CHINESE);
        context.setVariable("page", view);
        context.setVariable("css", css());
        StringWriter out = new StringWriter();
        engine.process("weighing", context, out);
        return out.toString();
    }

    private static String css() {
        try (InputStream in = WeighingHtml.class.getClassLoader().getResourceAsStream(CSS)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + CSS + " is not packaged.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
