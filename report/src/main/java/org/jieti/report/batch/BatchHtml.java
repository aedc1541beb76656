package org.jieti.report.batch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jieti.core.model.Language;
import org.jieti.report.words.Words;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/// The results of many units as one HTML file that needs nothing beside it. It reads in full
/// without its script, which sorts and filters. Safe for several threads at once.
public final class BatchHtml {
    private static final String HOME = "org/jieti/report/assets/";

    private final TemplateEngine engine = new TemplateEngine();
    private final String css = text(HOME + "batch.css");
    private final String script = text(HOME + "batch.js");

    public BatchHtml() {
        ClassLoaderTemplateResolver templates =
                new ClassLoaderTemplateResolver(BatchHtml.class.getClassLoader());
        templates.setPrefix("org/jieti/report/templates/");
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding(StandardCharsets.UTF_8.name());
        engine.setTemplateResolver(templates);
        engine.setMessageResolver(new BatchMessages());
    }

    /// Writes the page. The writer stays open.
    public void write(BatchResult result, Language language, Writer out) {
        Context context = new Context(Words.locale(language));
        context.setVariable("page", BatchPage.of(result, language));
        context.setVariable("css", css);
        context.setVariable("script", script);
        engine.process("batch", context, out);
    }

    private static String text(String resource) {
        try (InputStream in = BatchHtml.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + resource + " is not packaged.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
