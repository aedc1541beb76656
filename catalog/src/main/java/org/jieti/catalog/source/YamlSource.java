package org.jieti.catalog.source;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// YAML 1.2 as a tree of values. What YAML 1.1 would read differently (`No`, `1:30`, `010`) is
/// refused rather than guessed, and so are aliases, tags and second documents: no format of ours
/// needs them, and aliases can be made to explode.
final class YamlSource {
    /// A scalar longer than the reader's buffer is copied once per buffer.
    private static final int LARGEST_BUFFER = 1 << 20;

    /// Unquoted scalars that YAML 1.1 and 1.2 read as different values.
    private static final Pattern AMBIGUOUS =
            Pattern.compile(
                    "[yYnN]|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF"
                            + "|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?"
                            + "|[-+]?0[0-9_]+(\\.[0-9]*)?"
                            + "|[-+]?[0-9]+_[0-9_.]*"
                            + "|[-+]?0[xob][0-9a-fA-F_]+"
                            + "|=|<<");
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(0|[1-9][0-9]*)(\\.[0-9]*)?([eE][-+]?[0-9]+)?");
    private static final Pattern NULL = Pattern.compile("~|null|Null|NULL");
    private static final Pattern BOOLEAN = Pattern.compile("true|True|TRUE|false|False|FALSE");

    private final Iterator<Event> events;
    private final String file;
    private final Findings findings;
    private int values;

    private YamlSource(Iterator<Event> events, String file, Findings findings) {
        this.events = events;
        this.file = file;
        this.findings = findings;
    }

    static @Nullable Value read(String text, String file, Findings findings) {
        LoadSettings settings =
                LoadSettings.builder()
                        .setLabel(file)
                        .setCodePointLimit((int) Sources.LARGEST_FILE_BYTES)
                        .setBufferSize(Math.clamp(text.length(), 1024, LARGEST_BUFFER))
                        .build();
        try {
            return new YamlSource(new Parse(settings).parseString(text).iterator(), file, findings)
                    .document();
        } catch (MarkedYamlEngineException e) {
            Location at =
                    e.getProblemMark()
                            .or(e::getContextMark)
                            .map(mark -> location(file, mark))
                            .orElse(Location.whole(file));
            findings.error(at, "yaml.syntax", problem(e));
            return null;
        } catch (Refusal e) {
            findings.error(e.at(), e.rule(), e.limit());
            return null;
        } catch (YamlEngineException e) {
            findings.error(unprintable(text, file), "yaml.character");
            return null;
        }
    }

    /// The place of the first character that YAML does not allow.
    private static Location unprintable(String text, String file) {
        int line = 1;
        int column = 1;
        for (int c : text.codePoints().toArray()) {
            if (!StreamReader.isPrintable(c)) {
                return new Location(file, line, column);
            }
            line += c == '\n' ? 1 : 0;
            column = c == '\n' ? 1 : column + 1;
        }
        return Location.whole(file);
    }

    private static String problem(MarkedYamlEngineException e) {
        String problem = e.getProblem();
        return problem == null ? e.getContext() : problem;
    }

    private @Nullable Value document() {
        events.next(); // stream start
        if (events.next().getEventId() == Event.ID.StreamEnd) {
            findings.error(Location.whole(file), "file.empty");
            return null;
        }
        Value value = value(events.next(), 0);
        events.next(); // document end
        Event after = events.next();
        if (after.getEventId() == Event.ID.DocumentStart) {
            findings.error(location(after), "yaml.documents");
        }
        return value;
    }

    private Value value(Event event, int depth) {
        Location at = location(event);
        Refusal.check(at, depth, ++values);
        if (event instanceof NodeEvent node && !(event instanceof AliasEvent)) {
            node.getAnchor().ifPresent(anchor -> findings.error(at, "yaml.alias", "&" + anchor));
        }
        return switch (event) {
            case ScalarEvent scalar -> {
                refuseTag(scalar.getTag(), at);
                yield scalar(scalar, at);
            }
            case SequenceStartEvent sequence -> {
                refuseTag(sequence.getTag(), at);
                yield sequence(at, depth);
            }
            case MappingStartEvent mapping -> {
                refuseTag(mapping.getTag(), at);
                yield mapping(at, depth);
            }
            case AliasEvent alias -> {
                findings.error(at, "yaml.alias", "*" + alias.getAlias());
                yield new Value.Scalar(at, "", Value.Type.NULL);
            }
            default -> throw new IllegalStateException("Unexpected event " + event);
        };
    }

    private void refuseTag(Optional<String> tag, Location at) {
        tag.ifPresent(written -> findings.error(at, "yaml.tag", written));
    }

    private Value.Scalar scalar(ScalarEvent event, Location at) {
        String text = event.getValue();
        if (!event.isPlain()) {
            return new Value.Scalar(at, text, Value.Type.TEXT);
        }
        Value.Type type = plainType(text, at, findings);
        return type == Value.Type.NUMBER
                ? Value.Scalar.number(at, text)
                : new Value.Scalar(at, text, type);
    }

    /// The type of an unquoted scalar. Patterns are tried only where length and first character
    /// make more than a text possible.
    static Value.Type plainType(String text, Location at, Findings findings) {
        if (text.isEmpty()) {
            return Value.Type.NULL;
        }
        char first = text.charAt(0);
        boolean numeric = (first >= '0' && first <= '9') || first == '-' || first == '+';
        boolean word = text.length() <= 5 && "yYnNoOtTfF~=<".indexOf(first) >= 0;
        if (text.length() > Value.Scalar.LONGEST_NUMBER || (!numeric && !word)) {
            return Value.Type.TEXT;
        }
        if (AMBIGUOUS.matcher(text).matches()) {
            findings.error(at, "yaml.ambiguous", text);
        }
        if (NULL.matcher(text).matches()) {
            return Value.Type.NULL;
        }
        if (BOOLEAN.matcher(text).matches()) {
            return Value.Type.BOOLEAN;
        }
        return NUMBER.matcher(text).matches() ? Value.Type.NUMBER : Value.Type.TEXT;
    }

    private Value sequence(Location at, int depth) {
        List<Value> items = new ArrayList<>();
        for (Event event = events.next();
                event.getEventId() != Event.ID.SequenceEnd;
                event = events.next()) {
            items.add(value(event, depth + 1));
        }
        return new Value.Sequence(at, items);
    }

    private Value mapping(Location at, int depth) {
        Map<String, Value.Entry> entries = new LinkedHashMap<>();
        for (Event event = events.next();
                event.getEventId() != Event.ID.MappingEnd;
                event = events.next()) {
            Value key = value(event, depth + 1);
            Value value = value(events.next(), depth + 1);
            if (!(key instanceof Value.Scalar scalar)) {
                findings.error(key.at(), "yaml.key");
                continue;
            }
            Value.Entry earlier = entries.get(scalar.text());
            if (earlier != null) {
                findings.error(
                        key.at(), "file.key.duplicate", scalar.text(), earlier.keyAt().line());
            } else {
                entries.put(scalar.text(), new Value.Entry(key.at(), value));
            }
        }
        return new Value.Mapping(at, entries);
    }

    private Location location(Event event) {
        return event.getStartMark().map(mark -> location(file, mark)).orElse(Location.whole(file));
    }

    private static Location location(String file, Mark mark) {
        return new Location(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
