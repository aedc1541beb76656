package org.jieti.server.shared.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a list.
///
/// @param next where the next part begins, to be sent back as `cursor`; null at the end
public record Slice<T>(List<T> items, @Nullable String next) {
    public Slice {
        items = List.copyOf(items);
    }
}
