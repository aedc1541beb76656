package org.jieti.server.evidence;

import java.util.Locale;

/// What a piece of evidence is.
public enum EvidenceKind {
    POLICY,
    RECORD,
    SCREENSHOT,
    DATA_EXPORT,
    CONTRACT,
    CERTIFICATE,
    INTERVIEW,
    STATISTICS,
    /// An address elsewhere, in place of a file.
    LINK;

    /// The message that names it.
    public String messageKey() {
        return "evidence.kind." + name().toLowerCase(Locale.ROOT);
    }
}
