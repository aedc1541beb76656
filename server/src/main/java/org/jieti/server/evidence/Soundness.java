package org.jieti.server.evidence;

import java.util.Locale;

/// How a kept file was found.
public enum Soundness {
    /// There, with the content that it was stored with.
    INTACT,
    /// Not where it was stored.
    MISSING,
    /// There, with another content.
    ALTERED;

    /// The message that names it.
    public String messageKey() {
        return "evidence.soundness." + name().toLowerCase(Locale.ROOT);
    }
}
