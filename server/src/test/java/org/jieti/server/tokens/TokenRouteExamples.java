package org.jieti.server.tokens;

import java.util.Map;
import org.jieti.server.ground.Cast;
import org.jieti.server.ground.RouteExamples;
import org.jieti.server.ground.Scene;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

@Component
@Profile("test")
final class TokenRouteExamples implements RouteExamples {
    private final Scene scene;

    TokenRouteExamples(Scene scene) {
        this.scene = scene;
    }

    @Override
    public Map<String, String> values(Cast cast) {
        return Map.of(
                "accessToken",
                "00000000-0000-0000-0000-000000000000",
                "webhook",
                "00000000-0000-0000-0000-000000000000",
                "unit",
                scene.unit(Cast.Side.OWN).toString());
    }
}
