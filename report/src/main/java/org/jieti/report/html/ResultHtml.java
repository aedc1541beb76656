package org.jieti.report.html;

import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jieti.core.model.Guidance;
import org.jieti.core.model.Language;
import org.jieti.core.model.NodeId;
import org.jieti.core.result.Result;
import org.jieti.report.view.ResultView;
import org.jieti.report.words.Words;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/// A result as one HTML file that needs nothing beside it: styles, script and chart are inside,
/// and all but the chart's drawing works without the script. Safe for several threads at once.
public final class ResultHtml {
    private final TemplateEngine engine = templates();
    private final Assets assets = Assets.ofResult();

    /// The templates that speak the words of a result.
    static TemplateEngine templates() {
        TemplateEngine engine = new TemplateEngine();
        ClassLoaderTemplateResolver templates =
                new ClassLoaderTemplateResolver(ResultHtml.class.getClassLoader());
        templates.setPrefix("org/jieti/report/templates/");
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding(StandardCharsets.UTF_8.name());
        engine.setTemplateResolver(templates);
        engine.setMessageResolver(new WordsMessages());
        return engine;
    }

    /// The page.
    ///
    /// @param guidance what assessors read beside the criteria of the result's model; may be empty
    public String render(Result result, Map<NodeId, Guidance> guidance, Language language) {
        StringWriter out = new StringWriter();
        write(result, guidance, language, out);
        return out.toString();
    }

    /// Writes the page. The writer stays open.
    ///
    /// @param guidance what assessors read beside the criteria of the result's model; may be empty
    public void write(
            Result result, Map<NodeId, Guidance> guidance, Language language, Writer out) {
        Context context = new Context(Words.locale(language));
        context.setVariable("page", ResultView.of(result, guidance, language));
        context.setVariable("assets", assets);
        engine.process("result", context, out);
    }
}
