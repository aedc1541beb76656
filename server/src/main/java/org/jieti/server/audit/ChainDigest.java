package org.jieti.server.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.jcajce.provider.digest.SM3;
import org.jspecify.annotations.Nullable;

/// The algorithm of a seal. Each seal names its own, so that a chain goes on when the setting
/// changes. Both give 256 bits.
public enum ChainDigest {
    /// FIPS 180-4.
    SHA_256("SHA-256"),
    /// GB/T 32905-2016.
    SM3("SM3");

    /// What the first seal names as the hash before it.
    public static final String NOTHING = "0".repeat(64);

    private final String code;

    ChainDigest(String code) {
        this.code = code;
    }

    /// As it is kept in the database.
    public String code() {
        return code;
    }

    /// The algorithm that a seal names, or null for one that there is not.
    public static @Nullable ChainDigest named(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code.equals(code))
                .findFirst()
                .orElse(null);
    }

    /// The digest of some fields in order, as 64 hexadecimal digits. Each goes in as the number of
    /// its bytes in UTF-8, a colon, and the bytes; one that is missing as `-`. No two lists of
    /// fields are the same sequence of bytes.
    public String of(List<@Nullable String> fields) {
        MessageDigest digest = start();
        for (String field : fields) {
            if (field == null) {
                digest.update((byte) '-');
            } else {
                byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private MessageDigest start() {
        return switch (this) {
            case SHA_256 -> {
                try {
                    yield MessageDigest.getInstance(code);
                } catch (NoSuchAlgorithmException e) {
                    throw new IllegalStateException(e);
                }
            }
            case SM3 -> new SM3.Digest();
        };
    }
}
