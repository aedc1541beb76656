package org.jieti.server.shared;

import java.util.List;
import java.util.function.Function;

/// A page of a longer list.
///
/// @param page which, from 1
/// @param pages how many there are, at least 1
/// @param found how long the whole list is
public record Paged<T>(List<T> items, int page, int pages, int found) {
    /// Rows on a page of people, organisations, or the record.
    public static final int ROWS = 50;

    public Paged {
        items = List.copyOf(items);
    }

    /// The page that was asked for, or the nearest that there is.
    ///
    /// @param read gives at most [#ROWS] items from an offset on
    public static <T> Paged<T> of(int asked, int found, Function<Integer, List<T>> read) {
        int pages = Math.max(1, Math.ceilDiv(found, ROWS));
        int page = Math.clamp(asked, 1, pages);
        return new Paged<>(read.apply((page - 1) * ROWS), page, pages, found);
    }
}
