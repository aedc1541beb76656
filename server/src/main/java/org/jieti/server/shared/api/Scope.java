package org.jieti.server.shared.api;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a token may be used for. It narrows the rights of the person that it stands for, and never
/// widens them.
public enum Scope {
    MODELS_READ,
    MODELS_WRITE,
    UNITS_READ,
    ROUNDS_READ,
    ROUNDS_WRITE,
    ASSESSMENTS_READ,
    ASSESSMENTS_WRITE,
    NOTICES_READ,
    NOTICES_WRITE,
    WEBHOOKS_WRITE;

    /// How tokens and the document of the API write it, as `models:read`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    /// The message that says what it allows.
    public String messageKey() {
        return "api.scope." + name().toLowerCase(Locale.ROOT);
    }

    /// The scope of a word; null for none.
    public static @Nullable Scope of(String word) {
        return Arrays.stream(values())
                .filter(scope -> scope.word().equals(word))
                .findFirst()
                .orElse(null);
    }
}
