package org.jieti.server.accounts;

import java.util.Map;
import org.jieti.server.ground.Cast;
import org.jieti.server.ground.RouteExamples;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

@Component
@Profile("test")
final class AccountRouteExamples implements RouteExamples {
    @Override
    public Map<String, String> values(Cast cast) {
        return Map.of("token", "lapsed");
    }
}
