package org.jieti.report.html;

import java.io.StringWriter;
import java.util.Map;
import org.jieti.core.crosswalk.Crosswalk;
import org.jieti.core.crosswalk.View;
import org.jieti.core.model.Guidance;
import org.jieti.core.model.Language;
import org.jieti.core.model.NodeId;
import org.jieti.report.view.ThroughView;
import org.jieti.report.words.Words;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;

/// An assessment seen through another model as one HTML file that needs nothing beside it and no
/// script. Safe for several threads at once.
public final class ThroughHtml {
    private final TemplateEngine engine = ResultHtml.templates();
    private final String css =
            Assets.text("ground.css") + Assets.text("result.css") + Assets.text("through.css");

    /// The page.
    ///
    /// @param guidance what assessors read beside the criteria of the other model; may be empty
    public String render(
            View view, Crosswalk crosswalk, Map<NodeId, Guidance> guidance, Language language) {
        Context context = new Context(Words.locale(language));
        context.setVariable("page", ThroughView.of(view, crosswalk, guidance, language));
        context.setVariable("css", css);
        StringWriter out = new StringWriter();
        engine.process("through", context, out);
        return out.toString();
    }
}
