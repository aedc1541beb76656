package org.jieti.report.chart;

import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Units as dots along an axis of scores: a strip for all of them, and one for each group.
///
/// The dots come as data; where they lie side by side is worked out when the chart is drawn, since
/// it depends on the room there is.
///
/// @param axis what the axis is called
/// @param least the axis begins at or below it
/// @param greatest the axis ends at or above it
/// @param shades the classes of the dots' colours, by number
public record StripChart(
        String axis, double least, double greatest, List<String> shades, List<Strip> strips) {
    private static final JsonFactory FACTORY = new JsonFactory();

    /// The dots of one group.
    public record Strip(String name, List<Dot> dots) {
        public Strip {
            dots = List.copyOf(dots);
        }
    }

    /// One unit.
    ///
    /// @param shown what is said of it when it is pointed at
    /// @param shade the number of its colour
    public record Dot(double value, String shown, int shade) {}

    public StripChart {
        shades = List.copyOf(shades);
        strips = List.copyOf(strips);
    }

    /// The chart as JSON, safe within a script element.
    public String json() {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("axis", axis);
            json.writeNumberProperty("least", least);
            json.writeNumberProperty("greatest", greatest);
            json.writeArrayPropertyStart("shades");
            shades.forEach(json::writeString);
            json.writeEndArray();
            json.writeArrayPropertyStart("strips");
            strips.forEach(strip -> strip(json, strip));
            json.writeEndArray();
            json.writeEndObject();
        }
        return ScriptText.safe(out.toString());
    }

    private static void strip(JsonGenerator json, Strip strip) {
        json.writeStartObject();
        json.writeStringProperty("name", strip.name());
        json.writeArrayPropertyStart("dots");
        for (Dot dot : strip.dots()) {
            json.writeStartArray();
            json.writeNumber(dot.value());
            json.writeString(dot.shown());
            json.writeNumber(dot.shade());
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
