package org.jieti.server.shared.web;

import org.jspecify.annotations.Nullable;

/// A step of the breadcrumb. A controller gives them as `crumbs`, from the outside in; the page
/// itself is the last, and has no address.
///
/// @param key a message; null if there is a text
/// @param text a name, as of a unit or a round; null if there is a key
/// @param path where it leads; null for the page itself
public record Crumb(@Nullable String key, @Nullable String text, @Nullable String path) {
    public Crumb {
        if ((key == null) == (text == null)) {
            throw new IllegalArgumentException("A crumb has a key or a text: " + key + ", " + text);
        }
    }

    /// A page with a title of ours.
    public static Crumb to(String path, String key) {
        return new Crumb(key, null, path);
    }

    /// A page named after what it shows.
    public static Crumb named(String path, String text) {
        return new Crumb(null, text, path);
    }

    /// The page itself, with a title of ours.
    public static Crumb here(String key) {
        return new Crumb(key, null, null);
    }

    /// The page itself, named after what it shows.
    public static Crumb hereNamed(String text) {
        return new Crumb(null, text, null);
    }
}
