package org.jieti.catalog.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ImplicitTuple;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;

/// Writes a tree of values as YAML that reads back as the same values: texts that YAML could take
/// for something else come in quotes, and short mappings of scalars on one line.
public final class YamlText {
    /// The characters of the scalars in a mapping or list that stands on one line.
    private static final int SHORT = 70;

    private static final DumpSettings SETTINGS =
            DumpSettings.builder()
                    .setIndent(2)
                    .setIndicatorIndent(2)
                    .setIndentWithIndicator(true)
                    .setWidth(Integer.MAX_VALUE)
                    .setBestLineBreak("\n")
                    .build();

    private final List<Event> events = new ArrayList<>();

    private YamlText() {}

    public static String of(Value value) {
        YamlText text = new YamlText();
        text.events.add(new StreamStartEvent());
        text.events.add(new DocumentStartEvent(false, Optional.empty(), Map.of()));
        text.value(value, FlowStyle.BLOCK);
        text.events.add(new DocumentEndEvent(false));
        text.events.add(new StreamEndEvent());
        return new Present(SETTINGS).emitToString(text.events.iterator());
    }

    private void value(Value value, FlowStyle outer) {
        FlowStyle style =
                outer == FlowStyle.FLOW || isShort(value) ? FlowStyle.FLOW : FlowStyle.BLOCK;
        switch (value) {
            case Value.Scalar scalar -> scalar(scalar);
            case Value.Sequence sequence -> {
                events.add(new SequenceStartEvent(Optional.empty(), Optional.empty(), true, style));
                sequence.items().forEach(item -> value(item, style));
                events.add(new SequenceEndEvent());
            }
            case Value.Mapping mapping -> {
                // The file as a whole stays open, however short.
                FlowStyle own = events.size() == 2 ? FlowStyle.BLOCK : style;
                events.add(new MappingStartEvent(Optional.empty(), Optional.empty(), true, own));
                mapping.entries()
                        .forEach(
                                (key, entry) -> {
                                    scalar(new Value.Scalar(entry.keyAt(), key, Value.Type.TEXT));
                                    value(entry.value(), own);
                                });
                events.add(new MappingEndEvent());
            }
        }
    }

    private static boolean isShort(Value value) {
        List<Value> inner =
                switch (value) {
                    case Value.Scalar _ -> List.of();
                    case Value.Sequence sequence -> sequence.items();
                    case Value.Mapping mapping ->
                            mapping.entries().values().stream().map(Value.Entry::value).toList();
                };
        int length = 0;
        for (Value each : inner) {
            if (!(each instanceof Value.Scalar scalar)) {
                return false;
            }
            length += scalar.text().length() + 2;
        }
        return length <= SHORT;
    }

    private void scalar(Value.Scalar scalar) {
        ScalarStyle style =
                switch (scalar.type()) {
                    case NUMBER, BOOLEAN, NULL -> ScalarStyle.PLAIN;
                    case TEXT ->
                            readsAsText(scalar.text())
                                    ? ScalarStyle.PLAIN
                                    : ScalarStyle.DOUBLE_QUOTED;
                };
        events.add(
                new ScalarEvent(
                        Optional.empty(),
                        Optional.empty(),
                        new ImplicitTuple(true, true),
                        scalar.text(),
                        style));
    }

    private static boolean readsAsText(String text) {
        Findings findings = new Findings();
        return text.indexOf('\n') < 0
                && YamlSource.plainType(text, Location.whole(""), findings) == Value.Type.TEXT
                && !findings.hasErrors();
    }
}
