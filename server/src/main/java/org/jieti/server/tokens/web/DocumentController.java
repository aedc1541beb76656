package org.jieti.server.tokens.web;

import java.util.List;
import java.util.Locale;
import org.jieti.server.shared.web.Crumb;
import org.jieti.server.shared.web.Open;
import org.jieti.server.tokens.api.ApiDocument;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The document of the API to read. It is drawn here, by the policy of all pages and without a
/// script, rather than by Swagger UI.
@Open(Open.To.ANYBODY)
@Controller
final class DocumentController {
    private final ApiDocument document;

    DocumentController(ApiDocument document) {
        this.document = document;
    }

    @GetMapping("/api-docs")
    String page(Locale language, Model page) {
        page.addAttribute("document", DocumentView.of(document.in(language)));
        page.addAttribute("crumbs", List.of(Crumb.here("api.docs.title")));
        return "tokens/api-docs";
    }
}
