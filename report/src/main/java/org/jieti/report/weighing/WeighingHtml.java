package org.jieti.report.weighing;

import java.io.StringWriter;
import org.jieti.core.model.Language;
import org.jieti.report.html.PageTemplate;

/// A weighing as one HTML file that needs nothing beside it, and no script.
public final class WeighingHtml {
    private final PageTemplate template = new PageTemplate(WeighingWords.BUNDLE);

    /// The page.
    ///
    /// @param language that of the view
    public String render(WeighingView view, Language language) {
        StringWriter out = new StringWriter();
        template.write(view, language, out);
        return out.toString();
    }
}
