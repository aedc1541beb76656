package org.jieti.server.shared;

import java.util.List;

/// A reason not to start that the person at the command line can mend.
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Object> values;

    /// @param key a message of the bundle `launch`
    /// @param values what is put into the message
    public CannotStart(String key, Object... values) {
        super(key + " " + List.of(values));
        this.values = List.of(values);
        this.key = key;
    }

    private final String key;

    public String key() {
        return key;
    }

    public List<Object> values() {
        return values;
    }
}
