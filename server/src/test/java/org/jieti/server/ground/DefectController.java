package org.jieti.server.ground;

import org.jieti.server.shared.web.Open;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// A page with a defect, to see what people see of one.
@Open(Open.To.SIGNED_IN)
@Controller
@Profile("test")
final class DefectController {
    @GetMapping("/defect")
    String page() {
        throw new IllegalStateException("what only the log may say");
    }
}
