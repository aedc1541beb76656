package org.jieti.server.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The first page: what there is to do for whoever is signed in.
@Open(Open.To.SIGNED_IN)
@Controller
final class HomeController {
    private final List<HomePart> parts;

    HomeController(List<HomePart> parts) {
        this.parts = parts.stream().sorted(Comparator.comparing(HomePart::rank)).toList();
    }

    /// A part that has something.
    record Filled(String template, Object content) {}

    @GetMapping("/")
    String home(HttpServletRequest request, Model page) {
        List<Filled> filled = new ArrayList<>();
        for (HomePart part : parts) {
            Object content = part.content().apply(Languages.of(request));
            if (content != null) {
                filled.add(new Filled(part.template(), content));
            }
        }
        page.addAttribute("parts", filled);
        return "shared/home";
    }
}
