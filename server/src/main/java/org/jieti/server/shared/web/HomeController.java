package org.jieti.server.shared.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The first page: what there is to do for whoever is signed in.
@Open(Open.To.SIGNED_IN)
@Controller
final class HomeController {
    @GetMapping("/")
    String home() {
        return "shared/home";
    }
}
