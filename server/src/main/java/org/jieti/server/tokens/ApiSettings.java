package org.jieti.server.tokens;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the API is offered.
///
/// @param requestsPerMinute how many requests a token may send in the long run
/// @param burst how many of them at once
@ConfigurationProperties("jieti.api")
public record ApiSettings(
        @DefaultValue("600") int requestsPerMinute, @DefaultValue("200") int burst) {
    public ApiSettings {
        if (requestsPerMinute < 1 || burst < 1) {
            throw new IllegalArgumentException(
                    "jieti.api.requests-per-minute (%d) and jieti.api.burst (%d) are at least 1."
                            .formatted(requestsPerMinute, burst));
        }
    }
}
