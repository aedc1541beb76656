package org.jieti.server.shared.web;

import java.util.List;

/// What surrounds a page.
///
/// @param lang `zh` or `en`
/// @param theme `light` or `dark`
/// @param path the page's own address, to come back to after a change of language or theme
/// @param entries the navigation, by rank
/// @param personal whether this is one person's own machine
public record Frame(String lang, String theme, String path, List<Entry> entries, boolean personal) {
    /// An entry of the navigation.
    ///
    /// @param key title, a message
    /// @param current whether the page lies beneath it
    public record Entry(String key, String path, boolean current) {}
}
