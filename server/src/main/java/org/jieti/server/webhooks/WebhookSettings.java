package org.jieti.server.webhooks;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where webhooks may lead.
///
/// @param privateHosts names or addresses that may lie in a private network, and may be spoken to
///     without TLS; none unless the operator names them
@ConfigurationProperties("jieti.webhooks")
public record WebhookSettings(@DefaultValue Set<String> privateHosts) {
    public WebhookSettings {
        privateHosts = Set.copyOf(privateHosts);
    }
}
