package org.jieti.core.model;

import org.jspecify.annotations.Nullable;

/// The stable id of a domain, indicator or criterion: lower-case words joined by dots, as in
/// `data.open.access.3.1`.
public record NodeId(String value) implements Comparable<NodeId> {
    public NodeId {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "\"%s\" is no node id; ids are lower-case words joined by dots."
                            .formatted(value));
        }
    }

    /// Whether a text is of the form `[a-z][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)*`. Looped rather than
    /// matched, since every id of every file passes here.
    public static boolean isValid(String value) {
        boolean wordBegins = true;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean letter = c >= 'a' && c <= 'z';
            boolean fits =
                    letter
                            || (c >= '0' && c <= '9' && i > 0)
                            || (c == '-' && !wordBegins)
                            || (c == '.' && !wordBegins);
            if (!fits) {
                return false;
            }
            wordBegins = c == '.';
        }
        return !wordBegins;
    }

    /// True for the node itself and for all whose id begins with its own.
    public boolean contains(NodeId other) {
        int length = value.length();
        return other.value.startsWith(value)
                && (other.value.length() == length || other.value.charAt(length) == '.');
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NodeId(String otherValue) && value.equals(otherValue);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(NodeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
