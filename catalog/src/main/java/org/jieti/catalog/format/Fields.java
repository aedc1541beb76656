package org.jieti.catalog.format;

import java.util.Set;
import java.util.regex.Pattern;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Word;
import org.jieti.catalog.source.Value;
import org.jieti.core.model.Text;
import org.jspecify.annotations.Nullable;

/// Reads the fields of a mapping that users write by hand, and reports everything that is wrong
/// with them. A method that returns null has reported why.
final class Fields {
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]*");

    private final Value.Mapping mapping;
    private final Findings findings;
    private final String path;

    private Fields(Value.Mapping mapping, String path, Findings findings) {
        this.mapping = mapping;
        this.path = path;
        this.findings = findings;
    }

    /// The fields of a value that must be a mapping with no keys but the known ones.
    ///
    /// @param path how the value is called in findings; empty for the file as a whole
    static @Nullable Fields of(Value value, String path, Set<String> known, Findings findings) {
        if (!(value instanceof Value.Mapping mapping)) {
            findings.error(value.at(), "file.type.mapping", called(path));
            return null;
        }
        mapping.entries()
                .forEach(
                        (key, entry) -> {
                            if (!known.contains(key)) {
                                findings.error(
                                        entry.keyAt(),
                                        "file.key.unknown",
                                        key,
                                        called(path),
                                        String.join(", ", known.stream().sorted().toList()));
                            }
                        });
        return new Fields(mapping, path, findings);
    }

    private static Object called(String path) {
        return path.isEmpty() ? Word.FILE : path;
    }

    Value.Mapping mapping() {
        return mapping;
    }

    boolean has(String key) {
        return mapping.value(key) != null;
    }

    @Nullable Value required(String key) {
        Value value = mapping.value(key);
        if (value == null) {
            findings.error(mapping.at(), "file.key.missing", key, called(path));
        }
        return value;
    }

    /// A text that must be there and not blank.
    @Nullable String text(String key) {
        Value value = required(key);
        return value == null ? null : text(value, key);
    }

    /// A text that may be absent, and is then empty.
    String optionalText(String key) {
        Value value = mapping.value(key);
        if (value == null) {
            return "";
        }
        if (value instanceof Value.Scalar scalar && scalar.type() == Value.Type.TEXT) {
            return scalar.text();
        }
        findings.error(value.at(), "file.type.text", key, written(value));
        return "";
    }

    private @Nullable String text(Value value, String key) {
        if (!(value instanceof Value.Scalar scalar) || scalar.type() != Value.Type.TEXT) {
            findings.error(value.at(), "file.type.text", key, written(value));
            return null;
        }
        if (scalar.text().isBlank()) {
            findings.error(value.at(), "file.text.blank", key);
            return null;
        }
        return scalar.text();
    }

    /// A text that is one word in lower case.
    @Nullable String word(String key) {
        String text = text(key);
        if (text != null && !WORD.matcher(text).matches()) {
            findings.error(Tree.at(mapping, key).at(), "file.word", key, text);
            return null;
        }
        return text;
    }

    /// A finite number.
    @Nullable Double number(String key) {
        Value value = required(key);
        if (value == null) {
            return null;
        }
        if (value instanceof Value.Scalar scalar && scalar.type() == Value.Type.NUMBER) {
            return Double.parseDouble(scalar.text());
        }
        findings.error(value.at(), "file.type.number", key, written(value));
        return null;
    }

    /// A text in both languages.
    @Nullable Text bilingual(String key) {
        Value value = required(key);
        Fields fields = value == null ? null : of(value, key, Set.of("zh", "en"), findings);
        if (fields == null) {
            return null;
        }
        String zh = fields.text("zh");
        String en = fields.text("en");
        return zh == null || en == null ? null : new Text(zh, en);
    }

    /// A value as a message shows it.
    static Object written(Value value) {
        return switch (value) {
            case Value.Scalar scalar -> scalar.text().isEmpty() ? Word.EMPTY : scalar.text();
            case Value.Mapping _ -> Word.MAPPING;
            case Value.Sequence _ -> Word.LIST;
        };
    }
}
