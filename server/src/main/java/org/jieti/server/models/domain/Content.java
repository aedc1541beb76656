package org.jieti.server.models.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.format.ModelFormat;
import org.jieti.catalog.source.Sources;
import org.jieti.catalog.source.Value;
import org.jieti.core.model.ModelEdition;

/// What is kept of a model or a weight set: JSON on one line.
final class Content {
    private Content() {}

    static String sha256(String content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Value parsed(String content, String id) {
        Value value = Sources.line(content, id, 1, new Findings());
        if (value == null) {
            throw new IllegalStateException(id + " is kept, but not sound.");
        }
        return value;
    }

    static ModelEdition edition(String content, String id) {
        Value value = parsed(content, id);
        return new ModelEdition(ModelFormat.trusted(value), ModelFormat.guidance(value));
    }
}
