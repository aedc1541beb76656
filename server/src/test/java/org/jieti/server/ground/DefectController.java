package org.jieti.server.ground;

import java.util.Optional;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.May;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// A page with a defect, to see what people see of one.
@May(Action.READ_AUDIT) // one role, so that the log stays short
@Controller
@Profile("test")
final class DefectController {
    @GetMapping("/defect")
    String page() {
        return Optional.<String>empty()
                .orElseThrow(() -> new IllegalStateException("what only the log may say"));
    }
}
