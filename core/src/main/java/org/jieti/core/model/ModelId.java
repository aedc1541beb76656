package org.jieti.core.model;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The name and version of a maturity model, written `name@version`. A published version never
/// changes, so the id pins the content.
public record ModelId(String name, String version) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern VERSION = Pattern.compile("[0-9][0-9A-Za-z.-]*");

    public ModelId {
        if (!NAME.matcher(name).matches() || !VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException(
                    "\"%s@%s\" is no model id; it reads name@version, as in dgimm@2021.1."
                            .formatted(name, version));
        }
    }

    /// Reads `name@version`.
    ///
    /// @throws IllegalArgumentException if the text is not of the form `name@version`
    public static ModelId parse(String text) {
        int at = text.indexOf('@');
        return at < 0
                ? new ModelId(text, "")
                : new ModelId(text.substring(0, at), text.substring(at + 1));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ModelId(String otherName, String otherVersion)
                && name.equals(otherName)
                && version.equals(otherVersion);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + version.hashCode();
    }

    @Override
    public String toString() {
        return name + "@" + version;
    }
}
