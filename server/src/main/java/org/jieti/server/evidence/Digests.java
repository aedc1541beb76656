package org.jieti.server.evidence;

/// What a content is known by.
///
/// @param sha256 64 hexadecimal digits in lower case
/// @param sm3 likewise, by GB/T 32905-2016
/// @param size in bytes
public record Digests(String sha256, String sm3, long size) {
    private static final String HEX = "[0-9a-f]{64}";

    public Digests {
        if (!sha256.matches(HEX) || !sm3.matches(HEX) || size < 0) {
            throw new IllegalArgumentException(
                    "Not a content's digests: %s, %s, %d".formatted(sha256, sm3, size));
        }
    }
}
