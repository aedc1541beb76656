package org.jieti.catalog.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jspecify.annotations.Nullable;

/// A tree of values in compact form, as the distribution holds it: quicker to read than text, and
/// without places.
///
/// A value is a letter and what follows: `m` a count, then keys and values; `s` a count, then
/// values; `t`, `n`, `b` and `0` the text of a scalar that is a text, a number, a truth value or
/// nothing.
public final class CompactSource {
    /// One more whenever the form changes.
    private static final int FORM = 1;

    private final DataInputStream in;
    private final Location whole;
    private int values;

    private CompactSource(DataInputStream in, Location whole) {
        this.in = in;
        this.whole = whole;
    }

    public static byte[] written(Value value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeInt(FORM);
            write(value, out);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "What stands at %s is too long.".formatted(value.at()), e);
        }
    }

    private static void write(Value value, DataOutputStream out) throws IOException {
        switch (value) {
            case Value.Mapping mapping -> {
                out.writeByte('m');
                out.writeInt(mapping.entries().size());
                for (Map.Entry<String, Value.Entry> entry : mapping.entries().entrySet()) {
                    out.writeUTF(entry.getKey());
                    write(entry.getValue().value(), out);
                }
            }
            case Value.Sequence sequence -> {
                out.writeByte('s');
                out.writeInt(sequence.items().size());
                for (Value item : sequence.items()) {
                    write(item, out);
                }
            }
            case Value.Scalar scalar -> {
                out.writeByte(
                        switch (scalar.type()) {
                            case TEXT -> 't';
                            case NUMBER -> 'n';
                            case BOOLEAN -> 'b';
                            case NULL -> '0';
                        });
                out.writeUTF(scalar.text());
            }
        }
    }

    /// The tree that was written; null, with a finding, if another build wrote it or it is damaged.
    static @Nullable Value read(byte[] bytes, String file, Findings findings) {
        Location whole = Location.whole(file);
        try {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            if (in.readInt() == FORM) {
                return new CompactSource(in, whole).value(0);
            }
        } catch (IOException | Refusal _) {
            // damaged, as what another build wrote is to this one
        }
        findings.error(whole, "file.built", file);
        return null;
    }

    private Value value(int depth) throws IOException {
        Refusal.check(whole, depth, ++values);
        int kind = in.readByte();
        return switch (kind) {
            case 'm' -> {
                Map<String, Value.Entry> entries = new LinkedHashMap<>();
                for (int left = in.readInt(); left > 0; left--) {
                    entries.put(in.readUTF(), new Value.Entry(whole, value(depth + 1)));
                }
                yield new Value.Mapping(whole, entries);
            }
            case 's' -> {
                List<Value> items = new ArrayList<>();
                for (int left = in.readInt(); left > 0; left--) {
                    items.add(value(depth + 1));
                }
                yield new Value.Sequence(whole, items);
            }
            case 't' -> new Value.Scalar(whole, in.readUTF(), Value.Type.TEXT);
            case 'n' -> Value.Scalar.number(whole, in.readUTF());
            case 'b' -> new Value.Scalar(whole, in.readUTF(), Value.Type.BOOLEAN);
            case '0' -> new Value.Scalar(whole, in.readUTF(), Value.Type.NULL);
            default -> throw new IOException("No value begins with " + kind);
        };
    }
}
