package org.jieti.server.accounts.domain;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/// Codes of six digits that change every 30 seconds (RFC 6238 with HMAC-SHA-1, which every
/// authenticator app knows).
final class TimeCodes {
    private static final int SECRET_BYTES = 20;
    private static final int STEP_SECONDS = 30;

    /// A clock may be off by one step (RFC 6238, section 5.2).
    private static final int DRIFT = 1;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final TimeBasedOneTimePasswordGenerator GENERATOR =
            new TimeBasedOneTimePasswordGenerator();

    private TimeCodes() {}

    /// 160 random bits in Base32.
    static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Base32.toBase32String(bytes);
    }

    /// The step of time in which a code is the one of a secret, now or just before or after; -1
    /// where it is not.
    static long step(String secret, String code, Instant now) {
        SecretKey key = new SecretKeySpec(Base32.decode(secret), GENERATOR.getAlgorithm());
        byte[] given = code.getBytes(StandardCharsets.UTF_8);
        long current = now.getEpochSecond() / STEP_SECONDS;
        long found = -1;
        for (long step = current - DRIFT; step <= current + DRIFT; step++) {
            if (MessageDigest.isEqual(of(key, step).getBytes(StandardCharsets.UTF_8), given)) {
                found = step;
            }
        }
        return found;
    }

    private static String of(SecretKey key, long step) {
        try {
            return GENERATOR.generateOneTimePasswordString(
                    key, Instant.ofEpochSecond(step * STEP_SECONDS), Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
