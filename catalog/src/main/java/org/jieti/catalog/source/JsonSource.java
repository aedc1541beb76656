package org.jieti.catalog.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/// JSON as a tree of values.
final class JsonSource {
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(1000).build())
                    .build();

    private final JsonParser parser;
    private final String file;
    private final int firstLine;
    private final Findings findings;
    private int values;

    private JsonSource(JsonParser parser, String file, int firstLine, Findings findings) {
        this.parser = parser;
        this.file = file;
        this.firstLine = firstLine;
        this.findings = findings;
    }

    /// The tree of values of a text.
    ///
    /// @param firstLine the number that the text's first line has in its file
    static @Nullable Value read(String text, String file, int firstLine, Findings findings) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            JsonSource source = new JsonSource(parser, file, firstLine, findings);
            Value value = source.value(parser.nextToken(), 0);
            if (parser.nextToken() != null) {
                findings.error(source.here(), "json.trailing");
            }
            return value;
        } catch (Refusal e) {
            findings.error(e.at(), e.rule(), e.limit());
            return null;
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            findings.error(
                    at == null ? Location.whole(file) : location(file, firstLine, at),
                    "json.syntax",
                    e.getOriginalMessage());
            return null;
        }
    }

    private Value value(JsonToken token, int depth) {
        Location at = here();
        Refusal.check(at, depth, ++values);
        return switch (token) {
            case START_OBJECT -> mapping(at, depth);
            case START_ARRAY -> sequence(at, depth);
            case VALUE_STRING -> new Value.Scalar(at, parser.getString(), Value.Type.TEXT);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                    Value.Scalar.number(at, parser.getString());
            case VALUE_TRUE, VALUE_FALSE ->
                    new Value.Scalar(at, parser.getString(), Value.Type.BOOLEAN);
            case VALUE_NULL -> new Value.Scalar(at, "", Value.Type.NULL);
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                    throw new IllegalStateException("Unexpected token " + token);
        };
    }

    private Value sequence(Location at, int depth) {
        List<Value> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken();
                token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            items.add(value(token, depth + 1));
        }
        return new Value.Sequence(at, items);
    }

    private Value mapping(Location at, int depth) {
        Map<String, Value.Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Location keyAt = here();
            String key = parser.currentName();
            Value value = value(parser.nextToken(), depth + 1);
            Value.Entry earlier = entries.get(key);
            if (earlier != null) {
                findings.error(keyAt, "file.key.duplicate", key, earlier.keyAt().line());
            } else {
                entries.put(key, new Value.Entry(keyAt, value));
            }
        }
        return new Value.Mapping(at, entries);
    }

    private Location here() {
        return location(file, firstLine, parser.currentTokenLocation());
    }

    private static Location location(String file, int firstLine, TokenStreamLocation at) {
        return new Location(file, firstLine + at.getLineNr() - 1, at.getColumnNr());
    }
}
