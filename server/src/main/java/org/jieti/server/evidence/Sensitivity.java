package org.jieti.server.evidence;

import java.util.Locale;

/// Whom evidence is for. State secrets are no case of it: they are not taken.
public enum Sensitivity {
    PUBLIC,
    INTERNAL,
    /// Personal data, trade secrets, work secrets.
    SENSITIVE;

    /// The message that names it.
    public String messageKey() {
        return "evidence.sensitivity." + name().toLowerCase(Locale.ROOT);
    }
}
