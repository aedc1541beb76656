package org.jieti.core.model;

import java.util.regex.Pattern;

/// The stable id of a domain, indicator or criterion: lower-case words joined by dots, as in
/// `data.open.access.3.1`.
public record NodeId(String value) implements Comparable<NodeId> {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9][a-z0-9-]*)*");

    public NodeId {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "\"%s\" is no node id; ids are lower-case words joined by dots."
                            .formatted(value));
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    /// True for the node itself and for all that lies beneath it.
    public boolean contains(NodeId other) {
        return other.value.equals(value) || other.value.startsWith(value + ".");
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
