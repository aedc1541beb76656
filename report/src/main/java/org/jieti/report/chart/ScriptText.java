package org.jieti.report.chart;

/// JSON within a script element.
final class ScriptText {
    private ScriptText() {}

    /// The same JSON without what could end the element.
    static String safe(String json) {
        return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }
}
