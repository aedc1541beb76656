package org.jieti.server.assessments;

import java.util.Map;
import java.util.UUID;
import org.jieti.server.ground.Cast;
import org.jieti.server.ground.Cast.Side;
import org.jieti.server.ground.RouteExamples;
import org.jieti.server.ground.Scene;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

@Component
@Profile("test")
final class AssessmentRouteExamples implements RouteExamples {
    private final Scene scene;

    AssessmentRouteExamples(Scene scene) {
        this.scene = scene;
    }

    @Override
    public Map<String, String> values(Cast cast) {
        return Map.of(
                "assessment",
                scene.anyAnswering(Side.OWN).toString(),
                "criterion",
                "data.open.access.2",
                "measure",
                "pue",
                "remark",
                new UUID(0, 1).toString());
    }
}
