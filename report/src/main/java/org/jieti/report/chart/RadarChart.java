package org.jieti.report.chart;

import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// A radar: one axis for each domain, rings at the levels, and a line for each profile.
///
/// @param rings what each ring is labelled, from the innermost
/// @param highest the value at the outermost ring
public record RadarChart(List<Axis> axes, List<String> rings, double highest, List<Line> lines) {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int WIDEST_NAME = 12;

    /// One axis.
    ///
    /// @param mark what stands under its name, such as a level
    public record Axis(String name, String mark) {}

    /// One profile.
    ///
    /// @param values one for each axis, from 0 to the highest
    public record Line(String name, Role role, List<Double> values) {
        public Line {
            values = List.copyOf(values);
        }
    }

    /// What a line stands for, and so how it is drawn.
    public enum Role {
        /// The result shown: filled and strong.
        RESULT,
        /// The level aimed at: thin and dashed.
        TARGET,
        /// An earlier result: thin.
        EARLIER
    }

    public RadarChart {
        axes = List.copyOf(axes);
        rings = List.copyOf(rings);
        lines = List.copyOf(lines);
        for (Line line : lines) {
            if (line.values().size() != axes.size()) {
                throw new IllegalArgumentException(
                        "Line %s has %d values for %d axes."
                                .formatted(line.name(), line.values().size(), axes.size()));
            }
        }
    }

    /// The chart as `{"rings": […], "option": {…}}`, safe within a script element.
    public String json() {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("rings");
            json.writeString("");
            rings.forEach(json::writeString);
            json.writeEndArray();
            json.writeName("option");
            option(json);
            json.writeEndObject();
        }
        return ScriptText.safe(out.toString());
    }

    private void option(JsonGenerator json) {
        json.writeStartObject();
        json.writeBooleanProperty("animation", false);
        radar(json);
        json.writeArrayPropertyStart("series");
        json.writeStartObject();
        json.writeStringProperty("type", "radar");
        json.writeBooleanProperty("silent", true);
        json.writeArrayPropertyStart("data");
        lines.forEach(line -> line(json, line));
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void radar(JsonGenerator json) {
        json.writeName("radar");
        json.writeStartObject();
        json.writeStringProperty("shape", "polygon");
        json.writeStringProperty("radius", "70%");
        json.writeNumberProperty("splitNumber", rings.size());
        json.writeNumberProperty("axisNameGap", 8);
        json.writeName("axisName");
        json.writeStartObject();
        json.writeStringProperty("color", "var(--ink)");
        json.writeNumberProperty("fontSize", 12);
        json.writeNumberProperty("lineHeight", 16);
        json.writeEndObject();
        json.writeName("splitArea");
        json.writeStartObject();
        json.writeBooleanProperty("show", false);
        json.writeEndObject();
        stroke(json, "splitLine", "var(--line)", 1);
        stroke(json, "axisLine", "var(--line)", 1);
        json.writeArrayPropertyStart("indicator");
        for (int i = 0; i < axes.size(); i++) {
            axis(json, axes.get(clockwise(i)), i == 0);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /// The library goes round against the clock; readers go with it.
    private int clockwise(int place) {
        return (axes.size() - place) % axes.size();
    }

    /// Rings are labelled along the first axis only.
    private void axis(JsonGenerator json, Axis axis, boolean first) {
        json.writeStartObject();
        json.writeStringProperty("name", labelled(axis));
        json.writeNumberProperty("min", 0);
        json.writeNumberProperty("max", highest);
        json.writeName("axisLabel");
        json.writeStartObject();
        json.writeBooleanProperty("show", first);
        json.writeStringProperty("color", "var(--ink-2)");
        json.writeNumberProperty("fontSize", 11);
        json.writeBooleanProperty("showMinLabel", false);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void stroke(JsonGenerator json, String name, String colour, int width) {
        json.writeName(name);
        json.writeStartObject();
        json.writeName("lineStyle");
        json.writeStartObject();
        json.writeStringProperty("color", colour);
        json.writeNumberProperty("width", width);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void line(JsonGenerator json, Line line) {
        json.writeStartObject();
        json.writeStringProperty("name", line.name());
        json.writeArrayPropertyStart("value");
        for (int i = 0; i < axes.size(); i++) {
            json.writeNumber(line.values().get(clockwise(i)).doubleValue());
        }
        json.writeEndArray();
        switch (line.role()) {
            case RESULT -> {
                drawn(json, "var(--accent)", 2, "solid", "circle");
                json.writeName("areaStyle");
                json.writeStartObject();
                json.writeStringProperty("color", "var(--accent)");
                json.writeNumberProperty("opacity", 0.14);
                json.writeEndObject();
            }
            case TARGET -> drawn(json, "var(--ink-2)", 1, "dashed", "none");
            case EARLIER -> drawn(json, "var(--ink-2)", 1, "solid", "none");
        }
        json.writeEndObject();
    }

    private static void drawn(
            JsonGenerator json, String colour, int width, String type, String symbol) {
        json.writeStringProperty("symbol", symbol);
        json.writeNumberProperty("symbolSize", 5);
        json.writeName("itemStyle");
        json.writeStartObject();
        json.writeStringProperty("color", colour);
        json.writeEndObject();
        json.writeName("lineStyle");
        json.writeStartObject();
        json.writeStringProperty("color", colour);
        json.writeNumberProperty("width", width);
        json.writeStringProperty("type", type);
        json.writeEndObject();
    }

    /// The name with its mark beneath. A long name is broken at the space nearest its middle, and
    /// the mark then ends its second line.
    private static String labelled(Axis axis) {
        String name = axis.name();
        int best = -1;
        for (int at = name.indexOf(' '); at >= 0; at = name.indexOf(' ', at + 1)) {
            if (best < 0 || Math.abs(2 * at - name.length()) < Math.abs(2 * best - name.length())) {
                best = at;
            }
        }
        return best < 0 || name.length() <= WIDEST_NAME
                ? name + "\n" + axis.mark()
                : name.substring(0, best) + "\n" + name.substring(best + 1) + " " + axis.mark();
    }
}
