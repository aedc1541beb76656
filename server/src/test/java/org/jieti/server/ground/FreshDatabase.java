package org.jieti.server.ground;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/// Gives each test class a database that nobody has used.
final class FreshDatabase implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        SpringExtension.getApplicationContext(context)
                .getBean(SwitchedDatabase.class)
                .switchToFresh();
    }
}
