package org.jieti.server.models;

import java.util.Map;
import org.jieti.server.ground.Cast;
import org.jieti.server.ground.RouteExamples;
import org.jieti.server.models.domain.ShippedModels;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

@Component
@Profile("test")
final class ModelRouteExamples implements RouteExamples {
    private final ShippedModels shipped;

    ModelRouteExamples(ShippedModels shipped) {
        this.shipped = shipped;
    }

    @Override
    public Map<String, String> values(Cast cast) {
        shipped.add();
        return Map.of(
                "model", "gartner@2021.1",
                "weights", "equal",
                "modelCriterion", "platform.composition.centre.3.2");
    }
}
