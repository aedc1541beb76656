package org.jieti.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jieti.core.model.Language;
import org.jieti.report.words.Words;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/// A page that needs nothing beside it and no script: the template, the styles and the bundle of
/// words that share a name. Safe for several threads at once.
public final class PageTemplate {
    private static final String HOME = "org/jieti/report/";

    private final String name;
    private final TemplateEngine engine = new TemplateEngine();
    private final String css;

    /// Reads what the page is made of.
    ///
    /// @param name of `templates/<name>.html`, of `assets/<name>.css`, which follows the styles
    ///     that all pages share, and of the bundle
    public PageTemplate(String name) {
        this.name = name;
        css = text("assets/page.css") + text("assets/" + name + ".css");
        ClassLoaderTemplateResolver templates =
                new ClassLoaderTemplateResolver(PageTemplate.class.getClassLoader());
        templates.setPrefix(HOME + "templates/");
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding(StandardCharsets.UTF_8.name());
        engine.setTemplateResolver(templates);
        engine.setMessageResolver(new Messages(name));
    }

    /// Writes the page. The writer stays open.
    ///
    /// @param page what the template shows, under this name
    public void write(Object page, Language language, Writer out) {
        Context context = new Context(Words.locale(language));
        context.setVariable("page", page);
        context.setVariable("css", css);
        context.setVariable("lang", lang(language));
        engine.process(name, context, out);
    }

    private static String lang(Language language) {
        return switch (language) {
            case ZH -> "zh-CN";
            case EN -> "en";
        };
    }

    /// A phrase of a page's bundle, with its values put in.
    public static String say(String name, Language language, String key, Object... values) {
        return say(name, Words.locale(language), key, values);
    }

    private static String say(String name, Locale locale, String key, Object... values) {
        ResourceBundle bundle = ResourceBundle.getBundle("org.jieti.report." + name, locale);
        return new MessageFormat(bundle.getString(key), locale)
                .format(Arrays.stream(values).map(String::valueOf).toArray());
    }

    private static String text(String resource) {
        try (InputStream in =
                PageTemplate.class.getClassLoader().getResourceAsStream(HOME + resource)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + resource + " is not packaged.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The words of the page. A word that is missing is an error.
    private static final class Messages extends AbstractMessageResolver {
        private final String bundle;

        Messages(String bundle) {
            this.bundle = bundle;
        }

        @Override
        public String resolveMessage(
                ITemplateContext context,
                @Nullable Class<?> origin,
                String key,
                Object @Nullable [] values) {
            return say(bundle, context.getLocale(), key, values == null ? new Object[0] : values);
        }

        @Override
        public String createAbsentMessageRepresentation(
                ITemplateContext context,
                @Nullable Class<?> origin,
                String key,
                Object @Nullable [] values) {
            throw new IllegalStateException("No word for " + key);
        }
    }
}
